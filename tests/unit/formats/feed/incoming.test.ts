import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FeedItem } from "@/data/formats/feed/feed";
import { toIncoming } from "@/data/formats/feed/incoming";
import { leastEffortOf } from "../../support/effort";
import { firstItem, readText, rss } from "./support";

const incoming = (items: FeedItem[]) => toIncoming({ format: "rss", title: "Feed", items });
const kindOf = async (xml: string) =>
	(await incoming([firstItem(rss(`<item><title>Bridge open</title>${xml}</item>`))]))[0]?.kind;

describe("what names a headline", () => {
	test("its guid, else its canonical link, else its text", async () => {
		const [a, b, c] = await incoming([
			{ title: "a", guid: "1", url: "https://a.example/a" },
			{ title: "b", url: "https://www.a.example/b/?utm_source=rss#top" },
			{ title: "c", summary: "text" },
		]);
		expect(a?.key).toBe("1");
		expect(b?.key).toBe("a.example/b#top");
		expect(c?.key).toMatch(/^[\w-]{20}$/);
	});

	test("not the first page of a site, to which any item may lead", async () => {
		const [a] = await incoming([{ title: "a", url: "https://a.example/?utm_source=rss" }]);
		const [b] = await incoming([{ title: "b", url: "https://a.example" }]);
		expect(b?.key).not.toBe(a?.key);
		const [c] = await incoming([{ title: "c", url: "https://a.example/#c" }]);
		expect(c?.key).toBe("a.example#c");
	});

	test("nothing that changes all the time in the text", async () => {
		const keyWith = async (signature: number) => {
			const summary = `<img src="https://cdn.example/a.jpg?signature=${signature}">The text`;
			return (await incoming([{ title: "a", summary }]))[0]?.key;
		};
		expect(await keyWith(1)).toBe(await keyWith(2));
	});

	test("not a guid or a link that several items share", async () => {
		const shared = await incoming([
			{ title: "a", guid: "same", url: "https://a.example/" },
			{ title: "b", guid: "same", url: "https://a.example/" },
			{ title: "c", guid: "same", url: "https://a.example/c" },
		]);
		expect(new Set(shared.map(({ key }) => key)).size).toBe(3);
		expect(shared.map(({ key }) => key)).not.toContain("same");
		expect(shared[2]?.key).toBe("a.example/c");
	});

	test("an item that stands in the feed twice is one headline", async () => {
		const item: FeedItem = { title: "a", guid: "1", url: "https://a.example/" };
		expect(await incoming([item, { title: "b", guid: "2" }, item])).toHaveLength(2);
	});

	test("keys are unique in any feed", async () => {
		const item = fc.record(
			{
				title: fc.constantFrom("a", "b"),
				guid: fc.constantFrom("1", "2"),
				url: fc.constantFrom("https://a.example/1", "https://a.example/2"),
				summary: fc.constantFrom("x", "y"),
			},
			{ requiredKeys: ["title"] },
		);
		await fc.assert(
			fc.asyncProperty(fc.array(item), async (items) => {
				const keys = (await incoming(items)).map(({ key }) => key);
				expect(new Set(keys).size).toBe(keys.length);
			}),
		);
	});
});

describe("an item", () => {
	test("that the document ended in becomes no headline", async () => {
		expect(await toIncoming(readText("<rss><item><title>a</title></item><item><title>b"))).toMatchObject([
			{ title: "a" },
		]);
	});

	test("that says nothing becomes no headline", async () => {
		expect(await toIncoming(readText(rss("<item/><item><author>x</author></item>")))).toEqual([]);
	});
});

describe("what to expect behind a headline", () => {
	test.each([
		["bare", ""],
		["bare", "<description> </description>"],
		["bare", "<description>Bridge open!</description>"],
		["bare", '<description>&lt;a href="https://a.example/"&gt;Comments&lt;/a&gt;</description>'],
		["article", "<description>The bridge is open.</description>"],
		["article", '<description>&lt;img src="x.jpg"&gt;</description>'],
		["cut-off", "<description>The bridge is open […]</description>"],
		[
			"cut-off",
			"<description>&lt;p&gt;The bridge is open…&lt;/p&gt;&lt;a href='x'&gt;Read more&lt;/a&gt;</description>",
		],
		["video", "<link>https://www.youtube.com/watch?v=1</link>"],
		["video", "<link>https://youtu.be/1</link><description>The bridge…</description>"],
		["video", "<link>https://vimeo.com/123</link>"],
		["video", '<enclosure url="/a.mp4" type="video/mp4"/><description>See it open.</description>'],
		["article", '<enclosure url="/a.mp3" type="audio/mpeg"/><description>Hear it open.</description>'],
		[
			"article",
			`<enclosure url="/a.mp4" type="video/mp4"/><description>${"The bridge is open. ".repeat(60)}</description>`,
		],
		["article", "<link>https://www.youtube.com/about</link><description>The bridge is open.</description>"],
	])("%s: %s", async (kind, xml) => expect(await kindOf(xml)).toBe(kind));

	test("text that ends in code is whole, though no full stop ends it", async () => {
		const log = `${"Mend the build on old machines. ".repeat(20)}Closes 1f0c2d9 and`;
		expect(await kindOf(`<description>&lt;p&gt;${log}&lt;/p&gt;</description>`)).toBe("cut-off");
		expect(await kindOf(`<description>&lt;pre&gt;${log}&lt;/pre&gt;</description>`)).toBe("article");
	});

	test("text of 120 kB of closing tags is judged at once", () => {
		const items = [{ title: "a", guid: "1", content: `Some words.${"</pre>".repeat(20_000)} x` }];
		// All that is asynchronous in it is a hash, which an item with a guid goes without.
		expect(leastEffortOf(() => void incoming(items))).toBeLessThan(200);
	});

	test("a short is a video by its tag", async () => {
		expect(await incoming([{ title: "Bridge opens #Shorts", guid: "1" }])).toMatchObject([{ kind: "video" }]);
	});

	test("the whole text is preferred to the summary", async () => {
		const [headline] = await incoming([{ title: "a", guid: "1", summary: "short", content: "<p>Long.</p>" }]);
		expect(headline?.html).toBe("<p>Long.</p>");
	});
});

test("the files that a feed names for an item come with it, but no endless list of them", async () => {
	const [one] = await incoming([
		firstItem(
			rss(
				'<item><title>Episode</title><enclosure url="https://a.example/1.mp3" type="audio/mpeg" length="9"/></item>',
			),
		),
	]);
	expect(one?.media).toEqual([
		{ url: "https://a.example/1.mp3", kind: "audio", type: "audio/mpeg", length: 9 },
	]);
	const media = Array.from({ length: 500 }, (_, n) => ({
		url: `https://a.example/${n}`,
		kind: "image" as const,
	}));
	expect((await incoming([{ title: "Many", media }]))[0]?.media?.length).toBeLessThan(100);
	expect(await incoming([{ title: "None", media: [] }])).not.toMatchObject([{ media: [] }]);
});
