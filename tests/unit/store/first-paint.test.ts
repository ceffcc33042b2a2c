import { afterEach, expect, it, vi } from "vitest";
import type { FirstPaint } from "../../../data/model/first-paint";
import { rememberFirstPaint } from "../../../data/store/first-paint";
import { recallFirstPaint } from "../../../data/store/recall-first-paint";

/** The browser's storage that is read at once, with so much room. */
function storageOf(room: number) {
	const kept = new Map<string, string>();
	return {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => {
			if (value.length > room) throw new DOMException("No room.", "QuotaExceededError");
			kept.set(key, value);
		},
		removeItem: (key: string) => kept.delete(key),
	};
}
const paint = (mode: FirstPaint["mode"]): FirstPaint => ({ theme: "dark", mode });

afterEach(() => vi.unstubAllGlobals());

it("what was kept last for the first paint is recalled", () => {
	vi.stubGlobal("localStorage", storageOf(100));
	rememberFirstPaint(paint("one"));
	rememberFirstPaint(paint("quiet"));
	expect(recallFirstPaint()).toEqual(paint("quiet"));
});

it("one for which there is no room takes the one before with it", () => {
	vi.stubGlobal("localStorage", storageOf(JSON.stringify(paint("one")).length));
	rememberFirstPaint(paint("one"));
	rememberFirstPaint(paint("front-page"));
	expect(recallFirstPaint()).toBeNull();
});

it("a browser that keeps nothing keeps no page from opening", () => {
	// What Firefox gives where dom.storage.enabled is off.
	vi.stubGlobal("localStorage", null);
	expect(() => rememberFirstPaint(paint("one"))).not.toThrow();
	expect(recallFirstPaint()).toBeNull();
});
