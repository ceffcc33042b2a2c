/** Tells on which line of a text, from 1, a place lies. Ask for places in rising order: the text is gone through once. */
export function lineCounter(text: string): (index: number) => number {
	let line = 1;
	let end = text.indexOf("\n");
	return (index) => {
		while (end !== -1 && end < index) {
			line += 1;
			end = text.indexOf("\n", end + 1);
		}
		return line;
	};
}
