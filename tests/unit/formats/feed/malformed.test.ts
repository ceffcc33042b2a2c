import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NotAFeedError, readFeed } from "@/data/formats/feed/read";
import { FROM, firstItem, readText, rss } from "./support";

const titles = (text: string) => readText(text).items.map(({ title }) => title);

describe("a broken feed is read as far as it goes", () => {
	test("with junk before it and after it", () => {
		expect(
			titles(`\n<br /><b>Warning</b>: line 3 ${rss("<item><title>a</title></item>")} <!-- 0.2 s --> bye`),
		).toEqual(["a"]);
	});

	test("with items that are not closed", () => {
		expect(titles(rss("<item><title>a</title><item><title>b</title></item>"))).toEqual(["a", "b"]);
	});

	test("with titles and links that are not closed", () => {
		const item = firstItem(rss("<item><title>a<link>https://a.example/1<description>text</item>"));
		expect(item).toMatchObject({ title: "a", url: "https://a.example/1", summary: "text" });
	});

	test("with tags that close nothing, or the wrong thing", () => {
		expect(
			titles(rss("<item></></b></p><title>a</i></title></item></item><item><title>b</title></item>")),
		).toEqual(["a", "b"]);
		expect(firstItem(rss("<item><description><b>x</description><title>a</title></item>")).title).toBe("a");
	});

	test("with capitals in its tags", () => {
		const feed = readText(
			"<RSS><CHANNEL><TITLE>T</TITLE><ITEM><TITLE>a</TITLE><PUBDATE>2004-01-01</PUBDATE></ITEM></CHANNEL></RSS>",
		);
		expect(feed).toMatchObject({ title: "T", items: [{ title: "a", publishedAt: Date.UTC(2004, 0, 1) }] });
	});

	test("with a bracket in a text that begins a word", () => {
		expect(
			firstItem(rss("<item><title>If a<b and c<d</title><link>https://a.example/</link></item>")),
		).toEqual({ title: "If a<b and c<d", url: "https://a.example/" });
	});

	test("with tags whose end was forgotten", () => {
		expect(titles(rss("<item<title>a</title></item>"))).toEqual(["a"]);
		expect(titles(rss("<item><title>a</title></item\n<item><title>b</title></item>"))).toEqual(["a", "b"]);
		expect(
			firstItem(rss("<item><title>a</title<link>https://a.example/</link><dc:date>2004</dc:date></item>")),
		).toEqual({ title: "a", url: "https://a.example/", publishedAt: Date.UTC(2004) });
	});

	test("with formatting between its elements that nobody closed", () => {
		expect(
			firstItem(rss("<item><title>a</title><b><link>https://a.example/</link><guid><guid>g</guid></item>")),
		).toEqual({ title: "a", url: "https://a.example/", guid: "g" });
	});

	test.each([
		['<enclosure url="https://a.example/1.mp3/></item>', '<enclosure url="https://a.example/2.mp3"/></item>'],
		["<enclosure url = 'https://a.example/1.mp3></item>", "<guid isPermaLink='false'>2</guid></item>"],
		['<link href="https://a.example/1><guid>1</guid></item>', '<guid isPermaLink="false">2</guid></item>'],
		['<category domain="d', '<category domain="e">x</category></item>'],
	])("with a quote that isn't closed, and another far behind: %s", (broken, whole) => {
		const feed = rss(`<item><title>a</title>${broken}<item><title>b</title>${whole}`);
		expect(titles(feed)).toEqual(["a", "b"]);
		const [first, second] = readText(feed).items;
		expect(first?.guid ?? "1").toBe("1");
		expect(first?.media?.[0]?.url ?? "https://a.example/1.mp3").toBe("https://a.example/1.mp3");
		expect(second?.guid ?? "2").toBe("2");
	});

	test("with brackets in its attributes", () => {
		const item = firstItem(
			rss(
				`<item><media:thumbnail url="https://a.example/1.png" title="a < b"/><media:content url="https://a.example/2.png" title='<b>bold</b> & <i>'/><title>t</title></item>`,
			),
		);
		expect(item).toMatchObject({ title: "t", media: [{ title: "<b>bold</b> & <i>" }, { title: "a < b" }] });
	});

	test("with an attribute twice: the first counts", () => {
		const xml = '<feed><entry><title>a</title><link href="/1" href="/2"/></entry></feed>';
		expect(firstItem(xml).url).toBe("https://feeds.example/1");
	});

	test("with bare ampersands in its links", () => {
		expect(firstItem(rss("<item><link>https://a.example/?a=1&b=2&amp;c=3&copy=4</link></item>")).url).toBe(
			"https://a.example/?a=1&b=2&c=3&copy=4",
		);
	});

	test("with prefixes that nobody declared", () => {
		expect(
			firstItem(rss("<item><dc:creator>Ann</dc:creator><content:encoded>x</content:encoded></item>")),
		).toMatchObject({ author: "Ann", content: "x" });
	});

	test("without a channel, and even without a root", () => {
		expect(titles("<rss><item><title>a</title></item></rss>")).toEqual(["a"]);
		expect(titles("<item><title>a</title></item><item><title>b</title></item>")).toEqual(["a", "b"]);
	});

	test("with an entity of its own", () => {
		expect(
			firstItem(`<!DOCTYPE rss [<!ENTITY who "Ann">]>${rss("<item><title>&who; sails</title></item>")}`)
				.title,
		).toBe("Ann sails");
	});

	test("JSON with trailing commas, line breaks in strings, and junk behind", () => {
		expect(titles('{"items":[{"title":"a\nb",},{"title":"c"},],} // end')).toEqual(["a b", "c"]);
	});
});

