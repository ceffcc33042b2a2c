import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type OpmlFeed, readOpml, writeOpml } from "@/data/formats/opml/opml";

const HEAD = { title: "My headlines", createdAt: new Date(Date.UTC(2025, 6, 24, 9, 30)) };

describe("an OPML file is written", () => {
	test("as OPML 2.0, with groups as nested outlines", () => {
		const sources = [
			{ title: "A", url: "https://a.example/", home: "https://home.example/", group: "World / Europe" },
			{ title: "B", url: "https://b.example/", group: "World" },
			{ title: "C", url: "https://c.example/" },
		];
		expect(writeOpml(sources, HEAD)).toBe(
			`<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
	<head>
		<title>My headlines</title>
		<dateCreated>Thu, 24 Jul 2025 09:30:00 GMT</dateCreated>
	</head>
	<body>
		<outline type="rss" text="C" title="C" xmlUrl="https://c.example/"/>
		<outline text="World">
			<outline type="rss" text="B" title="B" xmlUrl="https://b.example/"/>
			<outline text="Europe">
				<outline type="rss" text="A" title="A" xmlUrl="https://a.example/" htmlUrl="https://home.example/"/>
			</outline>
		</outline>
	</body>
</opml>
`,
		);
	});

	test("with what is known in its head, be that nothing", () => {
		const [source] = readOpml(writeOpml([{ title: "A", url: "https://a.example/" }])).feeds;
		expect(source).toMatchObject({ title: "A", url: "https://a.example/" });
		expect(writeOpml([])).not.toContain("dateCreated");
	});

	test("a source without an address, such as a digest, is left out", () => {
		expect(readOpml(writeOpml([{ title: "A digest" }], HEAD)).feeds).toEqual([]);
	});

	test("what XML can't carry is dropped", () => {
		const text = writeOpml([{ title: "A\0\u001F\uD800\uFFFFb", url: "https://a.example/" }], HEAD);
		expect(readOpml(text).feeds[0]?.title).toBe("Ab");
	});

	test("a group of ten thousand folders is no trouble", () => {
		const group = Array.from({ length: 10_000 }, (_, n) => n).join(" / ");
		const source = { title: "A", url: "https://a.example/", group };
		expect(readOpml(writeOpml([source], HEAD)).feeds).toEqual([source]);
	});
});

describe("writing and reading are each other's inverse", () => {
	const name = fc
		.string({ unit: "grapheme" })
		.map((text) =>
			text
				.replace(/[^\P{Cc}\s]|[\uFFFE\uFFFF]/gu, "")
				.replace(/\s+/gu, " ")
				.trim(),
		)
		.filter((text) => text !== "");
	const address = fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href);
	const feed: fc.Arbitrary<OpmlFeed> = fc.record(
		{
			url: address,
			title: fc.oneof(name, fc.constantFrom("a & b", "<b>", '"q"', "it's", "&amp;", "]]>")),
			home: address,
			group: fc
				.array(fc.oneof(name, fc.constantFrom("News", "A & B", "/", "A /", "/ B", "C/D")), {
					minLength: 1,
					maxLength: 4,
				})
				.map((names) => names.join(" / ")),
		},
		{ requiredKeys: ["url", "title"] },
	);
	const feedList = fc.uniqueArray(feed, { selector: ({ url }) => url, maxLength: 30 });
	const byAddress = (list: OpmlFeed[]) => list.toSorted((a, b) => (a.url < b.url ? -1 : 1));

	test("every feed comes back with all that it had", () => {
		fc.assert(
			fc.property(feedList, name, (list, title) => {
				const read = readOpml(writeOpml(list, { ...HEAD, title }));
				expect(byAddress(read.feeds)).toEqual(byAddress(list));
				expect(read.title).toBe(title);
				expect(read.broken).toEqual([]);
			}),
		);
	});

	test("and in the order that it had, within its group", () => {
		fc.assert(
			fc.property(feedList, (list) => {
				const read = readOpml(writeOpml(list, HEAD)).feeds;
				for (const { group } of list) {
					const isInGroup = (feed: OpmlFeed) => feed.group === group;
					expect(read.filter(isInGroup)).toEqual(list.filter(isInGroup));
				}
			}),
		);
	});
});
