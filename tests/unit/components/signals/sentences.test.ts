import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sentencesOf } from "../../../../components/signals/sentences";

const said = (text: string, language = "en") =>
	sentencesOf(text, language).map(({ start, end }) => text.slice(start, end));

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
					expect(sentences.every((sentence) => sentence.length <= 200 && sentence !== "")).toBe(true);
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
});
