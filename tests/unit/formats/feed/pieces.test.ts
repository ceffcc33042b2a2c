import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "@/data/formats/feed/decode";
import { NotAFeedError, readFeed } from "@/data/formats/feed/read";
import { scan } from "@/data/formats/feed/scan";

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What is come upon in a document, in order. */
const found = (pieces: string[]): string[] => {
	const all: string[] = [];
	scan(pieces, {
		open: (source, start, end, attributes, selfClosing) => {
			all.push(`open ${source.slice(start, end)} ${JSON.stringify(attributes)} ${selfClosing}`);
		},
		close: (source, start, end) => all.push(`close ${source.slice(start, end)}`),
		isSureTag: (source, start, end) => source.slice(start, end) === "b",
		text: (source, start, end) => all.push(`text ${source.slice(start, end)}`),
		cdata: (source, start, end) => all.push(`cdata ${source.slice(start, end)}`),
		declaration: (source, start, end) => all.push(`declaration ${source.slice(start, end)}`),
	});
	return all;
};

const MARKUP = [
	...[
		"<a>",
		"</a>",
		"<b",
		'<a x="1>2" y=',
		"'<'",
		'"',
		"'",
		">",
		"/>",
		"<",
		"<!--",
		"-->",
		"<![CDATA[",
		"]]>",
	],
	...["<!DOCTYPE x>", "<?xml?>", "text", " ", "&amp;", "=", "</", "é"],
];

describe("a document that comes in pieces", () => {
	test("is scanned as it is in one, wherever it is parted", () => {
		const document = fc.array(fc.constantFrom(...MARKUP), { maxLength: 25 }).map((parts) => parts.join(""));
		fc.assert(
			fc.property(document, fc.integer({ min: 1, max: 9 }), (text, length) => {
				const pieces = Array.from({ length: Math.ceil(text.length / length) }, (_, at) =>
					text.slice(at * length, (at + 1) * length),
				);
				expect(found(pieces)).toEqual(found([text]));
			}),
			{ numRuns: 2000 },
		);
	});

	test("keeps its characters whole", () => {
		for (const before of ["", "a", "ab", "abc"]) {
			const text = `${before}${"é😀€\ufeff".repeat(20_000)}`;
			expect(decode(utf8(text)) === text).toBe(true);
			expect(decode(utf8(`\ufeff${text}`)) === text).toBe(true);
		}
	});

	test("has each of its items once where what was read first turns out wrong", () => {
		const items = Array.from({ length: 3_000 }, (_, n) => `<item><title>Number ${n}</title></item>`).join("");
		const bytes = Uint8Array.from(`<rss><channel>${items}<item><title>Caf\u00e9</title></item>`, (letter) =>
			letter.charCodeAt(0),
		);
		const { items: read } = readFeed(bytes, { url: "https://example.com/" });
		expect(read).toHaveLength(3_001);
		expect(read.at(-1)?.title).toBe("Café");
	});

	test("may begin with nothing at all for longer than a piece", () => {
		const blank = " \n".repeat(50_000);
		const from = { url: "https://example.com/" };
		expect(readFeed(utf8(`${blank}<rss><channel><title>A</title></channel></rss>`), from).title).toBe("A");
		const json = `${blank}{"version":"https://jsonfeed.org/version/1.1","title":"B","items":[]}`;
		expect(readFeed(utf8(json), from).title).toBe("B");
		expect(() => readFeed(utf8(blank), from)).toThrow(new NotAFeedError("empty"));
	});
});
