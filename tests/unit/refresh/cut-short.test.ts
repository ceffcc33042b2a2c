import { describe, expect, it, vi } from "vitest";
import { MINUTE_MS } from "../../../data/model/durations";
import { createRefresher } from "../../../data/refresh/refresher";
import { readItems } from "../../../data/store/items";
import { laterWorld, rss } from "../support/world";
import { servedSources } from "./served-sources";

vi.mock("wxt/browser", () => import("../support/browser"));

/** As long as a busy machine may take. */
const PATIENCE = { timeout: 20_000 };
const at = servedSources();
const { server, follow, titles, polls } = at;

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
		const refresher = createRefresher(Object.assign(at.world, { timeoutMs: 60_000 }));
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
		const refresher = createRefresher(at.world);
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
			...at.world,
			fetch: (address, init) => {
				if (init?.redirect === "manual") stopping.stop();
				return at.world.fetch(address, init);
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
		const refresher = createRefresher(at.world);
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
		const asking = createRefresher(at.world).refreshDue();
		await vi.waitFor(() => expect(server.to("/a")).toHaveLength(1));
		const later = laterWorld(at.world.clock);
		expect((await createRefresher(later).refreshDue()).asked).toBe(0);
		server.on("/a", { body: rss(["One"]) });
		at.world.clock.now += MINUTE_MS;
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
		Object.assign(at.world, { timeoutMs: 600_000 });
		void createRefresher(at.world).refreshDue();
		await vi.waitFor(async () => {
			const kept = Object.values(await polls()).filter(({ succeededAt }) => succeededAt !== undefined);
			expect(kept).toHaveLength(10);
			expect(server.seen).toHaveLength(12);
		}, PATIENCE);
		// That background is stopped here: what it still waits for never comes.
		const later = laterWorld(at.world.clock);
		for (const id of ids.slice(10)) server.on(`/${id}`, { body: rss([`News of ${id}`]) });
		const next = createRefresher(later);
		expect((await next.refreshDue()).asked).toBe(8);
		at.world.clock.now += MINUTE_MS;
		expect((await next.refreshDue()).asked).toBe(2);
		expect(await titles()).toHaveLength(20);
		expect(ids.slice(0, 10).map((id) => server.to(`/${id}`).length)).toEqual(ids.slice(0, 10).map(() => 1));
	});
});
