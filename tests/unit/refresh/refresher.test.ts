import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { DAY_MS, MINUTE_MS } from "../../../data/model/durations";
import { editSource } from "../../../data/refresh/edit-source";
import { createRefresher } from "../../../data/refresh/refresher";
import { addSource, addSources, pauseSource, removeSource } from "../../../data/store/acts";
import { readItems } from "../../../data/store/items";
import { type FeedServer, startFeedServer } from "../../support/feed-server";
import { browser } from "../support/browser";
import { feedSource, story } from "../support/store";
import { emptyWorld, laterWorld, rss } from "../support/world";

vi.mock("wxt/browser", () => import("../support/browser"));

/** As long as a busy machine may take. */
const PATIENCE = { timeout: 20_000 };
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

/** Notes every progress that is told from now on. */
function noteProgress(): unknown[] {
	const seen: unknown[] = [];
	browser.storage.onChanged.addListener((changes) => {
		if (changes.progress) seen.push(changes.progress.newValue);
	});
	return seen;
}

describe("refreshing", () => {
	it("brings in what is new, and says how it went", async () => {
		server.on("/a", { body: rss(["One", "Two"]) });
		await follow("a");
		const refresher = createRefresher(world);
		expect(await refresher.refresh()).toEqual({ asked: 1, failed: 0, fresh: 2 });
		server.on("/a", { body: rss(["One", "Two", "Three"]) });
		world.clock.now += MINUTE_MS;
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
		world.clock.now += MINUTE_MS;
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
		world.clock.now += MINUTE_MS;
		await refresher.refresh();
		expect((await polls()).a?.outcome).toBe("unchanged");
	});

	it("neither reads nor keeps a body again that comes with a new ETag each time", async () => {
		let version = 0;
		server.on("/a", () => ({ body: rss(["One"]), etag: `"${version++}"` }));
		await follow("a");
		const refresher = createRefresher(world);
		await refresher.refresh();
		const reading = vi.spyOn(TextDecoder.prototype, "decode");
		const { ticker } = await readItems(["ticker"]);
		const archive = await world.archive();
		for (let time = 0; time < 3; time += 1) {
			const revision = await archive.get("meta", "meta");
			world.clock.now += MINUTE_MS;
			await refresher.refresh();
			expect(await archive.get("meta", "meta")).toEqual(revision);
		}
		expect(reading).not.toHaveBeenCalled();
		reading.mockRestore();
		expect((await readItems(["ticker"])).ticker).toEqual(ticker);
		expect(server.to("/a").map(({ headers }) => headers["if-none-match"])).toEqual([
			undefined,
			'"0"',
			'"1"',
			'"2"',
		]);
		expect((await polls()).a).toMatchObject({ outcome: "unchanged", etag: '"3"' });
	});

	it("calls a 304 odd that nobody asked for", async () => {
		server.on("/a", { status: 304 });
		await follow("a");
		await createRefresher(world).refresh();
		expect((await polls()).a).toMatchObject({ outcome: "odd-answer", status: 304, failures: 1 });
	});

	it("publishes many feeds' news together, and all of it by its end", async () => {
		const ids = Array.from({ length: 30 }, (_, n) => `f${n}`);
		for (const id of ids) server.on(`/${id}`, { body: rss([`News of ${id}`]) });
		await follow(...ids);
		let published = 0;
		browser.storage.onChanged.addListener((changes) => {
			if (changes.headlines) published += 1;
		});
		await createRefresher(world).refresh();
		expect(await titles()).toHaveLength(30);
		expect(published).toBeLessThanOrEqual(2);
	});

	it("publishes what has come while another feed keeps it waiting", async () => {
		for (const id of ["a", "b", "c"]) server.on(`/${id}`, { body: rss([`News of ${id}`]) });
		server.on("/b", { body: rss(["News of b"]), delay: 300 });
		server.on("/c", { silent: true });
		world = Object.assign(world, { timeoutMs: 4000 });
		await follow("a", "b", "c");
		const refreshing = createRefresher(world).refresh();
		await vi.waitFor(async () => expect(await titles()).toHaveLength(2), PATIENCE);
		expect((await polls()).c?.outcome).toBeUndefined();
		await refreshing;
	});

	it("says who it is", async () => {
		world = emptyWorld({ userAgent: "HeadlineTicker/1.2.3" });
		server.on("/a", { body: rss(["One"]) });
		await follow("a");
		await createRefresher(world).refresh();
		expect(server.to("/a")[0]?.headers["user-agent"]).toBe("HeadlineTicker/1.2.3");
	});

	it("has six requests out at once at most, and two to one host", async () => {
		const servers = await Promise.all(Array.from({ length: 5 }, () => startFeedServer()));
		let out = 0;
		const most = { all: 0, host: 0 };
		const perHost = new Map<string, number>();
		const counting = async (...[input, init]: Parameters<typeof fetch>) => {
			const { host } = new URL(String(input));
			const count = (by: number) => {
				out += by;
				perHost.set(host, (perHost.get(host) ?? 0) + by);
			};
			count(1);
			most.all = Math.max(most.all, out);
			most.host = Math.max(most.host, perHost.get(host) ?? 0);
			return fetch(input, init).finally(() => count(-1));
		};
		world = emptyWorld({ fetch: counting });
		const sources = servers.flatMap((server, place) =>
			[0, 1, 2].map((n) => {
				server.on(`/${n}`, { body: rss([`${place} ${n}`]), delay: 15 });
				return feedSource(`s${place}-${n}`, { url: server.url(`/${n}`) });
			}),
		);
		await addSources(world, sources);
		expect((await createRefresher(world).refresh()).fresh).toBe(15);
		expect(most).toEqual({ all: 6, host: 2 });
		await Promise.all(servers.map((server) => server.close()));
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
			page: [{ body: "<!doctype html><title>A page</title>", contentType: "text/html" }, "page-instead"],
			cut: [{ body: rss(["Cut"]), cutAfter: 30 }, "broken-off"],
			picture: [{ body: "\u0089PNG\r\n", contentType: "image/png" }, "not-a-feed"],
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
		server.on("/c", { body: rss(["c"]), delay: 600 });
		await follow("a", "b", "c");
		const seen = noteProgress();
		await createRefresher(world).refresh();
		expect(seen[0]).toMatchObject({ done: 0, total: 3 });
		expect(seen).toContainEqual(expect.objectContaining({ done: 2, total: 3 }));
		expect(seen.at(-1)).toBeNull();
	});

	it("tells whom it is asking", async () => {
		server.on("/quick", { body: rss(["Quick"]) });
		server.on("/slow", { body: rss(["Slow"]), delay: 600 });
		await follow("quick", "slow");
		const seen = noteProgress();
		await createRefresher(world).refresh();
		expect(seen).toContainEqual(expect.objectContaining({ done: 1, asking: ["slow"] }));
	});
});

