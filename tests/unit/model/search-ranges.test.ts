import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { searchForm } from "@/data/model/search-form";
import { wordsOf } from "@/data/model/search-query";
import { rangesOf } from "@/data/model/search-ranges";

const marked = (text: string, query: string) =>
	rangesOf(text, wordsOf(query)).map(({ from, to }) => text.slice(from, to));

describe("what is marked", () => {
	test.each([
		["Café in São Paulo", "sao cafe", ["Café", "São"]],
		["Cafe\u0301 reopens", "cafe", ["Cafe\u0301"]],
		["Ёлка у ёлки", "елк", ["Ёлк", "ёлк"]],
		["東京で新しい図書館", "図書館", ["図書館"]],
		["Straße", "SS", ["ß"]],
		["İstanbul", "istanbul", ["İstanbul"]],
		["삼성전자", "삼서", ["삼성"]],
		["ﬁnance", "fin", ["ﬁn"]],
		["مـحـمـد", "محمد", ["مـحـمـد"]],
		["Banana", "ana", ["anana"]],
		["one two", "ne tw", ["ne", "tw"]],
		["nothing", "else", []],
		["𝔘nicode 😀 smile", "unicode smile", ["𝔘nicode", "smile"]],
	])("in %j for %j", (text, query, parts) => {
		expect(marked(text, query)).toEqual(parts);
	});
});

const anyText = fc.oneof(
	fc.string({ unit: "grapheme" }),
	fc.string({ unit: "binary" }),
	fc.string({ unit: fc.constantFrom(..."aİıßςﬁＡバﾊﾞ각가कि़أـ \u0301\u0307\u3099\u094D\u200C’") }),
);

test("a word is marked wherever it occurs, and what is marked holds it", () => {
	fc.assert(
		fc.property(anyText, fc.nat(20), fc.integer({ min: 1, max: 4 }), (text, from, length) => {
			const word = searchForm(text).slice(from, from + length);
			fc.pre(word !== "");
			const ranges = rangesOf(text, [word]);
			expect(ranges.length).toBeGreaterThan(0);
			for (const range of ranges) expect(searchForm(text.slice(range.from, range.to))).toContain(word);
		}),
	);
});

test("where no character comes apart, the form of what is marked is the word's own", () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom(..."aéЁЖ東") }), fc.nat(20), (text, from) => {
			const word = searchForm(text).slice(from, from + 2);
			fc.pre(word.length === 2 && word[0] !== word[1]);
			const [first] = rangesOf(text, [word]);
			if (first && first.to - first.from === 2)
				expect(searchForm(text.slice(first.from, first.to))).toBe(word);
		}),
	);
});

test("what is marked is in order and never overlaps", () => {
	fc.assert(
		fc.property(anyText, fc.array(anyText), (text, queries) => {
			const ranges = rangesOf(text, queries.flatMap(wordsOf));
			ranges.forEach(({ from, to }, place) => {
				expect(from).toBeGreaterThan(ranges[place - 1]?.to ?? -1);
				expect(to).toBeGreaterThan(from);
				expect(to).toBeLessThanOrEqual(text.length);
			});
		}),
	);
});
