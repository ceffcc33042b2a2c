import { describe, expect, test } from "vitest";
import { actOf } from "@/components/ticker/ticker-keys";
import { ARROWED, FIELDS, PRESSED, type Press } from "@/components/ui/key-press";

const PLACES = { page: "", field: FIELDS, arrowed: ARROWED, button: PRESSED } as const;

function press(key: string, more: Partial<Press> & { on?: keyof typeof PLACES; isRtl?: boolean } = {}) {
	const { on = "page", isRtl = false, ...parts } = more;
	const held = { ctrlKey: false, altKey: false, metaKey: false, shiftKey: false };
	const isOn = (selector: string) => selector === PLACES[on];
	return actOf({ key, code: "", ...held, isComposing: false, repeat: false, isOn, ...parts }, isRtl);
}

describe("a key on a new tab", () => {
	test.each([
		["ArrowLeft", "previous"],
		["ArrowRight", "next"],
		[" ", "togglePaused"],
		["m", "markRead"],
		["s", "toggleSaved"],
		["o", "openOriginal"],
		["x", "mute"],
		["v", "chooseView"],
		["?", "help"],
		["j", undefined],
		["Enter", undefined],
	])("%s does %s", (key, act) => expect(press(key)).toBe(act));

	test("points the other way in what is read from right to left", () => {
		expect(press("ArrowLeft", { isRtl: true })).toBe("next");
		expect(press("ArrowRight", { isRtl: true })).toBe("previous");
	});

	test("is a letter’s also with Caps Lock, and on the keyboard of another script", () => {
		expect(press("M")).toBe("markRead");
		expect(press("ь", { code: "KeyM" })).toBe("markRead");
	});

	test("held down steps on, and does nothing else again", () => {
		const again = { repeat: true };
		expect(press("ArrowRight", again)).toBe("next");
		expect([" ", "m", "s", "x", "o"].map((key) => press(key, again))).toEqual(Array(5).fill(undefined));
	});

	test("is left to what has the focus and uses it", () => {
		expect(["ArrowRight", " ", "m", "?"].map((key) => press(key, { on: "field" }))).toEqual(
			Array(4).fill(undefined),
		);
		expect([press("ArrowRight", { on: "arrowed" }), press(" ", { on: "arrowed" })]).toEqual([
			undefined,
			"togglePaused",
		]);
		expect([press(" ", { on: "button" }), press("m", { on: "button" })]).toEqual([undefined, "markRead"]);
	});

	test.each(["ctrlKey", "altKey", "metaKey", "isComposing"] as const)("with %s is the browser’s", (held) => {
		expect(["ArrowRight", " ", "m", "?"].map((key) => press(key, { [held]: true }))).toEqual(
			Array(4).fill(undefined),
		);
	});

	test("with Shift does nothing, but writes a question mark", () => {
		expect([press("M", { shiftKey: true }), press("ArrowRight", { shiftKey: true })]).toEqual([
			undefined,
			undefined,
		]);
		expect(press("?", { shiftKey: true })).toBe("help");
	});
});