describe("a refresh that is stopped", () => {
	const stopWhenAsked = async (refresher: ReturnType<typeof createRefresher>, path: string) => {
		await vi.waitFor(() => expect(server.to(path)).toHaveLength(1));
		refresher.stop();
	};

	it("keeps what has answered, breaks off what is out, and asks nobody who waits", async () => {
		server.on("/quick", { body: rss(["Quick"]) });
		const silent = ["s1", "s2", "s3", "s4"];
		for (const id of silent) server.on(`/${id}`, { silent: true });
		await follow("quick", ...silent);
		const before = await polls();
		const refresher = createRefresher(Object.assign(world, { timeoutMs: 60_000 }));
		const refreshing = refresher.refresh();
		await vi.waitFor(async () => expect(await titles()).toEqual(["Quick"]));
		await stopWhenAsked(refresher, "/s2");
		expect(await refreshing).toEqual({ asked: 1, failed: 0, fresh: 1, stopped: 4 });
		expect(server.seen).toHaveLength(3);
		const after = await polls();
		expect(after.quick?.outcome).toBe("fresh");
		for (const id of silent) expect(after[id]).toEqual(before[id]);
		expect((await readItems(["progress"])).progress).toBeNull();
	});

	it("can be begun again at once", async () => {
		server.on("/a", { silent: true });
		await follow("a");
		const refresher = createRefresher(world);
		const refreshing = refresher.refresh();
		await stopWhenAsked(refresher, "/a");
		expect(await refreshing).toEqual({ asked: 0, failed: 0, fresh: 0, stopped: 1 });
		server.on("/a", { body: rss(["One"]) });
		expect(await refresher.refresh()).toEqual({ asked: 1, failed: 0, fresh: 1 });
	});

	it("has learnt nothing of a redirect that it was looking into", async () => {
		server.on("/old", { redirectTo: "/new" });
		server.on("/new", { body: rss(["One"]) });
		await follow("old");
		const stopping = createRefresher({
			...world,
			fetch: (address, init) => {
				if (init?.redirect === "manual") stopping.stop();
				return world.fetch(address, init);
			},
		});
		expect(await stopping.refresh()).toEqual({ asked: 1, failed: 0, fresh: 1 });
		expect((await polls()).old).toMatchObject({ outcome: "fresh" });
		expect((await polls()).old).not.toHaveProperty("redirect");
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
		world.clock.now += MINUTE_MS;
		expect(await createRefresher(later).refreshDue()).toEqual({ asked: 1, failed: 0, fresh: 1 });
		await asking;
	});
});

