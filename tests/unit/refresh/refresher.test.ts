import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createRefresher } from "../../../data/refresh/refresher";
import { addSource, addSources, removeSource } from "../../../data/store/acts";
import { readItems } from "../../../data/store/items";
import { type FeedServer, startFeedServer } from "../../support/feed-server";
import { browser } from "../support/browser";
import { feedSource, story } from "../support/store";
import { emptyWorld, laterWorld, rss } from "../support/world";

vi.mock("wxt/browser", () => import("../support/browser"));

const MINUTE = 60_000;
let server: FeedServer;
let world: ReturnType<typeof emptyWorld>;

beforeAll(async () => {
	server = await startFeedServer();
});
afterAll(() => server.close());
beforeEach(() => {
	world = emptyWorld();
	server.seen.length = 0;
});

const source = (id: string) => feedSource(id, { url: server.url(`/${id}`) });
const follow = (...ids: string[]) => addSources(world, ids.map(source));
const titles = async () => (await readItems(["headlines"])).headlines.map(({ title }) => title).toSorted();
const polls = async () => (await readItems(["polls"])).polls;

describe("refreshing", () => {
	it("brings in what is new, and says how it went", async () => {
		server.on("/a", { body: rss(["One", "Two"]) });
		await follow("a");
		const refresher = createRefresher(world);
		expect(await refresher.refresh()).toEqual({ asked: 1, failed: 0, fresh: 2 });
		server.on("/a", { body: rss(["One", "Two", "Three"]) });
		world.clock.now += MINUTE;
		expect(await refresher.refresh()).toEqual({ asked: 1, failed: 0, fresh: 1 });
		expect(await titles()).toEqual(["One", "Three", "Two"]);
		expect((await polls()).a).toMatchObject({ outcome: "fresh", failures: 0, succeededAt: world.clock.now });
	});

	it("asks conditionally the second time, and leaves everything at a 304", async () => {
		const lastModified = "Thu, 24 Jul 2025 10:00:00 GMT";
		server.on("/a", { body: rss(["One"]), etag: 'W/"odd tag"', lastModified });
		await follow("a");
		const refresher = createRefresher(world);
		await refresher.refresh();
		const { ticker } = await readItems(["ticker"]);
		world.clock.now += MINUTE;
		expect(await refresher.refresh()).toEqual({ asked: 1, failed: 0, fresh: 0 });
		expect(server.to("/a")[1]?.headers).toMatchObject({
			"if-none-match": 'W/"odd tag"',
			"if-modified-since": lastModified,
		});
		expect((await polls()).a).toMatchObject({ outcome: "unchanged", etag: 'W/"odd tag"', lastModified });
		expect((await readItems(["ticker"])).ticker).toEqual(ticker);
	});

	it("knows an unchanged body again without any validator", async () => {
		server.on("/a", { body: rss(["One"]) });
		await follow("a");
		const refresher = createRefresher(world);
		await refresher.refresh();
		world.clock.now += MINUTE;
		await refresher.refresh();
		expect((await polls()).a?.outcome).toBe("unchanged");
	});

	it("holds no feed up for another's failure, and keeps what the failing ones had", async () => {
		const failing = {
			missing: [{ status: 404 }, "not-found"],
			gone: [{ status: 410 }, "gone"],
			broken: [{ status: 500 }, "server-failed"],
			silent: [{ silent: true }, "timed-out"],
			reset: [{ reset: true }, "unreachable"],
			loop: [{ redirectTo: "/loop" }, "redirects-astray"],
			huge: [{ body: "x".repeat(100_000), endless: true }, "too-big"],
			page: [{ body: "<!doctype html><title>A page</title>", contentType: "text/html" }, "not-a-feed"],
			empty: [{ body: "" }, "empty-answer"],
		} as const;
		const ids = Object.keys(failing);
		world = emptyWorld({ bodyLimitBytes: 1_000_000 });
		for (const [id, [answer]] of Object.entries(failing)) {
			server.on(`/${id}`, answer);
			await addSource(world, source(id), [story(`kept of ${id}`)]);
		}
		server.on("/well", { body: rss(["Well"]) });
		await follow("well");

		expect(await createRefresher(world).refresh()).toEqual({
			asked: ids.length + 1,
			failed: ids.length,
			fresh: 1,
		});
		const after = await polls();
		expect(Object.fromEntries(ids.map((id) => [id, after[id]?.outcome]))).toEqual(
			Object.fromEntries(Object.entries(failing).map(([id, [, code]]) => [id, code])),
		);
		expect(await titles()).toEqual(["Well", ...ids.map((id) => `Story kept of ${id}`)].toSorted());
	});

	it("reads what can be read of a malformed feed", async () => {
		server.on("/cut", { body: rss(["One", "Two"]).replace(/<\/item>\s*<\/channel>.*/s, "") });
		await follow("cut");
		expect((await createRefresher(world).refresh()).failed).toBe(0);
		expect(await titles()).toContain("One");
	});

	it("shows its progress, and none at the end", async () => {
		for (const id of ["a", "b", "c"]) server.on(`/${id}`, { body: rss([id]) });
		await follow("a", "b", "c");
		const seen: unknown[] = [];
		browser.storage.onChanged.addListener((changes) => {
			if (changes.progress) seen.push(changes.progress.newValue);
		});
		await createRefresher(world).refresh();
		expect(seen[0]).toMatchObject({ done: 0, total: 3 });
		expect(seen).toContainEqual(expect.objectContaining({ done: 2, total: 3 }));
		expect(seen.at(-1)).toBeNull();
	});
});

