import { describe, expect, it, vi } from "vitest";
import { MINUTE_MS } from "../../../data/model/durations";
import { createRefresher } from "../../../data/refresh/refresher";
import { addSource, addSources } from "../../../data/store/acts";
import { startFeedServer } from "../../support/feed-server";
import { browser } from "../support/browser";
import { feedSource, story } from "../support/store";
import { emptyWorld, rss } from "../support/world";
import { servedSources } from "./served-sources";

vi.mock("wxt/browser", () => import("../support/browser"));

/** As long as a busy machine may take. */
const PATIENCE = { timeout: 20_000 };
const at = servedSources();
const { server, source, follow, titles, polls } = at;

/** Notes every progress that is told from now on. */
function noteProgress(): unknown[] {
	const seen: unknown[] = [];
	browser.storage.onChanged.addListener((changes) => {
		if (changes.progress) seen.push(changes.progress.newValue);
	});
	return seen;
}

describe("a refresh", () => {
	it("goes well where storage refuses to forget what was asked", async () => {
		server.on("/a", { body: rss(["One"]) });
		await follow("a");
		const { session } = browser.storage;
		const set = session.set.bind(session);
		const refusing = vi.spyOn(session, "set").mockImplementation(async (items) => {
			if (JSON.stringify(items.asking) === "{}") throw new Error("No room.");
			await set(items);
		});
		expect(await createRefresher(at.world).refresh()).toEqual({ asked: 1, failed: 0, fresh: 1 });
		expect(await titles()).toEqual(["One"]);
		refusing.mockRestore();
	});

	it("brings in what is new, and says how it went", async () => {
		server.on("/a", { body: rss(["One", "Two"]) });
		await follow("a");
		const refresher = createRefresher(at.world);
		expect(await refresher.refresh()).toEqual({ asked: 1, failed: 0, fresh: 2 });
		server.on("/a", { body: rss(["One", "Two", "Three"]) });
		at.world.clock.now += MINUTE_MS;
		expect(await refresher.refresh()).toEqual({ asked: 1, failed: 0, fresh: 1 });
		expect(await titles()).toEqual(["One", "Three", "Two"]);
		expect((await polls()).a).toMatchObject({
			outcome: "fresh",
			failures: 0,
			succeededAt: at.world.clock.now,
		});
	});

	it("publishes many feeds' news together, and all of it by its end", async () => {
		const ids = Array.from({ length: 30 }, (_, n) => `f${n}`);
		for (const id of ids) server.on(`/${id}`, { body: rss([`News of ${id}`]) });
		await follow(...ids);
		let published = 0;
		browser.storage.onChanged.addListener((changes) => {
			if (changes.headlines) published += 1;
		});
		await createRefresher(at.world).refresh();
		expect(await titles()).toHaveLength(30);
		expect(published).toBeLessThanOrEqual(2);
	});

	it("tells open pages that a text was edited, though no list changes by it", async () => {
		const sayingOf = (words: string) => ({
			body: rss(["One"]).replace("</title>\n", `</title><description>${words} ships came.</description>`),
		});
		server.on("/a", sayingOf("Five"));
		await follow("a");
		const refresher = createRefresher(at.world);
		await refresher.refresh();
		const { textsAt: before } = await browser.storage.session.get("textsAt");
		at.world.clock.now += MINUTE_MS;
		server.on("/a", sayingOf("Six"));
		await refresher.refresh();
		expect(before).toBeUndefined();
		expect(await browser.storage.session.get("textsAt")).toEqual({ textsAt: at.world.clock.now });
	});

	it("publishes what has come while another feed keeps it waiting", async () => {
		for (const id of ["a", "b", "c"]) server.on(`/${id}`, { body: rss([`News of ${id}`]) });
		server.on("/b", { body: rss(["News of b"]), delay: 300 });
		server.on("/c", { silent: true });
		Object.assign(at.world, { timeoutMs: 4000 });
		await follow("a", "b", "c");
		const refreshing = createRefresher(at.world).refresh();
		await vi.waitFor(async () => expect(await titles()).toHaveLength(2), PATIENCE);
		expect((await polls()).c?.outcome).toBeUndefined();
		await refreshing;
	});

	it("says who it is", async () => {
		at.world = emptyWorld({ userAgent: "HeadlineTicker/1.2.3" });
		server.on("/a", { body: rss(["One"]) });
		await follow("a");
		await createRefresher(at.world).refresh();
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
		at.world = emptyWorld({ fetch: counting });
		const sources = servers.flatMap((server, place) =>
			[0, 1, 2].map((n) => {
				server.on(`/${n}`, { body: rss([`${place} ${n}`]), delay: 15 });
				return feedSource(`s${place}-${n}`, { url: server.url(`/${n}`) });
			}),
		);
		await addSources(at.world, sources);
		expect((await createRefresher(at.world).refresh()).fresh).toBe(15);
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
		at.world = emptyWorld({ bodyLimitBytes: 1_000_000 });
		for (const [id, [answer]] of Object.entries(failing)) {
			server.on(`/${id}`, answer);
			await addSource(at.world, source(id), [story(`kept of ${id}`)]);
		}
		server.on("/well", { body: rss(["Well"]) });
		await follow("well");

		expect(await createRefresher(at.world).refresh()).toEqual({
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
		expect((await createRefresher(at.world).refresh()).failed).toBe(0);
		expect(await titles()).toContain("One");
	});

	it("shows its progress, and none at the end", async () => {
		for (const id of ["a", "b", "c"]) server.on(`/${id}`, { body: rss([id]) });
		server.on("/c", { body: rss(["c"]), delay: 600 });
		await follow("a", "b", "c");
		const seen = noteProgress();
		await createRefresher(at.world).refresh();
		expect(seen[0]).toMatchObject({ done: 0, total: 3 });
		expect(seen).toContainEqual(expect.objectContaining({ done: 2, total: 3 }));
		expect(seen.at(-1)).toBeNull();
	});

	it("tells whom it is asking", async () => {
		server.on("/quick", { body: rss(["Quick"]) });
		server.on("/slow", { body: rss(["Slow"]), delay: 600 });
		await follow("quick", "slow");
		const seen = noteProgress();
		await createRefresher(at.world).refresh();
		expect(seen).toContainEqual(expect.objectContaining({ done: 1, asking: ["slow"] }));
	});
});