describe("a cycle that is cut short", () => {
	it("goes on when the next background wakes, and asks nobody again who has answered", async () => {
		const ids = Array.from({ length: 20 }, (_, n) => `f${n}`);
		for (const id of ids) server.on(`/${id}`, { body: rss([`News of ${id}`]) });
		for (const id of ids.slice(10)) server.on(`/${id}`, { silent: true });
		await follow(...ids);
		world = Object.assign(world, { timeoutMs: 600_000 });
		void createRefresher(world).refreshDue();
		await vi.waitFor(async () => {
			const kept = Object.values(await polls()).filter(({ succeededAt }) => succeededAt !== undefined);
			expect(kept).toHaveLength(10);
			expect(server.seen).toHaveLength(12);
		}, PATIENCE);
		// That background is stopped here: what it still waits for never comes.
		const later = laterWorld(world.clock);
		for (const id of ids.slice(10)) server.on(`/${id}`, { body: rss([`News of ${id}`]) });
		const next = createRefresher(later);
		expect((await next.refreshDue()).asked).toBe(8);
		world.clock.now += MINUTE_MS;
		expect((await next.refreshDue()).asked).toBe(2);
		expect(await titles()).toHaveLength(20);
		expect(ids.slice(0, 10).map((id) => server.to(`/${id}`).length)).toEqual(ids.slice(0, 10).map(() => 1));
	});
});

describe("a feed that is paused or gone for good", () => {
	it("is asked neither with the others nor when due, but by its own button", async () => {
		for (const id of ["a", "b", "c"]) server.on(`/${id}`, { body: rss([id]) });
		server.on("/c", { status: 410 });
		await follow("a", "b", "c");
		const refresher = createRefresher(world);
		await refresher.refresh();
		await pauseSource(world, "a", true);
		world.clock.now += 2 * DAY_MS;
		server.seen.length = 0;
		expect((await refresher.refreshDue()).asked).toBe(1);
		world.clock.now += MINUTE_MS;
		expect((await refresher.refresh()).asked).toBe(1);
		expect(server.seen.map(({ path }) => path)).toEqual(["/b", "/b"]);
		expect((await refresher.refresh(["a", "c"])).asked).toBe(2);
		expect((await polls()).c).toMatchObject({ outcome: "gone", status: 410 });
		await pauseSource(world, "a", false);
		world.clock.now += MINUTE_MS;
		expect((await refresher.refresh()).asked).toBe(2);
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
		world.clock.now += 9 * MINUTE_MS;
		expect((await refresher.refresh()).asked).toBe(0);
		expect(server.seen).toHaveLength(first);
		world.clock.now += MINUTE_MS;
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

	it("is one that was sent to another address while it answered: what the old one says is dropped", async () => {
		server.on("/a", { body: rss(["Old"]), delay: 50, etag: '"old"' });
		server.on("/b", { body: rss(["New"]) });
		await follow("a");
		const refresher = createRefresher(world);
		const asking = refresher.refresh();
		await vi.waitFor(() => expect(server.to("/a")).toHaveLength(1));
		await editSource("a", { url: server.url("/b") }, world);
		await asking;
		expect(await titles()).toEqual([]);
		expect((await polls()).a).toBeUndefined();
		expect(await refresher.refreshDue()).toEqual({ asked: 1, failed: 0, fresh: 1 });
		expect(server.to("/b")[0]?.headers).not.toHaveProperty("if-none-match");
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
