import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countWords, DWELL_MS, dwellOf } from "@/components/ticker/pace";

const pace = fc.integer({ min: 60, max: 400 });

describe("the dwell of a headline", () => {
	test("stays between its floor and its ceiling, whatever the headline", () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 2_000 }), pace, (title, wordsPerMinute) => {
				const dwell = dwellOf(title, wordsPerMinute);
				expect(dwell).toBeGreaterThanOrEqual(DWELL_MS.min);
				expect(dwell).toBeLessThanOrEqual(DWELL_MS.max);
			}),
		);
	});

	test("is never shorter with more to read, in any script", () => {
		const text = fc.array(
			fc.constantFrom(
				"東京で新しい図書館が開館",
				"Москва",
				"ทดสอบภาษาไทย",
				"مرحبا",
				"서울시",
				"नमस्ते",
				"Łódź",
				"…",
				"—",
			),
			{ maxLength: 12 },
		);
		fc.assert(
			fc.property(text, text, pace, (title, more, wordsPerMinute) => {
				expect(dwellOf([...title, ...more].join(" "), wordsPerMinute)).toBeGreaterThanOrEqual(
					dwellOf(title.join(" "), wordsPerMinute),
				);
			}),
		);
	});

	test("is never shorter for a slower reader", () => {
		fc.assert(
			fc.property(fc.lorem({ maxCount: 40 }), pace, pace, (title, one, other) => {
				expect(dwellOf(title, Math.min(one, other))).toBeGreaterThanOrEqual(
					dwellOf(title, Math.max(one, other)),
				);
			}),
		);
	});

	test("is never shorter with more to read", () => {
		fc.assert(
			fc.property(
				fc.lorem({ maxCount: 20 }),
				fc.lorem({ maxCount: 20 }),
				pace,
				(title, more, wordsPerMinute) => {
					expect(dwellOf(`${title} ${more}`, wordsPerMinute)).toBeGreaterThanOrEqual(
						dwellOf(title, wordsPerMinute),
					);
				},
			),
		);
	});

	test("of twelve words at 180 a minute is four seconds of reading and one to notice", () => {
		expect(dwellOf("one two three four five six seven eight nine ten eleven twelve", 180)).toBe(5_000);
	});
});

describe("counting words", () => {
	test("sees words where no spaces are", () => {
		expect(countWords("東京で新しい図書館が開館")).toBeGreaterThan(3);
	});

	test("does not take punctuation for words", () => {
		expect(countWords("Yes — no, maybe… “perhaps”!")).toBe(4);
	});
});
