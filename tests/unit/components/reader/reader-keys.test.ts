import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actOf, KEYS_IN_WORDS } from "@/components/reader/reader-keys";
import type { Press } from "@/components/ui/key-press";

/** Where the focus is, by the selectors of what it is in. */
const PLACES = {
	page: [],
	row: ["[data-headline]"],
	search: ["[type=search]", "input"],
	field: ["textarea"],
	checkbox: ["[data-headline]", "[type=checkbox]", "input"],
	button: ["button"],
	tab: ["button", "[role=tab]"],
	player: ["audio"],
	sheet: ["dialog"],
} as const;

/** A press in a place: a selector matches where one of its parts is what the place says. */
function press(key: string, place: keyof typeof PLACES = "page", more: Partial<Press> = {}) {
	const is: readonly string[] = PLACES[place];
	const isOn = (selector: string) =>
		selector.split(/,\s*(?![^(]*\))/).some((part) => {
			if (!part.includes(":not(")) return is.includes(part);
			return is.includes("input") && !is.includes("[type=checkbox]");
		});
	const held = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };
	return actOf({ key, code: "", ...held, isComposing: false, repeat: false, isOn, ...more });
}

describe("a key in the reader", () => {
	test.each([
		["j", { do: "open", to: "next" }],
		["k", { do: "open", to: "previous" }],
		["n", { do: "open", to: "next", unread: true }],
		["p", { do: "open", to: "previous", unread: true }],
		[" ", { do: "page", back: false, again: false }],
		["s", { do: "save" }],
		["o", { do: "original" }],
		["f", { do: "fullText" }],
		["m", { do: "read" }],
		["u", { do: "read" }],
		["x", { do: "choose" }],
		["r", { do: "refresh" }],
		["/", { do: "search" }],
		["?", { do: "help" }],
		["4", { do: "tab", tab: "watched" }],
		["Escape", { do: "escape" }],
	])("%s does %j", (key, act) => {
		expect(press(key)).toEqual(act);
		expect(press(key, "row")).toEqual(act);
	});

	test("is the browser's with a modifier, while something is composed, in a field, a player and a sheet", () => {
		const keys = fc.constantFrom(..."jknpsofmuxr/? ", "Escape", "ArrowDown");
		const held = fc.constantFrom<Partial<Press>>(
			{ ctrlKey: true },
			{ altKey: true },
			{ metaKey: true },
			{ isComposing: true },
		);
		const places = fc.constantFrom("field", "player", "sheet" as const);
		fc.assert(fc.property(keys, held, (key, more) => press(key, "page", more) === undefined));
		fc.assert(fc.property(keys, places, (key, place) => press(key, place) === undefined));
	});

	test("Space is the control's that it presses, and scrolls back with Shift", () => {
		for (const place of ["button", "checkbox", "tab"] as const) expect(press(" ", place)).toBeUndefined();
		expect(press(" ", "page", { shiftKey: true })).toEqual({ do: "page", back: true, again: false });
	});

	test("the arrows move in the list, choose with Shift, and elsewhere are the browser's or the tabs'", () => {
		expect(press("ArrowDown", "row")).toEqual({ do: "move", to: "next", extend: false });
		expect(press("ArrowUp", "checkbox", { shiftKey: true })).toEqual({
			do: "move",
			to: "previous",
			extend: true,
		});
		expect(press("Home", "row")).toEqual({ do: "move", to: "first", extend: false });
		expect(press("Home", "row", { shiftKey: true })).toBeUndefined();
		expect(press("ArrowDown")).toBeUndefined();
		for (const place of ["page", "button"] as const)
			expect(press("ArrowDown", place, { shiftKey: true })).toEqual({ do: "move", to: "next", extend: true });
		for (const place of ["field", "player", "sheet", "tab"] as const)
			expect(press("ArrowDown", place, { shiftKey: true })).toBeUndefined();
		expect(press("Home", "tab")).toBeUndefined();
	});

	test("writes in the search, but for the way down and the way out", () => {
		expect(press("j", "search")).toBeUndefined();
		expect(press(" ", "search")).toBeUndefined();
		expect(press("ArrowDown", "search")).toEqual({ do: "move", to: "first", extend: false });
		expect(press("Escape", "search")).toEqual({ do: "escape" });
	});

	test("that is held down goes on scrolling and moving, and does nothing else twice", () => {
		expect(press(" ", "page", { repeat: true })).toEqual({ do: "page", back: false, again: true });
		expect(press("ArrowDown", "row", { repeat: true })).toBeDefined();
		for (const key of "jknpsofmuxr/?") expect(press(key, "page", { repeat: true })).toBeUndefined();
	});

	test("of another script is the letter's in its place", () => {
		expect(press("о", "page", { code: "KeyJ" })).toEqual({ do: "open", to: "next" });
	});
});

test("the sheet lists every key that does something", () => {
	const signs: Record<string, string> = {
		"↓": "ArrowDown",
		"↑": "ArrowUp",
		Esc: "Escape",
		Space: " ",
		"⇧Space": " ",
	};
	const listed = KEYS_IN_WORDS.flatMap(([keys]) => keys.split(" ")).map((key) => signs[key] ?? key);
	const does = (key: string) => press(key, "row") !== undefined;
	const shortcuts = [
		..."abcdefghijklmnopqrstuvwxyz0123456789/? ",
		...["Home", "End", "Escape", "ArrowDown", "ArrowUp"],
	].filter(does);
	expect(new Set(shortcuts)).toEqual(new Set(listed));
});
