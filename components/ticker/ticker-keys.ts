/** What a key does on a new tab. */
export type TickerAct =
	| "previous"
	| "next"
	| "togglePaused"
	| "markRead"
	| "toggleSaved"
	| "openOriginal"
	| "mute"
	| "chooseView"
	| "help";

/** A key that is pressed, and what has the focus. */
export interface TickerPress
	extends Pick<
		KeyboardEvent,
		"key" | "code" | "ctrlKey" | "altKey" | "metaKey" | "shiftKey" | "isComposing" | "repeat"
	> {
	/** Whether what has the focus is, or is in, what a selector says. */
	isOn(selector: string): boolean;
}

const LETTERS: ReadonlyMap<string, TickerAct> = new Map([
	["m", "markRead"],
	["s", "toggleSaved"],
	["o", "openOriginal"],
	["x", "mute"],
	["v", "chooseView"],
]);

/** What uses every key itself. */
const FIELDS =
	"dialog, select, textarea, [contenteditable], input:not([type=radio], [type=checkbox], [type=button])";
/** What uses the arrows. */
const ARROWED = "[type=radio], [role=radio], [role=slider], [role^=menu], [role=tab], [role=listbox]";
/** What is pressed with the space bar. */
const PRESSED = "button, summary, input, [role=button]";

/** A letter's key on the keyboards of scripts that have no such letter. */
const letterOf = ({ key, code }: TickerPress): string =>
	/^\p{ASCII}+$/u.test(key) ? key.toLowerCase() : code.replace(/^Key/, "").toLowerCase();

/**
 * What a pressed key does, or undefined where it is the browser's, or a control's that has the focus and uses
 * that key itself. In text from right to left the arrows change places, as the buttons do.
 */
export function actOf(press: TickerPress, isRtl: boolean): TickerAct | undefined {
	const { key, ctrlKey, altKey, metaKey, shiftKey, isComposing, repeat, isOn } = press;
	if (ctrlKey || altKey || metaKey || isComposing || isOn(FIELDS)) return undefined;
	if (key === "?") return "help";
	if (shiftKey) return undefined;
	if (key === "ArrowLeft" || key === "ArrowRight") {
		if (isOn(ARROWED)) return undefined;
		return (key === "ArrowLeft") === isRtl ? "next" : "previous";
	}
	if (repeat) return undefined;
	if (key === " ") return isOn(PRESSED) ? undefined : "togglePaused";
	return LETTERS.get(letterOf(press));
}
