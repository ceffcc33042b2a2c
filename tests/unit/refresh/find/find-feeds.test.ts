import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { addAddress } from "../../../../data/refresh/add-address";
import { findFeeds } from "../../../../data/refresh/find/find-feeds";
import { readItems } from "../../../../data/store/items";
import { browser } from "../../support/browser";
import { emptyWorld, rss } from "../../support/world";
import { everyHost, html, link, only } from "./every-host";

vi.mock("wxt/browser", () => import("../../support/browser"));

const hosts = everyHost();
const { on, asked } = hosts;
let world: ReturnType<typeof emptyWorld>;

const SITE = "https://example.org";
const PATHS = [
	"/",
	"/feed",
	"/rss",
	"/feed.xml",
	"/rss.xml",
	"/atom.xml",
	"/index.xml",
	"/news.xml",
	"/sport.xml",
];

beforeEach(() => {
	world = emptyWorld({ fetch: hosts.fetch });
	for (const path of PATHS) on(SITE + path, { status: 404, body: "No.", contentType: "text/plain" });
});

describe("a preview", () => {
	it("shows how many headlines a feed holds and the three newest, and changes nothing", async () => {
		const item = (title: string, date: string) =>
			`<item><title>${title}</title><pubDate>${date}</pubDate></item>`;
		const items = [
			item("Second", "Thu, 24 Jul 2025 08:00:00 GMT"),
			item("Undated", ""),
			item("First", "Fri, 25 Jul 2025 08:00:00 GMT"),
			item("Third", "Wed, 23 Jul 2025 08:00:00 GMT"),
		];
		const body = `<rss version="2.0"><channel><title>Harbour</title>${items.join("")}</channel></rss>`;
		on(`${SITE}/feed`, { body });
		const before = await browser.storage.local.get();
		expect(await findFeeds("example.org/feed", world)).toEqual({
			ok: true,
			value: {
				kind: "found",
				feeds: [
					{
						url: `${SITE}/feed`,
						title: "Harbour",
						count: 4,
						newest: [
							{ title: "First", publishedAt: Date.UTC(2025, 6, 25, 8) },
							{ title: "Second", publishedAt: Date.UTC(2025, 6, 24, 8) },
							{ title: "Third", publishedAt: Date.UTC(2025, 6, 23, 8) },
						],
					},
				],
			},
		});
		expect(await browser.storage.local.get()).toEqual(before);
	});

	it("says of a feed that it is followed already", async () => {
		on(`${SITE}/feed`, { body: rss(["One"]) });
		await addAddress(`${SITE}/feed`, world);
		expect(await findFeeds(`${SITE}/feed`, world)).toMatchObject({
			value: { feeds: [{ known: true, count: 1 }] },
		});
	});

	it("of several feeds keeps the page's names, and says what each holds", async () => {
		on(`${SITE}/`, html(link("/news.xml", "News") + link("/sport.xml", "Sport")));
		on(`${SITE}/news.xml`, { body: rss(["One", "Two"], "Example") });
		on(`${SITE}/sport.xml`, { body: rss(["Three"], "Example") });
		expect(await findFeeds("feed://example.org", world)).toMatchObject({
			value: {
				kind: "found",
				feeds: [
					{ title: "News", count: 2, newest: [{ title: "One" }, { title: "Two" }] },
					{ title: "Sport", count: 1 },
				],
			},
		});
	});

	it("calls feeds as they call themselves where the page doesn't tell them apart", async () => {
		on(`${SITE}/`, html(link("/news.xml") + link("/sport.xml")));
		on(`${SITE}/news.xml`, { body: rss(["One"], "All news") });
		on(`${SITE}/sport.xml`, { body: rss(["Two"], "All sport") });
		expect(await findFeeds(SITE, world)).toMatchObject({
			value: { feeds: [{ title: "All news" }, { title: "All sport" }] },
		});
	});

	it("leaves a feed that it may not read unread, and one that fails explained", async () => {
		world = emptyWorld({ fetch: hosts.fetch, hasAccess: only("example.org") });
		on(
			`${SITE}/`,
			html(link("/news.xml", "News") + link("https://far.example/rss", "Far") + link("/gone", "Gone")),
		);
		on(`${SITE}/news.xml`, { body: rss(["One"]) });
		on(`${SITE}/gone`, { status: 410 });
		expect(await findFeeds(SITE, world)).toEqual({
			ok: true,
			value: {
				kind: "found",
				feeds: [
					expect.objectContaining({ title: "News", count: 1 }),
					{ url: "https://far.example/rss", title: "Far" },
					{ url: `${SITE}/gone`, title: "Gone", trouble: expect.objectContaining({ code: "gone" }) },
				],
			},
		});
		expect(asked()).not.toContain("https://far.example/rss");
	});

	it("reads six of many feeds, two at a time", async () => {
		const paths = Array.from({ length: 20 }, (_, index) => `/f${index}`);
		on(`${SITE}/`, html(paths.map((path) => link(path, path)).join("")));
		let atOnce = 0;
		let most = 0;
		const counting: typeof fetch = async (input, init) => {
			most = Math.max(most, ++atOnce);
			try {
				return await hosts.fetch(input, init);
			} finally {
				atOnce--;
			}
		};
		for (const path of paths) on(SITE + path, { body: rss(["One"]), delay: 5 });
		const found = await findFeeds(SITE, { ...world, fetch: counting });
		if (!found.ok || found.value.kind !== "found") throw new Error("Nothing was found.");
		expect(found.value.feeds).toHaveLength(20);
		expect(found.value.feeds.filter(({ count }) => count === 1)).toHaveLength(6);
		expect(asked()).toHaveLength(1 + 6);
		expect(most).toBe(2);
	});
});

