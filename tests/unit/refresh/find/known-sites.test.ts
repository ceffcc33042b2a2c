import { beforeEach, describe, expect, it, vi } from "vitest";
import { addAddress } from "../../../../data/refresh/add-address";
import { findFeeds } from "../../../../data/refresh/find/find-feeds";
import { emptyWorld, rss } from "../../support/world";
import { everyHost, html, link, only } from "./every-host";

vi.mock("wxt/browser", () => import("../../support/browser"));

const hosts = everyHost();
const { on, asked } = hosts;
let world: ReturnType<typeof emptyWorld>;

beforeEach(() => {
	world = emptyWorld({ fetch: hosts.fetch });
});

describe("a known site", () => {
	const CHANNEL = "UC_x5XG1OV2P6uZZ5FSM9Ttw";
	const VIDEOS = `https://www.youtube.com/feeds/videos.xml?channel_id=${CHANNEL}`;

	it("has nothing asked but the feed that its rule names", async () => {
		on(VIDEOS, { body: rss(["A video"], "Someone") });
		expect(await addAddress(`youtube.com/channel/${CHANNEL}`, world)).toMatchObject({
			value: { kind: "added", source: { url: VIDEOS, title: "Someone" } },
		});
		expect(asked()).toEqual([VIDEOS]);
	});

	it("has its page asked where only that knows the feed", async () => {
		on("https://www.youtube.com/@someone", html(`<script>{"externalId":"${CHANNEL}"}</script>`));
		on(VIDEOS, { body: rss(["A video"], "Someone") });
		expect(await findFeeds("https://m.youtube.com/@someone/featured", world)).toMatchObject({
			value: { feeds: [{ url: VIDEOS, title: "Someone", count: 1 }] },
		});
		expect(asked()).toEqual(["https://www.youtube.com/@someone", VIDEOS]);
	});

	it("whose page doesn't tell has no other path tried", async () => {
		on("https://www.youtube.com/@nobody", html("<p>Before you continue"));
		expect(await findFeeds("youtube.com/@nobody", world)).toMatchObject({
			trouble: { code: "no-feed-found" },
		});
		expect(asked()).toHaveLength(1);
	});

	it("with several feeds lets the user choose, by the rule's names", async () => {
		on("https://github.com/a/b/releases.atom", { body: rss(["1.0"], "Release notes from b") });
		on("https://github.com/a/b/commits.atom", {
			body: rss(["Fix it", "Break it"], "Recent Commits to b:main"),
		});
		expect(await addAddress("github.com/a/b", world)).toMatchObject({
			value: {
				kind: "choose",
				feeds: [
					{ title: "Releases of a/b", count: 1 },
					{ title: "Commits to a/b", count: 2 },
				],
			},
		});
	});

	it("that has no such page is explained", async () => {
		expect(await findFeeds("github.com/no/body", world)).toMatchObject({ trouble: { code: "not-found" } });
		expect(await addAddress("bsky.app/profile/nobody.example", world)).toMatchObject({
			trouble: { code: "not-found" },
		});
	});

	it("whose feeds are on another host has access asked for that, and nothing is fetched", async () => {
		world = emptyWorld({ fetch: hosts.fetch, hasAccess: only("arxiv.org") });
		expect(await findFeeds("arxiv.org/list/cs.AI/recent", world)).toMatchObject({
			value: { kind: "elsewhere", origin: "https://rss.arxiv.org" },
		});
		expect(asked()).toEqual([]);
	});
});

describe("an address that only looks known", () => {
	it("has the guess tried first, and no more where it is right", async () => {
		on("https://social.example/@ann.rss", { body: rss(["Hello"], "Ann") });
		expect(await findFeeds("social.example/@ann", world)).toMatchObject({
			value: { feeds: [{ url: "https://social.example/@ann.rss", title: "Ann" }] },
		});
		expect(asked()).toEqual(["https://social.example/@ann.rss"]);
	});

	it("is read as any other where the guess is wrong", async () => {
		on("https://blog.example/tags/ships", html(link("/tags/ships/index.xml")));
		on("https://blog.example/tags/ships/index.xml", { body: rss(["A ship"], "Ships") });
		expect(await findFeeds("blog.example/tags/ships", world)).toMatchObject({
			value: { feeds: [{ url: "https://blog.example/tags/ships/index.xml", title: "Ships" }] },
		});
	});

	it("of somebody on another host leads to that host", async () => {
		world = emptyWorld({ fetch: hosts.fetch, hasAccess: only("social.example") });
		expect(await findFeeds("social.example/@ann@other.example", world)).toMatchObject({
			value: { kind: "elsewhere", url: "https://other.example/@ann.rss" },
		});
	});
});
