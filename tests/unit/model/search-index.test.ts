import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Headline } from "@/data/model/headline";
import { searchForm } from "@/data/model/search-form";
import { createHunter, type Hunt, indexOf, sourceForms } from "@/data/model/search-index";
import { isNarrower, wordsOf } from "@/data/model/search-query";

const headline = (title: string, source: string, place: number): Headline => ({
	id: `${place}`,
	title,
	source,
	publishedAt: 0,
	kind: "bare",
});

const all = (hunt: Hunt): Headline[] => {
	const found: Headline[] = [];
	for (let at = hunt.at(0); at; at = hunt.at(found.length)) found.push(at);
	return found;
};

describe("the words of a query", () => {
	test.each([
		["", []],
		["  Two   WORDS ", ["two", "words"]],
		["twice twice", ["twice"]],
		['one "a phrase" more', ["one", "a phrase", "more"]],
		["“una frase”", ["una frase"]],
		['not "closed yet', ["not", "closed yet"]],
		['"', []],
	])("of %j are %j", (query, words) => {
		expect(wordsOf(query)).toEqual(words);
	});

	test("more words, or longer ones, find less", () => {
		expect(isNarrower(["harbour"], ["harb"])).toBe(true);
		expect(isNarrower(["harbour", "a"], ["harbour"])).toBe(true);
		expect(isNarrower(["harb"], ["harbour"])).toBe(false);
		expect(isNarrower(["harbour"], ["harbour", "x"])).toBe(false);
	});
});

const letters = fc.string({ unit: fc.constantFrom(..."abéßё東京 가각ﬁ"), maxLength: 8 });
const titles = fc.array(fc.tuple(letters, fc.constantFrom("s", "t", "gone")), { maxLength: 30 });
const sources = fc.tuple(letters, letters).map(([s, t]) => [
	{ id: "s", title: s },
	{ id: "t", title: t },
]);

test("a search finds what a plain filter would, whatever was searched before, and in the same order", () => {
	fc.assert(
		fc.property(
			titles,
			sources,
			fc.array(letters, { minLength: 1, maxLength: 5 }),
			(titles, sources, queries) => {
				const headlines = titles.map(([title, source], place) => headline(title, source, place));
				const index = indexOf(headlines);
				const forms = sourceForms(sources);
				const hunt = createHunter();
				for (const query of queries) {
					const words = wordsOf(query);
					const plain = headlines.filter(({ title, source }) => {
						const name = forms.get(source);
						return (
							name !== undefined &&
							words.every((word) => searchForm(title).includes(word) || name.includes(word))
						);
					});
					expect(all(hunt(index, forms, words))).toEqual(plain);
				}
			},
		),
	);
});

test("a query that is typed letter by letter finds what it finds at once", () => {
	fc.assert(
		fc.property(titles, sources, letters, fc.nat(3), (titles, sources, query, looked) => {
			const index = indexOf(titles.map(([title, source], place) => headline(title, source, place)));
			const forms = sourceForms(sources);
			const hunt = createHunter();
			for (let length = 1; length < query.length; length++)
				hunt(index, forms, wordsOf(query.slice(0, length))).at(looked);
			expect(all(hunt(index, forms, wordsOf(query)))).toEqual(
				all(createHunter()(index, forms, wordsOf(query))),
			);
		}),
	);
});
