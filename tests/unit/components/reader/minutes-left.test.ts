import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { minutesLeft, sayMinutesLeft, wordsToRead } from "@/components/reader/minutes-left";
import { WORDS_PER_MINUTE } from "@/data/model/settings";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const count = fc.integer({ min: 0, max: 100_000 });
const pace = fc.integer(WORDS_PER_MINUTE);

describe("words to read", () => {
	test("are counted in scripts with spaces", () => {
		expect(wordsToRead("The town's old light-house stays lit, says the keeper.")).toBe(9);
		expect(wordsToRead("Город проголосовал за маяк")).toBe(4);
		expect(wordsToRead("المدينة تحتفظ بمنارتها")).toBe(3);
		expect(wordsToRead("등대는 겨울에도 켜져 있다")).toBe(4);
		expect(wordsToRead(" … — !? ")).toBe(0);
	});

	test("are counted by characters in scripts without", () => {
		expect(wordsToRead("灯塔".repeat(255))).toBeCloseTo(2 * 228);
		expect(wordsToRead("とう".repeat(357))).toBeCloseTo(2 * 228);
		expect(wordsToRead("ประภาคารยังคงส่องสว่าง")).toBeGreaterThan(3);
		expect(wordsToRead("灯塔 stays lit")).toBeCloseTo(2 + (2 * 228) / 255);
	});

	test("of two texts are those of both", () => {
		const text = fc.string({ unit: fc.constantFrom(..."ab cd, 灯塔ไ'é\u0301-".split("")) });
		fc.assert(
			fc.property(text, text, (one, other) => {
				expect(wordsToRead(`${one} ${other}`)).toBeCloseTo(wordsToRead(one) + wordsToRead(other), 9);
			}),
		);
	});
});

describe("the minutes that are left", () => {
	test("never grow as one comes further, and are none at the end", () => {
		fc.assert(
			fc.property(count, pace, share, share, (words, perMinute, a, b) => {
				const [come = 0, further = 0] = [a, b].sort((x, y) => x - y);
				expect(minutesLeft(words, further, perMinute)).toBeLessThanOrEqual(
					minutesLeft(words, come, perMinute),
				);
				expect(minutesLeft(words, 1, perMinute)).toBe(0);
			}),
		);
	});

	test("never grow with the pace", () => {
		fc.assert(
			fc.property(count, share, pace, pace, (words, come, a, b) => {
				const [slow = 0, fast = 0] = [a, b].sort((x, y) => x - y);
				expect(minutesLeft(words, come, fast)).toBeLessThanOrEqual(minutesLeft(words, come, slow));
			}),
		);
	});

	test("are rounded up, and said where there are any", () => {
		expect(sayMinutesLeft(minutesLeft(720, 0, 180))).toBe("4 min left");
		expect(sayMinutesLeft(minutesLeft(720, 0.1, 180))).toBe("4 min left");
		expect(sayMinutesLeft(minutesLeft(3, 0, 180))).toBe("1 min left");
		expect(sayMinutesLeft(minutesLeft(720, 1, 180))).toBe("");
	});
});
