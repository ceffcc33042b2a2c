import { ARROWED, FIELDS, letterOf, PRESSED, type Press } from "../ui/key-press";

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

const LETTERS: ReadonlyMap<string, TickerAct> = new Map([
	["m", "markRead"],
	["s", "toggleSaved"],
	["o", "openOriginal"],
	["x", "mute"],
	["v", "chooseView"],
]);

/**
 * What a pressed key does, or undefined where it is the browser's, or a control's that has the focus and uses
 * that key itself. In text from right to left the arrows change places, as the buttons do.
 */
export function actOf(press: Press, isRtl: boolean): TickerAct | undefined {
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
