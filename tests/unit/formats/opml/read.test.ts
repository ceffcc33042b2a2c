import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NotOpmlError, readOpml } from "@/data/formats/opml/opml";
import { effortOf } from "../../support/effort";

const opml = (body: string, head = "") =>
	`<opml version="2.0"><head>${head}</head><body>${body}</body></opml>`;

const feeds = (body: string) => readOpml(opml(body)).feeds;

describe("an OPML file is read", () => {
	test("a feed has its address, title and site", () => {
		const outline =
			'<outline type="rss" text="Daily" xmlUrl="https://example.org/feed" htmlUrl="https://example.org/"/>';
		expect(feeds(outline)).toEqual([
			{ url: "https://example.org/feed", title: "Daily", home: "https://example.org/" },
		]);
	});

	test("the file's own title is the one in its head", () => {
		const text = opml(
			'<outline text="Folder"><title>Not this</title></outline>',
			"<title>My &amp; feeds</title>",
		);
		expect(readOpml(text).title).toBe("My & feeds");
		expect(readOpml(opml(""))).toEqual({ feeds: [], broken: [], entries: [] });
	});

	test("folders in folders are a group", () => {
		const nested =
			'<outline text="World"><outline text="Europe"><outline text="A" xmlUrl="https://a.example/"/></outline>' +
			'<outline text="B" xmlUrl="https://b.example/"/></outline><outline text="C" xmlUrl="https://c.example/"/>';
		expect(feeds(nested).map(({ title, group }) => [title, group])).toEqual([
			["A", "World / Europe"],
			["B", "World"],
			["C", undefined],
		]);
	});

	test("attributes and elements count in any case, and url stands in for xmlUrl", () => {
		const text =
			'<OPML><Body><Outline TEXT="A" XMLURL="https://a.example/"/><OUTLINE Title="B" url="https://b.example/"/></Body></OPML>';
		expect(readOpml(text).feeds).toEqual([
			{ url: "https://a.example/", title: "A" },
			{ url: "https://b.example/", title: "B" },
		]);
	});

	test.each([
		["feed://example.org/rss", "https://example.org/rss"],
		["feed:https://example.org/rss", "https://example.org/rss"],
		["FEED://http://example.org/rss", "http://example.org/rss"],
		["feed:example.org/rss", "https://example.org/rss"],
		["feed://example.org:8080/rss", "https://example.org:8080/rss"],
		[" HTTPS://Example.ORG/rss#top ", "https://example.org/rss"],
		["https://anna:secret@example.org/rss", "https://example.org/rss"],
	])("the address %s means %s", (written, url) => {
		expect(feeds(`<outline xmlUrl="${written}"/>`)[0]?.url).toBe(url);
	});

	test("a feed that is listed twice is read once, where it stands first", () => {
		const twice =
			'<outline text="A" xmlUrl="https://a.example"/><outline text="Folder"><outline text="B" xmlUrl="https://a.example/#b"/></outline>';
		expect(feeds(twice)).toEqual([{ url: "https://a.example/", title: "A" }]);
	});

	test("a feed without a name is called by its host", () => {
		expect(feeds('<outline text=" " xmlUrl="https://a.example/feed"/>')[0]?.title).toBe("a.example");
	});

	test("an unescaped ampersand and an apostrophe survive", () => {
		expect(feeds("<outline text='Q & A' xmlUrl='https://a.example/?a=1&copy=2'/>")[0]).toEqual({
			url: "https://a.example/?a=1&copy=2",
			title: "Q & A",
		});
	});

	test("HTML's entities are decoded once, though XML has none of them", () => {
		const text = opml(
			'<outline text="Caf&eacute; &#233; &amp;eacute;" xmlUrl="https://a.example/?a=1&amp;b=2"/>',
			"<title>Mes fils &agrave; moi</title>",
		);
		expect(readOpml(text)).toMatchObject({
			title: "Mes fils à moi",
			feeds: [{ url: "https://a.example/?a=1&b=2", title: "Café é &eacute;" }],
		});
	});

	test("outlines that are never closed still hold their feeds", () => {
		const text =
			'<opml><body><outline text="F"><outline text="A" xmlUrl="https://a.example/"><outline text="B" xmlUrl="https://b.example/">';
		expect(readOpml(text).feeds.map(({ title, group }) => [title, group])).toEqual([
			["A", "F"],
			["B", "F"],
		]);
	});
});

