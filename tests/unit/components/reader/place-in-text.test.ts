import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comeThrough, edgesOf, type Laid, lineAt, placeAt } from "@/components/reader/place-in-text";

const weights = fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1, maxLength: 40 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Lays blocks out below each other in columns of some width, with gaps between them. */
function lay(sizes: readonly number[], width: number, gap: number): Laid {
	const heights = sizes.map((size) => 20 * Math.ceil(size / width));
	const tops = edgesOf(heights.map((height) => height + gap));
	return {
		edges: edgesOf(sizes),
		span: (index) => {
			const top = 100 + (tops[index] ?? 0);
			return { top, bottom: top + (heights[index] ?? 0) };
		},
	};
}

describe("a place in a text", () => {
	test("survives any other width", () => {
		fc.assert(
			fc.property(
				weights,
				share,
				fc.integer({ min: 5, max: 200 }),
				fc.integer({ min: 0, max: 60 }),
				(sizes, place, width, gap) => {
					const laid = lay(sizes, width, gap);
					expect(placeAt(laid, lineAt(laid, place))).toBeCloseTo(place, 9);
				},
			),
		);
	});

	test("never goes back as the line goes down, and stays between 0 and 1", () => {
		fc.assert(
			fc.property(
				weights,
				fc.array(fc.double({ min: -1_000, max: 1e6, noNaN: true }), { minLength: 2 }),
				(sizes, lines) => {
					const laid = lay(sizes, 60, 16);
					const places = lines.sort((a, b) => a - b).map((line) => placeAt(laid, line));
					expect(places).toEqual([...places].sort((a, b) => a - b));
					for (const place of places) {
						expect(place).toBeGreaterThanOrEqual(0);
						expect(place).toBeLessThanOrEqual(1);
					}
				},
			),
		);
	});

	test("is 0 above a text and 1 below it", () => {
		const laid = lay([100, 20, 300], 60, 16);
		expect(placeAt(laid, 0)).toBe(0);
		expect(placeAt(laid, 1e6)).toBe(1);
		expect(placeAt({ edges: [0], span: () => ({ top: 0, bottom: 0 }) }, 10)).toBe(0);
	});

	test("counts by the text of a block, not by its height", () => {
		const tall: Laid = {
			edges: edgesOf([1, 99]),
			span: (index) => (index === 0 ? { top: 0, bottom: 900 } : { top: 900, bottom: 1_000 }),
		};
		expect(placeAt(tall, 900)).toBeCloseTo(0.01);
	});
});

describe("how far one has come", () => {
	test("is nothing at the top, all where the last line is in sight, and grows between", () => {
		fc.assert(
			fc.property(share, share, share, share, (a, b, c, d) => {
				const [above = 0, further = 0] = [a, b].sort((x, y) => x - y);
				const [end = 0, furtherEnd = 0] = [c, d].sort((x, y) => x - y);
				expect(comeThrough(further, furtherEnd)).toBeGreaterThanOrEqual(comeThrough(above, end));
			}),
		);
		expect(comeThrough(0, 0.4)).toBe(0);
		expect(comeThrough(0, 1)).toBe(0);
		expect(comeThrough(0.7, 1)).toBe(1);
	});
});