describe("never asks a source twice within a minute", () => {
	it("however many ask at once", async () => {
		server.on("/a", { body: rss(["One"]), delay: 30 });
		await follow("a");
		const refresher = createRefresher(world);
		const answers = await Promise.all([
			refresher.refresh(),
			refresher.refresh(["a"]),
			refresher.refreshDue(),
		]);
		expect(answers.map(({ fresh }) => fresh)).toContain(1);
		expect(server.to("/a")).toHaveLength(1);
		expect(await refresher.refresh()).toEqual({ asked: 0, failed: 0, fresh: 0 });
		expect(server.to("/a")).toHaveLength(1);
	});

	it("nor after the background was stopped while it asked, when the next one goes on", async () => {
		server.on("/a", { silent: true });
		await follow("a");
		const asking = createRefresher(world).refreshDue();
		await vi.waitFor(() => expect(server.to("/a")).toHaveLength(1));
		const later = laterWorld(world.clock);
		expect((await createRefresher(later).refreshDue()).asked).toBe(0);
		server.on("/a", { body: rss(["One"]) });
		world.clock.now += MINUTE;
		expect(await createRefresher(later).refreshDue()).toEqual({ asked: 1, failed: 0, fresh: 1 });
		await asking;
	});
});

describe("a feed that isn't asked", () => {
	it("is one whose host has asked to be left alone, until then", async () => {
		server.on("/a", { status: 429, headers: { "retry-after": "600" } });
		server.on("/b", { body: rss(["One"]), delay: 20 });
		for (const id of ["c", "d"]) server.on(`/${id}`, { body: rss([id]) });
		await follow("a", "b", "c", "d");
		const refresher = createRefresher(world);
		await refresher.refresh();
		const first = server.seen.length;
		expect(first).toBeLessThan(4);
		world.clock.now += 9 * MINUTE;
		expect((await refresher.refresh()).asked).toBe(0);
		expect(server.seen).toHaveLength(first);
		world.clock.now += MINUTE;
		server.on("/a", { body: rss(["a"]) });
		expect((await refresher.refresh()).asked).toBe(4);
	});

	it("is one whose host may not be read", async () => {
		world = emptyWorld({ hasAccess: async () => false });
		await follow("a");
		expect(await createRefresher(world).refresh()).toEqual({ asked: 1, failed: 1, fresh: 0 });
		expect((await polls()).a).toMatchObject({ outcome: "permission-needed", failures: 0 });
		expect(server.seen).toEqual([]);
	});

	it("is any while offline, and is asked at once when back", async () => {
		server.on("/a", { body: rss(["One"]) });
		world = emptyWorld({ isOnline: () => false });
		await follow("a");
		await createRefresher(world).refresh();
		expect((await polls()).a?.outcome).toBe("offline");
		const back = laterWorld(world.clock);
		expect(await createRefresher(back).refresh()).toEqual({ asked: 1, failed: 0, fresh: 1 });
	});

	it("is one that was removed while it answered: what it says is dropped", async () => {
		server.on("/a", { body: rss(["One"]), delay: 50 });
		await follow("a");
		const asking = createRefresher(world).refresh();
		await vi.waitFor(() => expect(server.to("/a")).toHaveLength(1));
		await removeSource(world, "a");
		await asking;
		expect(await titles()).toEqual([]);
		expect(await polls()).toEqual({});
	});
});
