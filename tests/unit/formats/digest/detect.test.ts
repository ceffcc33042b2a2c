import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDigest } from "@/data/formats/digest/detect";

const SEED = "../shared/seed/headlines.txt";

const PNG = new TextDecoder().decode(
	Uint8Array.from([
		0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x2d, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52,
	]),
);

const NO_DIGEST: [what: string, text: string][] = [
	["an empty file", ""],
	["white space", " \n\r\n\t"],
	["separators alone", "-\n-\n-\n"],
	["a note without a separator", "Buy bread\nand milk"],
	["a PNG read as text", PNG],
	["HTML with a hyphen on its own line", "<!doctype html>\n<html>\n<p>One\n-\n<p>Two\n</html>"],
	["XML", '<?xml version="1.0"?>\n<rss version="2.0">\n-\n</rss>'],
	["JSON", '{\n"title": "One",\n"items": []\n}'],
	["lines of JSON with a hyphen between", '{"title": "One"}\n-\n{"title": "Two"}'],
	["CSV", "title,date\nOne,2025-07-24\nTwo,2025-07-24"],
	["a table of figures", "1;2;3\n-\n4;5;6"],
	["a list in YAML", "-\n  title: One\n  url: x\n-\n  title: Two\n  url: y"],
	["an email", "From: a@example.org\nTo: b@example.org\nSubject: Hello\n\nSee below.\n-\nAnna"],
	["a patch", "diff --git a/x b/x\n@@ -1,3 +1,2 @@\n-\n+const a = 1;"],
	["source code", "#!/bin/sh\necho one\n-\necho two"],
	["a style sheet's end", "body {\nmargin: 0;\n-\n}"],
	["a paragraph for a headline", `-\n${"word ".repeat(80)}\n-\nTwo`],
	["a text in the wrong encoding", `-\n${"\uFFFD".repeat(10)} in Kyiv\n-\nTwo`],
	["text with a NUL", "-\nOne\0\n-\nTwo"],
];

describe("what is a digest", () => {
	test("headlines with a separator are one", () => {
		expect(isDigest("-\nOne\n-\nTwo\nText of it.")).toBe(true);
		expect(isDigest("\uFEFF-\r\n‘Your turn’, says mayor\r\n-\r\n48 members sign")).toBe(true);
		expect(isDigest("-\n[Video] The bridge\n-\nМіст відкрито\n-\n橋が開通")).toBe(true);
	});

	test("one replacement character in a long text is forgiven", () => {
		expect(isDigest(`-\nOne \uFFFD\n${"Text of it. ".repeat(30)}\n-\nTwo`)).toBe(true);
	});

	test.each(NO_DIGEST)("%s is none", (_, text) => {
		expect(isDigest(text)).toBe(false);
	});

	test("a novel with one stray hyphen is none", () => {
		const novel = `Chapter one\n\n${"It was a quiet evening by the river.\n".repeat(3000)}-\nChapter two`;
		expect(isDigest(novel)).toBe(false);
	});

	test("any text at all is judged without a throw", () => {
		fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => typeof isDigest(text) === "boolean"));
	});

	test.skipIf(!existsSync(SEED))("the seed is one (needs ../shared)", () => {
		expect(isDigest(readFileSync(SEED, "utf8"))).toBe(true);
	});
});
