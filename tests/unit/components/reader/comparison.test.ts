import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compare, type Piece } from "../../../../components/reader/comparison";

const earlier = (pieces: Piece[]) => pieces.map(({ kind, text }) => (kind === "added" ? "" : text)).join("");
const later = (pieces: Piece[]) => pieces.map(({ kind, text }) => (kind === "removed" ? "" : text)).join("");
const said = (pieces: Piece[]) =>
	pieces
		.map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `[+${text}+]` })[kind])
		.join("");

/** Texts that share words and lines, as an edit and what it was made of do. */
const texts = fc
	.array(fc.constantFrom("the ", "ship", " ", "sank", "\n", "\n\n", "沈んだ", "船", "เรือ", "ёж", "…", "👩‍🚀"))
	.map((parts) => parts.join(""));

describe("comparing two texts", () => {
	test("what isn't added is the earlier one, what isn't removed the later one", () => {
		fc.assert(
			fc.property(fc.oneof(texts, fc.string()), fc.oneof(texts, fc.string()), (before, after) => {
				const pieces = compare(before, after, "en");
				expect(earlier(pieces)).toBe(before);
				expect(later(pieces)).toBe(after);
			}),
		);
	});

	test("a text and itself have no difference", () => {
		fc.assert(
			fc.property(texts, (text) => {
				expect(compare(text, text, "ja").every(({ kind }) => kind === "same")).toBe(true);
			}),
		);
	});

	test.each([
		["Five ships sank.", "Six ships sank.", "en", "[-Five-][+Six+] ships sank."],
		[
			"One\nTwo red cars\nThree",
			"One\nA blue boat\nThree",
			"en",
			"One\n[-Two red cars-][+A blue boat+]\nThree",
		],
		["One\nThree", "One\nTwo\nThree", "en", "One\n[+Two\n+]Three"],
		["船が五隻沈んだ。", "船が六隻沈んだ。", "ja", "船が[-五隻-][+六隻+]沈んだ。"],
		["เรือจมแล้ว", "เรือลอยแล้ว", "th", "เรือ[-จม-][+ลอย+]แล้ว"],
		["Корабль затонул", "Корабль уплыл", "ru", "Корабль [-затонул-][+уплыл+]"],
	])("%j and %j are told apart by words", (before, after, language, wanted) => {
		expect(said(compare(before, after, language))).toBe(wanted);
	});

	test("long texts without a word in common are told apart as a whole, before that holds up a page", () => {
		const words = (prefix: string) => Array.from({ length: 20_000 }, (_, n) => `${prefix}${n}`).join(" ");
		const [before, after] = [words("a"), words("b")];
		expect(compare(before, after, "en").map(({ text }) => text.length)).toEqual([
			before.length,
			after.length,
		]);
	});
});
