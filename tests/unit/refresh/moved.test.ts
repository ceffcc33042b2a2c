import { beforeEach, describe, expect, it, vi } from "vitest";
import { DAY_MS, MINUTE_MS } from "../../../data/model/durations";
import { createRefresher } from "../../../data/refresh/refresher";
import { addSource, addSources } from "../../../data/store/acts";
import { readItems } from "../../../data/store/items";
import { cachingFetch } from "../support/caching-fetch";
import { servedFeeds } from "../support/served-feeds";
import { feedSource, story } from "../support/store";
import { emptyWorld, rss } from "../support/world";

vi.mock("wxt/browser", () => import("../support/browser"));

const server = servedFeeds();
let world: ReturnType<typeof emptyWorld>;

beforeEach(async () => {
	world = emptyWorld({ fetch: cachingFetch("chromium", fetch), followsKeptRedirects: true });
	server.on("/new", { body: rss(["One"]), etag: '"n"' });
	await addSource(world, feedSource("a", { url: server.url("/old") }), [story("kept")]);
});

const source = async () => (await readItems(["sources"])).sources.find(({ id }) => id === "a");
const poll = async () => (await readItems(["polls"])).polls.a;

/** Refreshes so many times, half an hour apart. */
const refresh = async (times: number) => {
	const refresher = createRefresher(world);
	for (let time = 0; time < times; time += 1) {
		world.clock.now += 30 * MINUTE_MS;
		await refresher.refresh();
	}
};

describe("a feed that answers with a permanent redirect", () => {
	beforeEach(() => server.on("/old", { status: 301, redirectTo: "/new" }));

	it("moves at the third poll, and is the same source with all that it had", async () => {
		await refresh(2);
		expect((await source())?.url).toBe(server.url("/old"));
		expect((await poll())?.redirect).toMatchObject({ to: server.url("/new"), seen: 2 });
		const before = await source();
		await refresh(1);
		expect(await source()).toEqual({ ...before, url: server.url("/new") });
		expect((await readItems(["headlines"])).headlines).toHaveLength(2);
	});

	it("is then asked at its new address, without the old one's validators, and parsed no more than before", async () => {
		await refresh(3);
		const before = await poll();
		expect(before).not.toHaveProperty("redirect");
		expect(before).not.toHaveProperty("etag");
		server.seen.length = 0;
		await refresh(1);
		expect(server.seen.map(({ path, headers }) => [path, headers["if-none-match"]])).toEqual([
			["/new", undefined],
		]);
		expect(await poll()).toMatchObject({ outcome: "unchanged", etag: '"n"' });
	});

	it("counts again from the first where it leads somewhere else", async () => {
		await refresh(2);
		server.on("/other", { body: rss(["One"]) });
		server.on("/old", { status: 301, redirectTo: "/other" });
		await refresh(1);
		expect((await poll())?.redirect).toMatchObject({ to: server.url("/other"), seen: 1 });
	});

	it("stays where what it leads to is followed already", async () => {
		await addSources(world, [feedSource("b", { url: server.url("/new") })]);
		await refresh(4);
		expect((await source())?.url).toBe(server.url("/old"));
	});

	it("stays where another moves there at the same time", async () => {
		for (const old of ["/rss", "/atom"]) server.on(old, { status: 301, redirectTo: "/new" });
		await addSources(
			world,
			["rss", "atom"].map((id) => feedSource(id, { url: server.url(`/${id}`) })),
		);
		await refresh(4);
		const urls = (await readItems(["sources"])).sources.map(({ url }) => url);
		expect(urls).toContain(server.url("/new"));
		expect(new Set(urls).size).toBe(urls.length);
	});

	it("stays where what it leads to is no feed", async () => {
		server.on("/new", { body: "<!doctype html><title>Parked</title>", contentType: "text/html" });
		await refresh(4);
		expect((await source())?.url).toBe(server.url("/old"));
	});
});

describe("a feed that answers with a temporary redirect", () => {
	beforeEach(() => server.on("/old", { redirectTo: "/new" }));

	it("never moves, and is looked into once a day", async () => {
		await refresh(10);
		expect((await source())?.url).toBe(server.url("/old"));
		expect(server.to("/old").filter(({ method }) => method === "HEAD")).toHaveLength(1);
		expect((await poll())?.redirect).toMatchObject({ seen: 0 });
		world.clock.now += DAY_MS;
		await refresh(1);
		expect(server.to("/old").filter(({ method }) => method === "HEAD")).toHaveLength(2);
	});

	it("is no redirect any more once it answers by itself", async () => {
		await refresh(1);
		server.on("/old", { body: rss(["One", "Two"]) });
		await refresh(1);
		expect(await poll()).not.toHaveProperty("redirect");
	});
});
