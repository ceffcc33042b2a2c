import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actOf, KEYS_IN_WORDS } from "@/components/popup/popup-keys";
import type { Press } from "@/components/ui/key-press";

/** Where the focus is, by the selectors of what it is in. */
const on = (...is: string[]): Pick<Press, "isOn"> => ({
	isOn: (selector) => is.some((part) => selector.split(/[,:]\s*/).includes(part)),
});
const IN_SEARCH = on("[type=search]", "input");

const press = (key: string, more: Partial<Press> = {}) =>
	actOf({
		key,
		code: "",
		ctrlKey: false,
		altKey: false,
		metaKey: false,
		shiftKey: false,
		isComposing: false,
		repeat: false,
		...on(),
		...more,
	});

describe("a key", () => {
	test.each([
		["j", { do: "move", to: "next" }],
		["ArrowDown", { do: "move", to: "next" }],
		["k", { do: "move", to: "previous" }],
		["ArrowUp", { do: "move", to: "previous" }],
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
	])("%s does %j", (key, act) => {
		expect(press(key)).toEqual(act);
	});

	test.each(["a", "A", "é", "Ж", "字", "𝔸", "4", "Dead"])("%s begins a search", (key) => {
		expect(press(key)).toEqual({ do: "type" });
	});

	test.each(["Enter", " ", "Tab", "F5", "PageDown", "ArrowLeft", "Process", "Shift"])(
		"%s is the browser's",
		(key) => expect(press(key)).toBeUndefined(),
	);

	test("is the browser's with a modifier, while something is composed, in a field and in a sheet", () => {
		const held = fc.constantFrom<Partial<Press>>(
			{ ctrlKey: true },
			{ altKey: true },
			{ metaKey: true },
			{ isComposing: true },
			on("textarea"),
			on("dialog"),
		);
		const keys = fc.oneof(
			fc.string({ minLength: 1, maxLength: 1 }),
			fc.constantFrom("ArrowDown", "Escape", "Home"),
		);
		fc.assert(fc.property(keys, held, (key, more) => press(key, more) === undefined));
	});

	test("is a letter’s also with Caps Lock; with Shift it begins a search", () => {
		expect(press("J")).toEqual(press("j"));
		expect(press("J", { shiftKey: true })).toEqual({ do: "type" });
	});

	test("held down moves on, and does nothing else again", () => {
		const again = { repeat: true };
		expect(["j", "ArrowUp"].map((key) => press(key, again)?.do)).toEqual(["move", "move"]);
		expect(["r", "m", "s", "x", "o", "?", "1"].map((key) => press(key, again))).toEqual(
			Array(7).fill(undefined),
		);
	});

	test("writes in the search, but for the way down and the way out", () => {
		expect(press("j", IN_SEARCH)).toBeUndefined();
		expect(press("Home", IN_SEARCH)).toBeUndefined();
		expect(press("ArrowDown", IN_SEARCH)).toEqual({ do: "move", to: "next" });
		expect(press("Escape", IN_SEARCH)).toEqual({ do: "escape" });
	});
});

test("the sheet lists every key that does something", () => {
	const signs: Record<string, string> = { "↓": "ArrowDown", "↑": "ArrowUp", Esc: "Escape" };
	const listed = KEYS_IN_WORDS.flatMap(([keys]) => keys.split(" ")).map((key) => signs[key] ?? key);
	const does = (key: string) => press(key) !== undefined && press(key)?.do !== "type";
	const shortcuts = [
		..."abcdefghijklmnopqrstuvwxyz0123456789/?",
		"Home",
		"End",
		"Escape",
		"ArrowDown",
		"ArrowUp",
	].filter(does);
	expect(shortcuts.filter((key) => !listed.includes(key))).toEqual([]);
	expect(listed.filter((key) => !does(key))).toEqual(["Enter"]);
});
