import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Headline } from "@/data/model/headline";
import { searchForm } from "@/data/model/search-form";
import { createHunter, type Hunt, indexOf, sourceForms, withSources } from "@/data/model/search-index";
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

const plain = (headlines: Headline[], forms: ReadonlyMap<string, string>, words: string[]) =>
	headlines.filter(({ title, source }) => {
		const name = forms.get(source);
		return (
			name !== undefined && words.every((word) => searchForm(title).includes(word) || name.includes(word))
		);
	});
const wordsOfSome = letters.map(wordsOf).filter((words) => words.length > 0);

test("a search finds what a plain filter would, whatever was searched before, and in the same order", () => {
	fc.assert(
		fc.property(titles, sources, fc.array(wordsOfSome, { maxLength: 5 }), (titles, sources, searches) => {
			const headlines = titles.map(([title, source], place) => headline(title, source, place));
			const forms = sourceForms(sources);
			const index = indexOf(headlines, forms);
			const hunt = createHunter();
			for (const words of searches) expect(all(hunt(index, words))).toEqual(plain(headlines, forms, words));
		}),
	);
});

test("a query that is typed letter by letter finds what it finds at once", () => {
	fc.assert(
		fc.property(titles, sources, letters, fc.nat(3), (titles, sources, query, looked) => {
			const headlines = titles.map(([title, source], place) => headline(title, source, place));
			const forms = sourceForms(sources);
			const index = indexOf(headlines, forms);
			const hunt = createHunter();
			for (let length = 1; length <= query.length; length++) {
				const words = wordsOf(query.slice(0, length));
				if (words.length === 0) continue;
				hunt(index, words).at(looked);
				if (length === query.length) expect(all(hunt(index, words))).toEqual(plain(headlines, forms, words));
			}
		}),
	);
});

test("an index that grows while it is searched, or whose sources change, is searched as a whole", () => {
	fc.assert(
		fc.property(titles, titles, sources, sources, wordsOfSome, (some, more, before, after, words) => {
			const headlines = [...some, ...more].map(([title, source], place) => headline(title, source, place));
			const forms = sourceForms(before);
			const hunt = createHunter();
			const early = indexOf(headlines.slice(0, some.length), forms);
			expect(all(hunt(early, words))).toEqual(plain(headlines.slice(0, some.length), forms, words));
			const grown = [...early, ...indexOf(headlines.slice(some.length), forms)];
			expect(all(hunt(grown, words))).toEqual(plain(headlines, forms, words));
			const renamed = sourceForms(after);
			expect(all(hunt(withSources(grown, renamed), words))).toEqual(plain(headlines, renamed, words));
		}),
	);
});

test("so many headlines that they take several blocks are all found", () => {
	const headlines = Array.from({ length: 1_234 }, (_, place) => headline(`Harbour ${place}`, "s", place));
	const index = indexOf(headlines, sourceForms([{ id: "s", title: "The Source" }]));
	const hunt = createHunter();
	expect(all(hunt(index, ["harbour"]))).toEqual(headlines);
	expect(all(hunt(index, ["harbour", "12"]))).toEqual(headlines.filter(({ id }) => id.includes("12")));
	expect(all(hunt(index, ["1233", "sour"]))).toEqual(headlines.slice(1_233));
});
