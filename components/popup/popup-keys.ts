import type { Move } from "../headlines/list-rows";
import type { Tab } from "../headlines/rows";
import { FIELDS, type Press } from "../ui/key-press";

/** What a key does in a list of headlines. */
export type ListAct =
	| { do: "move"; to: Move }
	| { do: "tab"; tab: Tab }
	| { do: "original" | "save" | "read" | "mute" | "search" | "refresh" | "help" | "escape" }
	/** The character belongs into the search. */
	| { do: "type" };

/** The search, which is a field, but lets one go. */
export const SEARCH = "[type=search]";

const NEXT: ListAct = { do: "move", to: "next" };
const PREVIOUS: ListAct = { do: "move", to: "previous" };

const ACTS: ReadonlyMap<string, ListAct> = new Map<string, ListAct>([
	["j", NEXT],
	["ArrowDown", NEXT],
	["k", PREVIOUS],
	["ArrowUp", PREVIOUS],
	["Home", { do: "move", to: "first" }],
	["End", { do: "move", to: "last" }],
	["o", { do: "original" }],
	["s", { do: "save" }],
	["m", { do: "read" }],
	["x", { do: "mute" }],
	["/", { do: "search" }],
	["r", { do: "refresh" }],
	["1", { do: "tab", tab: "all" }],
	["2", { do: "tab", tab: "unread" }],
	["3", { do: "tab", tab: "saved" }],
	["?", { do: "help" }],
	["Escape", { do: "escape" }],
]);

/** Whether a key writes something; a space scrolls or presses a button. A dead key begins a character. */
const isWriting = (key: string): boolean => key === "Dead" || ([...key].length === 1 && key !== " ");

const withoutCapsLock = ({ key, shiftKey }: Press): string =>
	!shiftKey && /^[A-Z]$/.test(key) ? key.toLowerCase() : key;

/**
 * What a pressed key does, or undefined where it is the browser's. Nothing happens with a modifier, while
 * something is composed, or in a field or a sheet over the page; but the search lets one go down into what it has
 * found, and be cleared. A key that is held moves on, and does nothing else again.
 */
export function actOf(press: Press): ListAct | undefined {
	const { ctrlKey, altKey, metaKey, isComposing, repeat, isOn } = press;
	const key = withoutCapsLock(press);
	if (ctrlKey || altKey || metaKey || isComposing) return undefined;
	if (isOn(SEARCH)) return key === "ArrowDown" || key === "Escape" ? ACTS.get(key) : undefined;
	if (isOn(FIELDS)) return undefined;
	const act = ACTS.get(key);
	if (act) return repeat && act.do !== "move" && act.do !== "escape" ? undefined : act;
	return isWriting(key) ? { do: "type" } : undefined;
}

/** What the keys do, in words, for the sheet that lists them. */
export const KEYS_IN_WORDS: readonly (readonly [keys: string, what: string])[] = [
	["j ↓", "Next headline"],
	["k ↑", "Previous headline"],
	["Home End", "First or last headline"],
	["Enter", "Read it"],
	["o", "Open the original"],
	["s", "Save it, or let it go"],
	["m", "Mark it read or unread"],
	["x", "Mute its source"],
	["/", "Search, or just type"],
	["r", "Refresh, or stop refreshing"],
	["1 2 3", "All, Unread, Saved"],
	["Esc", "Clear the search, then close"],
	["?", "These keys"],
];
