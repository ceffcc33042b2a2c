import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDigest } from "@/data/formats/digest/digest";
import { effortOf } from "../../support/effort";

const SEED = "../shared/seed/headlines.txt";

const titles = (text: string) => readDigest(text).map(({ title }) => title);

describe("a digest is read", () => {
	test("a block's first line is the headline, the lines under it are paragraphs", () => {
		expect(readDigest("-\nBridge opens\nIt is open.\nPeople came.\n-\nRain is due")).toEqual([
			{ title: "Bridge opens", paragraphs: ["It is open.", "People came."], complete: true },
			{ title: "Rain is due", paragraphs: [], complete: true },
		]);
	});

	test("a separator before the first block and after the last is optional", () => {
		for (const text of ["One\n-\nTwo", "-\nOne\n-\nTwo", "One\n-\nTwo\n-", "-\n-\nOne\n-\n-\n-\nTwo\n-\n"]) {
			expect(titles(text)).toEqual(["One", "Two"]);
		}
	});

	test.each([
		["CRLF", "\r\n"],
		["old Macintosh line ends", "\r"],
		["Unicode line separators", "\u2028"],
		["Unicode paragraph separators", "\u2029"],
		["next-line controls", "\u0085"],
		["form feeds", "\f"],
	])("%s end lines too", (_, end) => {
		expect(readDigest(["-", "One", "First.", "-", "Two"].join(end))).toEqual([
			{ title: "One", paragraphs: ["First."], complete: true },
			{ title: "Two", paragraphs: [], complete: true },
		]);
	});

	test("a byte order mark and white space around lines mean nothing", () => {
		expect(titles("\uFEFF-\n  One \n\t- \u00A0\n\u3000Two")).toEqual(["One", "Two"]);
		expect(titles("One\n\u200B-\u200B\nTwo")).toEqual(["One", "Two"]);
	});

	test("blank lines are no paragraphs, wherever they stand", () => {
		expect(readDigest("-\n\n \nOne\n\n\u200B\nFirst.\n\n")).toEqual([
			{ title: "One", paragraphs: ["First."], complete: true },
		]);
	});

	test("only a hyphen alone parts blocks", () => {
		expect(readDigest("One\n- a point\n--\n—")).toEqual([
			{ title: "One", paragraphs: ["- a point", "--", "—"], complete: true },
		]);
	});

	test("text that ends in mid-sentence isn't complete, a bare headline is", () => {
		const [cut, bare] = readDigest("-\nOne\nIt began well.\nThen came the day on which the\n-\nTwo of the");
		expect(cut?.complete).toBe(false);
		expect(bare?.complete).toBe(true);
	});

	test("nothing but white space and separators is no item", () => {
		for (const text of ["", "-", "\n\n", " - \n-\n\uFEFF"]) expect(readDigest(text)).toEqual([]);
	});
});

describe("laws of a digest", () => {
	const line = fc
		.string({ unit: "grapheme", minLength: 1 })
		.map((text) => text.replace(/[\s\u0085\u200B\u200E\u200F\u2060\uFEFF]/gu, ""))
		.filter((text) => text !== "" && text !== "-");
	const block = fc.array(line, { minLength: 1, maxLength: 5 });

	test("what was written in blocks is read in the same blocks", () => {
		fc.assert(
			fc.property(fc.array(block), fc.constantFrom("\n", "\r\n", "\u2028"), (blocks, end) => {
				const text = blocks.map((lines) => ["-", ...lines].join(end)).join(end);
				expect(readDigest(text).map(({ title, paragraphs }) => [title, ...paragraphs])).toEqual(blocks);
			}),
		);
	});

	test("any text at all is read without a throw, and every headline has text", () => {
		const pieces = fc.array(
			fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("\n", "-", " ", "\uFEFF", "\0")),
		);
		fc.assert(
			fc.property(pieces, (parts) => {
				for (const { title, paragraphs, complete } of readDigest(parts.join(""))) {
					expect(title.trim()).not.toBe("");
					expect(paragraphs.every((text) => text.trim() !== "")).toBe(true);
					if (paragraphs.length === 0) expect(complete).toBe(true);
				}
			}),
		);
	});

	test("a hundred thousand blocks are read in about a second", () => {
		const text = "-\nA headline\nA paragraph of it.\n".repeat(100_000);
		expect(effortOf(() => expect(readDigest(text)).toHaveLength(100_000))).toBeLessThan(3000);
	});
});

describe.skipIf(!existsSync(SEED))("the seed digest (needs ../shared)", () => {
	const items = existsSync(SEED) ? readDigest(readFileSync(SEED, "utf8")) : [];

	test("it has 20 headlines, 18 of them bare", () => {
		expect(items).toHaveLength(20);
		expect(items.filter(({ paragraphs }) => paragraphs.length === 0)).toHaveLength(18);
	});

	test("one article is whole and one is cut off", () => {
		const articles = items.filter(({ paragraphs }) => paragraphs.length > 0);
		expect(articles.map(({ complete, paragraphs }) => [complete, paragraphs.length])).toEqual([
			[true, 9],
			[false, 2],
		]);
	});
});
