import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	clampScrub,
	goneAt,
	isInSight,
	isRightToLeft,
	keepPlace,
	lengthOf,
	measure,
	msToNextExit,
	seenAt,
	shiftOf,
	speedOf,
	stepFrom,
} from "@/components/ticker/tape-geometry";
import { MINUTE_MS } from "@/data/model/durations";

const WINDOW = 800;
const MARGIN = 50;

/** A strip of headlines of these widths, from the left or mirrored, moved by so much. */
function lay(widths: readonly number[], { rtl = false, moved = 0, against = [] as readonly boolean[] } = {}) {
	const length = MARGIN + widths.reduce((sum, width) => sum + width, 0);
	const at = (from: number, to: number) =>
		rtl
			? { left: length - to + moved, right: length - from + moved }
			: { left: from + moved, right: to + moved };
	let from = MARGIN;
	const spans = widths.map((width) => {
		const span = at(from, from + width);
		from += width;
		return span;
	});
	return measure(WINDOW, at(0, length), spans, rtl, against);
}

const someWidths = fc.array(fc.integer({ min: 20, max: 2_000 }), { minLength: 1, maxLength: 40 });
const somewhere = fc.record({ widths: someWidths, part: fc.double({ min: 0, max: 1, noNaN: true }) });

describe("the geometry of the tape", () => {
	test("a headline has gone by when the next one stands at the margin", () => {
		const geometry = lay([100, 200, 300]);
		expect(geometry.stops).toEqual([0, 100, 300, 600]);
		expect([0, 99, 100, 299, 300, 599, 600].map((at) => goneAt(geometry, at))).toEqual([0, 0, 1, 1, 2, 2, 3]);
	});

	test("an empty strip goes nowhere", () => {
		const geometry = lay([]);
		expect([lengthOf(geometry), goneAt(geometry, 0), seenAt(geometry, 0)]).toEqual([0, 0, 0]);
		expect(msToNextExit(geometry, 0, 1)).toBeNull();
		expect([speedOf(0, 0, 180), stepFrom(geometry, 0, 1), clampScrub(geometry, 9)]).toEqual([0, 0, 0]);
	});

	test("measures the same wherever the strip has been moved to, and mirrored from right to left", () => {
		fc.assert(
			fc.property(someWidths, fc.integer({ min: -9_000, max: 9_000 }), (widths, moved) => {
				const geometry = lay(widths);
				expect(lay(widths, { moved })).toEqual(geometry);
				expect(lay(widths, { moved, rtl: true })).toEqual(geometry);
			}),
		);
		expect([shiftOf(40, false), shiftOf(40, true)]).toEqual([-40, 40]);
	});

	test("takes as long for the whole strip as its words take to read", () => {
		fc.assert(
			fc.property(
				someWidths,
				fc.integer({ min: 1, max: 900 }),
				fc.integer({ min: 60, max: 400 }),
				(widths, words, pace) => {
					const length = lengthOf(lay(widths));
					expect(length / speedOf(length, words, pace)).toBeCloseTo((words / pace) * MINUTE_MS, 3);
				},
			),
		);
	});

	test("the next headline goes by exactly when it is said to", () => {
		fc.assert(
			fc.property(somewhere, fc.double({ min: 0.01, max: 2, noNaN: true }), ({ widths, part }, speed) => {
				const geometry = lay(widths);
				const position = part * lengthOf(geometry);
				const gone = goneAt(geometry, position);
				const ms = msToNextExit(geometry, position, speed);
				const then = ms === null ? widths.length : goneAt(geometry, position + ms * speed);
				expect(then).toBe(ms === null ? gone : gone + 1);
			}),
		);
	});

	test("what has gone by is never more than what has been seen, and both only grow on the way", () => {
		fc.assert(
			fc.property(somewhere, fc.nat(500), ({ widths, part }, on) => {
				const geometry = lay(widths);
				const position = part * lengthOf(geometry);
				expect(goneAt(geometry, position)).toBeLessThanOrEqual(seenAt(geometry, position));
				expect(goneAt(geometry, position + on)).toBeGreaterThanOrEqual(goneAt(geometry, position));
				expect(seenAt(geometry, position + on)).toBeGreaterThanOrEqual(seenAt(geometry, position));
			}),
		);
	});

	test("scrubbing stays between the first headline and the last", () => {
		fc.assert(
			fc.property(someWidths, fc.integer({ min: -99_999, max: 99_999 }), (widths, to) => {
				const geometry = lay(widths);
				const position = clampScrub(geometry, to);
				expect(position).toBeGreaterThanOrEqual(0);
				expect(goneAt(geometry, position)).toBeLessThan(widths.length);
			}),
		);
	});

	test("one that is read the other way rests with its start in sight, where it is too long for the window", () => {
		const widths = [100, 2_000, 300];
		const against = [true, true, false];
		for (const rtl of [false, true])
			expect(lay(widths, { against, rtl }).rests).toEqual([0, 1_400, 2_100, 2_400]);
		expect(lay(widths).rests).toEqual(lay(widths).stops);
	});

	test("one that rests in other type or another window rests there too", () => {
		const keys = [1, 2];
		const before = { geometry: lay([100, 400], { against: [false, true] }), keys };
		const after = { geometry: lay([200, 1_000], { against: [false, true] }), keys };
		expect(keepPlace(before, after, 100)).toBe(after.geometry.rests[1]);
	});

	test("steps on and back lead through every headline to either end", () => {
		fc.assert(
			fc.property(someWidths, fc.array(fc.boolean()), (widths, against) => {
				const geometry = lay(widths, { against });
				let position = 0;
				for (let at = 1; at <= widths.length; at++) {
					position = stepFrom(geometry, position, 1);
					expect(goneAt(geometry, position)).toBe(at);
				}
				expect(stepFrom(geometry, position, 1)).toBe(lengthOf(geometry));
				for (let at = widths.length - 1; at >= 0; at--) {
					position = stepFrom(geometry, position, -1);
					expect(goneAt(geometry, position)).toBe(at);
				}
				expect(stepFrom(geometry, position, -1)).toBe(0);
			}),
		);
	});

	test("a step back from the middle of a headline is to its beginning", () => {
		expect(stepFrom(lay([100, 200, 300]), 180, -1)).toBe(100);
	});

	test("a headline is in sight only as a whole", () => {
		const geometry = lay([100, 200, 600]);
		expect([0, 1, 2].map((index) => isInSight(geometry, index, 0))).toEqual([true, true, false]);
		expect([0, 1, 2].map((index) => isInSight(geometry, index, 150))).toEqual([false, false, true]);
	});

	test("keeps the place when something is put behind, dropped before or set in other type", () => {
		fc.assert(
			fc.property(
				somewhere,
				someWidths,
				fc.nat(40),
				fc.integer({ min: 1, max: 3 }),
				({ widths, part }, more, drop, zoom) => {
					const before = { geometry: lay(widths), keys: widths.map((_, index) => index) };
					const position = part * lengthOf(before.geometry);
					const gone = Math.min(goneAt(before.geometry, position), widths.length - 1);
					const dropped = Math.min(drop, gone);
					const all = [...widths, ...more].map((width) => width * zoom).slice(dropped);
					const after = { geometry: lay(all), keys: all.map((_, index) => index + dropped) };
					const lost = (before.geometry.stops[dropped] ?? 0) * zoom;
					expect(keepPlace(before, after, position)).toBeCloseTo(position * zoom - lost, 3);
				},
			),
		);
	});

	test("has no place to keep on another strip", () => {
		const before = { geometry: lay([10, 10]), keys: [1, 2] };
		expect(keepPlace(before, { geometry: lay([10]), keys: [3] }, 5)).toBeUndefined();
		expect(keepPlace({ geometry: lay([]), keys: [] }, before, 0)).toBeUndefined();
	});
});

describe("the direction of the tape", () => {
	test.each([
		[["שלום", "“أخبار اليوم", "English"], true],
		[["English", "Русский", "אחד"], false],
		[["2025: 新闻", "— ניוז", "News"], false],
	])("of %j is the one of most", (texts, rtl) => {
		expect(isRightToLeft(texts, !rtl)).toBe(rtl);
	});

	test.each([true, false])("is the page’s where the headlines don’t decide", (page) => {
		expect(isRightToLeft([], page)).toBe(page);
		expect(isRightToLeft(["שלום", "News", "123"], page)).toBe(page);
	});
});
