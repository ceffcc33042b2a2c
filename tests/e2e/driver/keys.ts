/** The code points by which WebDriver names keys that write nothing (W3C WebDriver, section 15.4.2). */
const NAMED: Record<string, string> = {
	Control: "\uE009",
	Shift: "\uE008",
	Alt: "\uE00A",
	Meta: "\uE03D",
	Enter: "\uE007",
	Tab: "\uE004",
	Escape: "\uE00C",
	Backspace: "\uE003",
	Delete: "\uE017",
	ArrowLeft: "\uE012",
	ArrowUp: "\uE013",
	ArrowRight: "\uE014",
	ArrowDown: "\uE015",
	Home: "\uE011",
	End: "\uE010",
	PageUp: "\uE00E",
	PageDown: "\uE00F",
	Space: " ",
};

/** How WebDriver writes a key. */
export const code = (name: string) => NAMED[name] ?? name;

/** The actions that press a key or a chord, such as `Control+a`. */
export function pressing(chord: string): object[] {
	const values = (chord === "+" ? ["+"] : chord.split("+")).map(code);
	return [
		...values.map((value) => ({ type: "keyDown", value })),
		...values.toReversed().map((value) => ({ type: "keyUp", value })),
	];
}

/** The actions that write a text. */
export const typing = (text: string): object[] =>
	Array.from(text).flatMap((value) => [
		{ type: "keyDown", value },
		{ type: "keyUp", value },
	]);