describe("what means to be a feed and can't be", () => {
	test("it is reported with its name and its line", () => {
		const text = opml(
			[
				"",
				'<outline text="Good" xmlUrl="https://a.example/"/>',
				'<outline type="rss" text="No address"/>',
				'<outline text="Script" xmlUrl="javascript:alert(1)"/>',
				"<outline",
				'  text="Nonsense" xmlUrl="https://"/>',
				'<outline xmlUrl="ftp://a.example/feed"/>',
			].join("\n"),
		);
		expect(readOpml(text)).toMatchObject({
			feeds: [{ url: "https://a.example/", title: "Good" }],
			broken: [
				{ title: "No address", line: 3 },
				{ title: "Script", line: 4 },
				{ title: "Nonsense", line: 5 },
				{ title: "ftp://a.example/feed", line: 7 },
			],
		});
	});

	test("stands among the others by its line, with what was written for an address", () => {
		const text = opml(
			[
				"",
				'<outline text="Torn" xmlUrl="nowhere">',
				"</outline>",
				'<outline text="A" xmlUrl="https://a.example/"/>',
				'<outline text="A once more" xmlUrl="https://a.example/"/>',
			].join("\n"),
		);
		expect(readOpml(text).entries).toEqual([
			{ title: "Torn", url: "nowhere", line: 2, isBroken: true },
			{ title: "A", url: "https://a.example/", line: 4, isBroken: false },
			{ title: "A once more", url: "https://a.example/", line: 5, isBroken: false },
		]);
	});

	test("a folder isn't, even one that calls itself rss, nor a link, nor an empty folder", () => {
		const body =
			'<outline type="rss" text="News"><outline text="A" xmlUrl="https://a.example/"/></outline>' +
			'<outline type="link" text="Page" url="https://b.example/"/><outline text="Empty"/>';
		expect(readOpml(opml(body))).toMatchObject({
			feeds: [{ url: "https://a.example/", title: "A", group: "News" }],
			broken: [],
		});
	});
});

describe("what is no OPML", () => {
	test.each([
		["nothing", ""],
		["plain text", "-\nOne\n-\nTwo"],
		["a feed", '<?xml version="1.0"?><rss version="2.0"><channel/></rss>'],
		["a page", "<!doctype html><html><body><opml></opml></body></html>"],
		["JSON", '{"opml": 2}'],
	])("%s is refused", (_, text) => {
		expect(() => readOpml(text)).toThrow(NotOpmlError);
	});

	test("elements that nest without end are refused quickly", () => {
		const text = `<opml><body>${'<outline text="a">'.repeat(300_000)}`;
		expect(effortOf(() => expect(() => readOpml(text)).toThrow(NotOpmlError))).toBeLessThan(2000);
	});

	test("any text is read or refused, and nothing else", () => {
		const piece = fc.oneof(
			fc.constantFrom(
				"<opml>",
				"<outline",
				' xmlUrl="https://a.example/"',
				">",
				"/>",
				"</outline>",
				"<!--",
				"&",
				'"',
			),
			fc.string({ unit: "binary" }),
		);
		fc.assert(
			fc.property(fc.array(piece), (pieces) => {
				try {
					readOpml(pieces.join(""));
				} catch (error) {
					expect(error).toBeInstanceOf(NotOpmlError);
				}
			}),
		);
	});
});

test.each([
	["line by line", "\n"],
	["on one line", ""],
])("twenty thousand feeds in folders are read in about a second, %s", (_, end) => {
	const feed = (n: number) => `<outline text="${n}" xmlUrl="https://example.org/${n}"/>`;
	const numbers = Array.from({ length: 20_000 }, (_, n) => n);
	const body = numbers
		.map((n) => (n % 100 ? feed(n) : `</outline><outline text="Folder">${feed(n)}`))
		.join(end);
	const text = opml(`<outline text="First">${body}</outline>`);
	expect(effortOf(() => expect(readOpml(text).feeds).toHaveLength(20_000))).toBeLessThan(3000);
});
