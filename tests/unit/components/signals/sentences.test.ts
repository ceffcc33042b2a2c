import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentencesOf, speakingTime } from "../../../../components/signals/sentences";

const said = (text: string, language = "en", rate = 1) =>
	sentencesOf(text, language, rate).map(({ start, end }) => text.slice(start, end));

describe("sentences", () => {
	test("together are the text, and none is longer than a voice can hold", () => {
		const word = fc.constantFrom("ship", "船", " ", ". ", ", ", "\n", "👩‍🚀", "a".repeat(70), "…");
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.array(word).map((words) => words.join("")),
				),
				(text) => {
					const sentences = said(text);
					expect(sentences.join("")).toBe(text);
					expect(sentences.every((sentence) => speakingTime(sentence) <= 14_000 && sentence !== "")).toBe(
						true,
					);
				},
			),
		);
	});

	test.each([
		["It rained. The match went on.", "en", ["It rained. ", "The match went on."]],
		["雨が降った。試合は続いた。", "ja", ["雨が降った。", "試合は続いた。"]],
		["A headline without a stop\nIts source", "en", ["A headline without a stop\n", "Its source"]],
	])("%j ends where it ends in its language", (text, language, wanted) => {
		expect(said(text, language)).toEqual(wanted);
	});

	test("a long one is cut after a clause, else after a word", () => {
		const clause = `${"word ".repeat(30).trim()}, ${"more ".repeat(30).trim()}`;
		expect(said(clause)[0]?.endsWith(",")).toBe(true);
		expect(said("word ".repeat(90))[0]?.endsWith(" ")).toBe(true);
	});

	test("in Han, kana and Hangul are shorter, as each character takes longer to say", () => {
		for (const [character, language] of [
			["船", "zh"],
			["ふ", "ja"],
			["배", "ko"],
		] as const) {
			const [first = ""] = said(character.repeat(300), language);
			expect(first.length).toBeGreaterThan(40);
			expect(first.length).toBeLessThanOrEqual(61);
		}
		expect(said("a".repeat(400))[0]).toHaveLength(200);
	});

	test("are as long as the voice is fast", () => {
		const lengths = [0.5, 1, 3].map((rate) => said("a".repeat(900), "en", rate)[0]?.length);
		expect(lengths).toEqual([100, 200, 600]);
	});
});
