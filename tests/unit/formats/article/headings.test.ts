import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { outline } from "@/data/formats/article/headings";

describe("headings", () => {
	test("make one outline from the second level, and skip none on the way down", () => {
		expect(outline([1, 3, 3, 2, 4])).toEqual([2, 3, 3, 3, 4]);
		expect(outline([4, 2, 4])).toEqual([2, 2, 3]);
		expect(outline([1, 2, 3, 4, 5, 6])).toEqual([2, 3, 4, 5, 6, 6]);
	});

	test("in any order", () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: 1, max: 6 })), (levels) => {
				const found = outline(levels);
				expect(found).toHaveLength(levels.length);
				for (const [place, level] of found.entries())
					expect(level >= 2 && level <= (found[place - 1] ?? 1) + 1).toBe(true);
			}),
		);
	});
});
