import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { searchForm } from "@/data/model/search-form";

/** Any text, with more of the scripts that fold in ways of their own. */
const anyText = fc.oneof(
	fc.string({ unit: "grapheme" }),
	fc.string({ unit: "binary" }),
	fc.string({
		unit: fc.constantFrom(..."aİıßẞςΣéёйӕﬁＡバﾊﾞ각가한हिन्दीक़أيیكکـ\u0301\u0307\u3099\u094D\u200C’“"),
	}),
);

describe("the search form", () => {
	test.each([
		["case and accents", "CAFÉ São", "cafe sao"],
		["the dots of ё", "Ёлка", "елка"],
		["Turkish dotted and dotless i", "İstanbul ısı", "istanbul isi"],
		["German ß, small and capital", "Straße STRAẞE", "strasse strasse"],
		["Greek final sigma", "ΟΔΟΣ οδός", "οδοσ οδοσ"],
		["letters with a stroke", "Łódź Ørsted Æther", "lodz orsted aether"],
		["full-width Latin", "ＡＩ １２", "ai 12"],
		["half-width katakana", "ﾊﾞｽ", searchForm("バス")],
		["Arabic presentation forms, tatweel and vowels", "ﻣﺤﻤـــد مُحَمَّد", "محمد محمد"],
		["Arabic alefs", "أخبار إلى", "اخبار الي"],
		["Persian letters", "کتاب یک", "كتاب يك"],
		["a joiner within a word", "می\u200Cخواهم", searchForm("میخواهم")],
		["Hebrew points", "שָׁלוֹם", "שלום"],
		["typographic quotation marks", "“it’s”", '"it\'s"'],
		["kinds of white space", "one\ttwo\u00A0three\nfour", "one two three four"],
		["a soft hyphen", "head\u00ADline", "headline"],
		["a non-joiner between marks that have an order", "\u094D\u200C\u3099", "\u3099\u094D"],
	])("does without %s", (_what, text, form) => {
		expect(searchForm(text)).toBe(form);
	});

	test("keeps vowel signs and voicing marks, which tell words apart", () => {
		expect(searchForm("की")).not.toBe(searchForm("का"));
		expect(searchForm("バス")).not.toBe(searchForm("ハス"));
		expect(searchForm("ไม้")).not.toBe(searchForm("มา"));
	});

	test("finds a Hangul syllable while it is being typed", () => {
		expect(searchForm("삼성전자")).toContain(searchForm("삼서"));
	});

	test("is its own search form", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				expect(searchForm(searchForm(text))).toBe(searchForm(text));
			}),
		);
	});

	test("doesn't depend on case where a letter has one of each", () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(..."abcéñжёйσδ") }), (text) => {
				expect(searchForm(text.toUpperCase())).toBe(searchForm(text));
			}),
		);
	});
});
