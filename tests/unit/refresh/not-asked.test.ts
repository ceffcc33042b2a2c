import { describe, expect, it, vi } from "vitest";
import { DAY_MS, MINUTE_MS } from "../../../data/model/durations";
import { editSource } from "../../../data/refresh/edit-source";
import { createRefresher } from "../../../data/refresh/refresher";
import { addSources, pauseSource, removeSource } from "../../../data/store/acts";
import { feedSource } from "../support/store";
import { emptyWorld, laterWorld, rss } from "../support/world";
import { servedSources } from "./served-sources";

vi.mock("wxt/browser", () => import("../support/browser"));

const at = servedSources();
const { server, follow, titles, polls } = at;

describe("a feed that is paused or gone for good", () => {
	it("is asked neither with the others nor when due, but by its own button", async () => {
		for (const id of ["a", "b", "c"]) server.on(`/${id}`, { body: rss([id]) });
		server.on("/c", { status: 410 });
		await follow("a", "b", "c");
		const refresher = createRefresher(at.world);
		await refresher.refresh();
		await pauseSource(at.world, "a", true);
		at.world.clock.now += 2 * DAY_MS;
		server.seen.length = 0;
		expect((await refresher.refreshDue()).asked).toBe(1);
		at.world.clock.now += MINUTE_MS;
		expect((await refresher.refresh()).asked).toBe(1);
		expect(server.seen.map(({ path }) => path)).toEqual(["/b", "/b"]);
		expect((await refresher.refresh(["a", "c"])).asked).toBe(2);
		expect((await polls()).c).toMatchObject({ outcome: "gone", status: 410 });
		await pauseSource(at.world, "a", false);
		at.world.clock.now += MINUTE_MS;
		expect((await refresher.refresh()).asked).toBe(2);
	});
});

describe("a feed that isn't asked", () => {
	it("is one whose host has asked to be left alone, until then", async () => {
		server.on("/a", { status: 429, headers: { "retry-after": "600" } });
		server.on("/b", { body: rss(["One"]), delay: 20 });
		for (const id of ["c", "d"]) server.on(`/${id}`, { body: rss([id]) });
		await follow("a", "b", "c", "d");
		const refresher = createRefresher(at.world);
		await refresher.refresh();
		const first = server.seen.length;
		expect(first).toBeLessThan(4);
		at.world.clock.now += 9 * MINUTE_MS;
		expect((await refresher.refresh()).asked).toBe(0);
		expect(server.seen).toHaveLength(first);
		at.world.clock.now += MINUTE_MS;
		server.on("/a", { body: rss(["a"]) });
		expect((await refresher.refresh()).asked).toBe(4);
	});

	it("is one that has no address on the web, as from another’s backup: it fails, and isn’t due at once again", async () => {
		await addSources(at.world, [
			feedSource("a", { url: "file:///feed" }),
			feedSource("b", { url: "nowhere" }),
		]);
		await createRefresher(at.world).refreshDue();
		const { a, b } = await polls();
		for (const poll of [a, b]) {
			expect(poll).toMatchObject({ outcome: "not-an-address", failures: 1 });
			expect(poll?.nextAt).toBeGreaterThanOrEqual(at.world.clock.now + 10 * MINUTE_MS);
		}
	});

	it("is one whose host may not be read", async () => {
		at.world = emptyWorld({ hasAccess: async () => false });
		await follow("a");
		expect(await createRefresher(at.world).refresh()).toEqual({ asked: 1, failed: 1, fresh: 0 });
		expect((await polls()).a).toMatchObject({ outcome: "permission-needed", failures: 0 });
		expect(server.seen).toEqual([]);
	});

	it("is any while offline, and is asked at once when back", async () => {
		server.on("/a", { body: rss(["One"]) });
		at.world = emptyWorld({ isOnline: () => false });
		await follow("a");
		await createRefresher(at.world).refresh();
		expect((await polls()).a?.outcome).toBe("offline");
		const back = laterWorld(at.world.clock);
		expect(await createRefresher(back).refresh()).toEqual({ asked: 1, failed: 0, fresh: 1 });
	});

	it("is one that was sent to another address while it answered: what the old one says is dropped", async () => {
		server.on("/a", { body: rss(["Old"]), delay: 50, etag: '"old"' });
		server.on("/b", { body: rss(["New"]) });
		await follow("a");
		const refresher = createRefresher(at.world);
		const asking = refresher.refresh();
		await vi.waitFor(() => expect(server.to("/a")).toHaveLength(1));
		await editSource("a", { url: server.url("/b") }, at.world);
		await asking;
		expect(await titles()).toEqual([]);
		expect((await polls()).a).toBeUndefined();
		expect(await refresher.refreshDue()).toEqual({ asked: 1, failed: 0, fresh: 1 });
		expect(server.to("/b")[0]?.headers).not.toHaveProperty("if-none-match");
	});

	it("is one that was removed while it answered: what it says is dropped", async () => {
		server.on("/a", { body: rss(["One"]), delay: 50 });
		await follow("a");
		const asking = createRefresher(at.world).refresh();
		await vi.waitFor(() => expect(server.to("/a")).toHaveLength(1));
		await removeSource(at.world, "a");
		await asking;
		expect(await titles()).toEqual([]);
		expect(await polls()).toEqual({});
	});
});