describe("a site", () => {
	it("may name its feed in the Link header", async () => {
		on(`${SITE}/`, html("", { link: '</news.xml>; rel="alternate"; type="application/rss+xml"' }));
		on(`${SITE}/news.xml`, { body: rss(["One"], "News") });
		expect(await findFeeds(SITE, world)).toMatchObject({
			value: { feeds: [{ url: `${SITE}/news.xml`, title: "News" }] },
		});
	});

	it.each(["/feed", "/rss", "/feed.xml", "/rss.xml", "/atom.xml", "/index.xml"])(
		"that names none has it found at %s",
		async (path) => {
			on(`${SITE}/about/us`, html("<p>Hello."));
			on(SITE + path, { body: rss(["One"], "Found") });
			expect(await findFeeds(`${SITE}/about/us`, world)).toMatchObject({
				value: { kind: "found", feeds: [{ url: SITE + path, title: "Found", count: 1 }] },
			});
		},
	);

	it("has no more asked once a feed is found", async () => {
		on(`${SITE}/`, html("<p>Hello."));
		on(`${SITE}/rss`, { body: rss(["One"]) });
		await findFeeds(SITE, world);
		expect(asked().sort()).toEqual([`${SITE}/`, `${SITE}/feed`, `${SITE}/rss`]);
	});

	it("whose every path is the same page has six asked, and then it is said that there is no feed", async () => {
		for (const path of PATHS) on(SITE + path, html("<p>Hello."));
		expect(await findFeeds(SITE, world)).toEqual({
			ok: false,
			trouble: { code: "no-feed-found", about: `${SITE}/` },
		});
		expect(asked()).toHaveLength(1 + 6);
	});

	it("that is too busy is left alone", async () => {
		on(`${SITE}/`, html("<p>Hello."));
		on(`${SITE}/feed`, { status: 429 });
		expect(await findFeeds(SITE, world)).toMatchObject({ ok: false, trouble: { code: "too-busy" } });
		expect(asked()).toHaveLength(1 + 2);
	});

	it("whose only feed lies on another host leads there", async () => {
		world = emptyWorld({ fetch: hosts.fetch, hasAccess: only("example.org") });
		on(`${SITE}/`, html(link("https://far.example/rss")));
		expect(await findFeeds(SITE, world)).toEqual({
			ok: true,
			value: { kind: "elsewhere", url: "https://far.example/rss", origin: "https://far.example" },
		});
	});

	it("none of whose feeds can be read is explained by the first", async () => {
		on(`${SITE}/`, html(link("/news.xml", "News") + link("/sport.xml", "Sport")));
		expect(await findFeeds(SITE, world)).toMatchObject({ ok: false, trouble: { code: "not-found" } });
	});
});

describe("what can't be found adds nothing, and says why", () => {
	it.each([
		["what is no address", "my favourite site", "not-an-address"],
		["nothing there", `${SITE}/missing`, "not-found"],
		["something else", `${SITE}/text`, "not-a-feed"],
		["an empty answer", `${SITE}/empty`, "empty-answer"],
		["no answer", `${SITE}/silent`, "timed-out"],
		["a host that hangs up", `${SITE}/reset`, "unreachable"],
		["no access, when nobody is asked", "https://closed.example/", "permission-needed"],
	])("%s", async (_, address, code) => {
		world = emptyWorld({ fetch: hosts.fetch, hasAccess: only("example.org") });
		on(`${SITE}/text`, { body: "Just some words.", contentType: "text/plain" });
		on(`${SITE}/empty`, { body: "" });
		on(`${SITE}/silent`, { silent: true });
		on(`${SITE}/reset`, { reset: true });
		expect(await findFeeds(address, world)).toMatchObject({ ok: false, trouble: { code } });
		expect((await readItems(["sources"])).sources).toEqual([]);
	});

	it("any text at all is answered, and where nothing may be read nobody is asked", async () => {
		const closed = { ...world, hasAccess: async () => false };
		await fc.assert(
			fc.asyncProperty(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), async (text) => {
				expect(await findFeeds(text, closed)).toHaveProperty("ok");
			}),
		);
		expect(asked()).toEqual([]);
	});
});
