import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chooseRows, joinRows, type Row, rowOf } from "@/components/headlines/rows";
import { wordsOf } from "@/data/model/search-query";

const row = (title: string, mark: Row["mark"] = {}): Row => ({
	headline: { id: title, title, source: "s", publishedAt: 0, kind: "bare" },
	sourceTitle: "The Daily Example",
	mark,
});
const rows = [
	row("Ёлка стоит в Кремле", { read: 1 }),
	row("Café in São Paulo reopens", { saved: 1 }),
	row("東京で新しい図書館が開館"),
];
const titles = (found: Row[]) => found.map((one) => one.headline.title);

describe("searching headlines", () => {
	test.each([
		["елка", rows[0]],
		["CAFE SAO", rows[1]],
		["paulo café", rows[1]],
		["図書館", rows[2]],
	])("“%s” finds it, whatever its accents, case, script and order of words", (query, wanted) => {
		expect(chooseRows(rows, "all", wordsOf(query))).toEqual([wanted]);
	});

	test("the source's name counts too", () => {
		expect(chooseRows(rows, "all", wordsOf("daily"))).toHaveLength(3);
	});

	test("every word must be there", () => {
		expect(chooseRows(rows, "all", wordsOf("cafe tokyo"))).toEqual([]);
	});

	test("any headline is found by itself", () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1, maxLength: 60 }), (title) => {
				expect(chooseRows([row(title)], "all", wordsOf(title))).toHaveLength(1);
			}),
		);
	});
});

describe("the tabs", () => {
	test("Unread leaves out what was read", () =>
		expect(titles(chooseRows(rows, "unread", []))).toEqual(titles(rows.slice(1))));
	test("Saved keeps only what was saved", () =>
		expect(titles(chooseRows(rows, "saved", []))).toEqual(titles(rows.slice(1, 2))));
});

test("a headline of a source that is no longer there still has a row", () => {
	const joined = joinRows([{ id: "a", title: "A", source: "gone", publishedAt: 0, kind: "bare" }], {}, []);
	expect(joined).toMatchObject([{ sourceTitle: "", mark: {} }]);
});

test("a headline’s row is the same one as long as nothing of it changes, though storage brings its mark anew", () => {
	const headline = { id: "a", title: "A", source: "s", publishedAt: 0, kind: "bare" } as const;
	const row = rowOf(headline, { read: 1, saved: 2 }, "Harbour Post");
	expect(rowOf(headline, { read: 1, saved: 2 }, "Harbour Post")).toBe(row);
	expect(rowOf(headline, { read: 1 }, "Harbour Post")).not.toBe(row);
	expect(rowOf(headline, { read: 1 }, "Harbour Herald").sourceTitle).toBe("Harbour Herald");
});
