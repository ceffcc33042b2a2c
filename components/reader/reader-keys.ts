import type { Move } from "../headlines/list-rows";
import type { Tab } from "../headlines/rows";
import type { Step } from "../signals/walk";
import { ARROWED, FIELDS, letterOf, PRESSED, type Press } from "../ui/key-press";

/** What a key does in the reader. */
export type ReaderAct =
	/** Opens another headline of the list. */
	| ({ do: "open" } & Pick<Step, "to" | "unread">)
	/** Moves the focus among the rows; `extend` chooses those that it goes over. */
	| { do: "move"; to: Move; extend: boolean }
	/** Scrolls the article by a screenful; `again` while the key is held down. */
	| { do: "page"; back: boolean; again: boolean }
	| { do: "tab"; tab: Tab }
	| { do: "save" | "original" | "fullText" | "read" | "choose" | "search" | "refresh" | "help" | "escape" };

const LETTERS: ReadonlyMap<string, ReaderAct> = new Map<string, ReaderAct>([
	["j", { do: "open", to: "next" }],
	["k", { do: "open", to: "previous" }],
	["n", { do: "open", to: "next", unread: true }],
	["p", { do: "open", to: "previous", unread: true }],
	["s", { do: "save" }],
	["o", { do: "original" }],
	["f", { do: "fullText" }],
	["m", { do: "read" }],
	["u", { do: "read" }],
	["x", { do: "choose" }],
	["r", { do: "refresh" }],
]);

/** Signs that are typed with Shift on some keyboards. */
const SIGNS: ReadonlyMap<string, ReaderAct> = new Map<string, ReaderAct>([
	["/", { do: "search" }],
	["?", { do: "help" }],
	["1", { do: "tab", tab: "all" }],
	["2", { do: "tab", tab: "unread" }],
	["3", { do: "tab", tab: "saved" }],
	["4", { do: "tab", tab: "watched" }],
]);

const MOVES: ReadonlyMap<string, Move> = new Map([
	["ArrowDown", "next"],
	["ArrowUp", "previous"],
	["Home", "first"],
	["End", "last"],
]);

/** What stands over the page, with keys of its own. */
const OVER = "dialog, [popover]";
/** What plays by keys of its own. */
const PLAYERS = "audio, video";

function moveOf({ key, shiftKey, isOn }: Press): ReaderAct | undefined {
	const to = MOVES.get(key);
	if (!to || isOn(ARROWED)) return undefined;
	if (isOn("[type=search]"))
		return key === "ArrowDown" ? { do: "move", to: "first", extend: false } : undefined;
	if (shiftKey) return to === "next" || to === "previous" ? { do: "move", to, extend: true } : undefined;
	// Elsewhere they scroll.
	return isOn("[data-headline]") ? { do: "move", to, extend: false } : undefined;
}

/**
 * What a pressed key does, or undefined where it is the browser's, or a control's that has the focus and uses
 * that key itself. But the search lets one go down into what it has found, and leave it.
 */
export function actOf(press: Press): ReaderAct | undefined {
	const { key, ctrlKey, altKey, metaKey, shiftKey, isComposing, repeat, isOn } = press;
	if (ctrlKey || altKey || metaKey || isComposing || isOn(OVER) || isOn(PLAYERS)) return undefined;
	const isSearch = isOn("[type=search]");
	if (isOn(FIELDS) && !isSearch) return undefined;
	if (key === "Escape") return repeat ? undefined : { do: "escape" };
	const move = moveOf(press);
	if (move || isSearch) return move;
	if (key === " ") return isOn(PRESSED) ? undefined : { do: "page", back: shiftKey, again: repeat };
	if (repeat) return undefined;
	return SIGNS.get(key) ?? (shiftKey ? undefined : LETTERS.get(letterOf(press)));
}

/** What the keys do, in words, for the sheet that lists them. */
export const KEYS_IN_WORDS: readonly (readonly [keys: string, what: string])[] = [
	["j k", "Open the next or previous headline"],
	["n p", "Open the next or previous unread"],
	["Space", "Read on; at the end, the next unread"],
	["⇧Space", "Read back"],
	["s", "Save it, or let it go"],
	["m u", "Mark it read or unread"],
	["o", "Open the original"],
	["f", "Read the full text"],
	["Esc", "Back to the list"],
	["↓ ↑", "In the list: move without opening"],
	["Home End", "First or last headline"],
	["x", "Select it; ⇧↓ and ⇧↑ select more"],
	["/", "Search"],
	["r", "Refresh, or stop refreshing"],
	["1 2 3 4", "All, Unread, Saved, Watched"],
	["?", "These keys"],
];