describe("what is no feed is said to be none, and why", () => {
	test.each([
		["empty", ""],
		["empty", " \n\t\ufeff"],
		["html", "<!doctype html><html><head><title>x</title></head><body><p>Hello</body></html>"],
		["html", "<div><item>x</item></div>"],
		["unknown", "hello"],
		["unknown", '<opml version="2.0"><body/></opml>'],
		["unknown", '{"items":"none"}'],
		["unknown", "{]"],
		["unknown", "\x1f\u008b\b\0\0"],
	])("%s: %j", (reason, text) => {
		expect(() => readText(text)).toThrow(expect.objectContaining({ name: "NotAFeedError", reason }));
	});
});

describe("a feed that is cut off at any byte keeps the items before the cut", () => {
	const endOf = (name: string) =>
		name.endsWith("json") ? "},\n    {" : /atom/.test(name) ? "</x:entry>" : "</item>";
	test.each(["harbour.rss.xml", "lighthouse.atom.xml", "weather.rdf.xml", "notes.json"])("%s", (name) => {
		const bytes = new Uint8Array(readFileSync(`tests/fixtures/feeds/${name}`));
		const whole = readFeed(bytes, { url: FROM });
		const text = new TextDecoder().decode(bytes);
		for (let cut = text.indexOf(endOf(name)) + endOf(name).length; cut < bytes.length; cut++) {
			const part = readFeed(bytes.subarray(0, cut), { url: FROM });
			expect(part.items[0]).toEqual(whole.items[0]);
			for (const [at, item] of part.items.entries())
				if (!item.unfinished) expect(item).toEqual(whole.items[at]);
		}
	});

	test("an item that the cut goes through says so", () => {
		const feed = readText(
			rss("<item><title>a</title></item><item><title>b</title><link>https").split("</channel>")[0] ?? "",
		);
		expect(feed.items.map(({ unfinished }) => unfinished)).toEqual([undefined, true]);
	});
});

describe("whatever comes", () => {
	const orNotAFeed = (read: () => unknown) => {
		try {
			read();
		} catch (error) {
			expect(error).toBeInstanceOf(NotAFeedError);
		}
	};
	const fragment = fc.constantFrom(
		...'<rss> <channel> <item> </item> </channel> <title> </title> <feed> <entry> </entry> <![CDATA[ ]]> <!-- --> <!DOCTYPE &amp; &x; & < > " \' = <a:b xmlns: xml:base= <link href= /> { } [ ] , "items": \\ \0 é 😀 <description> <div> </div> <content type= base64'.split(
			" ",
		),
	);

	test("any bytes are a feed or none", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) =>
				orNotAFeed(() => readFeed(bytes, { url: FROM })),
			),
		);
	});

	test("any pieces of feeds are a feed or none, and every item has a title", () => {
		const pieces = fc.array(fc.oneof({ weight: 4, arbitrary: fragment }, fc.string()), { maxLength: 40 });
		fc.assert(
			fc.property(pieces, (parts) =>
				orNotAFeed(() => {
					for (const { title } of readText(parts.join("")).items) expect(title).not.toBe("");
				}),
			),
			{ numRuns: 1000 },
		);
	});

	test("any JSON is a feed or none", () => {
		const items = fc.record({
			version: fc.constant("https://jsonfeed.org/version/1"),
			items: fc.array(fc.jsonValue()),
		});
		fc.assert(
			fc.property(
				fc.oneof(
					fc.json(),
					items.map((feed) => JSON.stringify(feed)),
				),
				(json) => orNotAFeed(() => readText(json)),
			),
		);
	});

	test("any address that it is said to come from will do", () => {
		fc.assert(
			fc.property(fc.string(), (url) => {
				const bytes = new TextEncoder().encode(rss("<item><link>/1</link></item>"));
				expect(readFeed(bytes, { url }).items).toHaveLength(1);
			}),
		);
	});
});
