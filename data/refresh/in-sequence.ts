/**
 * Makes work that is done one time after another, however many ask for it. It never rejects: what goes wrong is
 * logged under the complaint, and holds up none that waits.
 */
export function inSequence<Asked extends unknown[]>(
	work: (...asked: Asked) => Promise<void>,
	complaint: string,
): (...asked: Asked) => Promise<void> {
	let last: Promise<void> = Promise.resolve();
	return (...asked) => {
		last = last.then(() => work(...asked)).catch((cause) => console.error(complaint, cause));
		return last;
	};
}
