import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { sayBytes, sayRoom } from "../../../components/words/room";
import { createBackground } from "../../../data/background";
import { DAY_MS } from "../../../data/model/durations";
import { packState } from "../../../data/model/sync/pack";
import { toItems } from "../../../data/model/sync/parts";
import { isFull } from "../../../data/model/trouble";
import { keepAnswers } from "../../../data/refresh/keep";
import { addSource } from "../../../data/store/acts";
import { readItems } from "../../../data/store/items";
import { readRoom } from "../../../data/store/room";
import { setUp } from "../../../data/store/set-up";
import { everythingIn } from "../support/backups";
import { browser } from "../support/browser";
import { feedSource, noSeed, stories, story } from "../support/store";
import { emptyWorld } from "../support/world";

vi.mock("wxt/browser", () => import("../support/browser"));

const YEAR_MS = 365 * DAY_MS;
const inArchive = new DOMException("The quota has been exceeded.", "QuotaExceededError");
const inStorage = new Error("Resource::kQuotaBytes quota exceeded");

const { put } = IDBObjectStore.prototype;
const { set } = browser.storage.local;
let world: ReturnType<typeof emptyWorld>;
let headlines: string[];

beforeEach(async () => {
	vi.spyOn(console, "error").mockImplementation(() => {});
	world = emptyWorld();
	await addSource(world, feedSource("a"), stories(5, "a"));
	await setUp(world, noSeed);
	headlines = (await readItems(["headlines"])).headlines.map(({ id }) => id);
});
afterEach(() => {
	IDBObjectStore.prototype.put = put;
	browser.storage.local.set = set;
	vi.restoreAllMocks();
});

/**
 * From now on the archive's transactions end as they do on a full disk: when all is in that they want to keep. So
 * many of them, or all.
 */
function fill(refusals = Number.POSITIVE_INFINITY) {
	let left = refusals;
	IDBObjectStore.prototype.put = function (...args) {
		const request = put.apply(this, args);
		// The last that every act writes.
		if (this.name === "meta" && left-- > 0)
			request.addEventListener("success", () =>
				Reflect.get(this.transaction, "_abort").call(this.transaction, "QuotaExceededError"),
			);
		return request;
	};
}

const answered = (key: string) => ({
	source: feedSource("a"),
	polled: { result: { outcome: "fresh" as const }, incoming: [story(key)] },
});
const healthOf = async () => (await readItems(["health"])).health;

describe("a full disk", () => {
	it("refuses an act with what to do, and leaves all as it was", async () => {
		const { handlers, start } = createBackground(world);
		await start();
		const before = await everythingIn(world);
		fill();
		const answer = await handlers.mark({ ids: headlines.slice(0, 2), act: "read" });
		expect(answer).toMatchObject({ ok: false, trouble: { code: "storage-full" } });
		IDBObjectStore.prototype.put = put;
		expect(await everythingIn(world)).toEqual(before);
	});

	it("refuses a change of settings the same way where extension storage is full", async () => {
		const { handlers, start } = createBackground(world);
		await start();
		const before = await everythingIn(world);
		browser.storage.local.set = () => Promise.reject(inStorage);
		const answer = await handlers.changeSettings({ theme: "dark" });
		expect(answer).toMatchObject({ ok: false, trouble: { code: "storage-full" } });
		browser.storage.local.set = set;
		expect(await everythingIn(world)).toEqual(before);
	});

	it("makes room by what has outlived its retention, and then does what was asked", async () => {
		const { handlers, start } = createBackground(world);
		await start();
		await addSource(world, feedSource("old", { kind: "digest" }), [story("old", { publishedAt: 1 })]);
		world.clock.now += 2 * YEAR_MS;
		fill(1);
		expect(await handlers.mark({ ids: headlines.slice(0, 1), act: "saved" })).toMatchObject({ ok: true });
		const { headlines: left } = await readItems(["headlines"]);
		expect(left.map(({ source }) => source)).not.toContain("old");
	});

	it("is told once on every surface when a refresh can’t be kept, and no more when it can", async () => {
		fill();
		const [refused] = await keepAnswers([answered("new")], world);
		expect(refused).toMatchObject({ isWell: false, fresh: 0 });
		expect(await healthOf()).toBe("storage-full");
		IDBObjectStore.prototype.put = put;
		expect((await readItems(["headlines"])).headlines).toHaveLength(5);
		await keepAnswers([answered("new")], world);
		expect(await healthOf()).toBeNull();
		expect((await readItems(["headlines"])).headlines).toHaveLength(6);
	});

	it("is told when what was done on another device can’t be done here, and that is done when it can", async () => {
		const { start, handlers, followProfile } = createBackground({ ...world, isOnline: () => false });
		await start();
		await handlers.changeSettings({ sync: true });
		const [first = ""] = headlines;
		const read = new Map([[`mark:${first.slice(0, 8)}`, { read: [true, 1] as const }]]);
		await browser.storage.sync.set(toItems("0".repeat(12), 1, packState(read)));
		fill();
		await followProfile();
		expect(await healthOf()).toBe("storage-full");
		IDBObjectStore.prototype.put = put;
		await followProfile();
		expect((await readItems(["marks"])).marks[first]?.read).toBe(1000);
	});

	it("is known by its name, its words or what lies behind it, and by nothing else", () => {
		expect(isFull(inArchive)).toBe(true);
		expect(isFull(inStorage)).toBe(true);
		expect(isFull(new Error("The update failed.", { cause: inArchive }))).toBe(true);
		expect(isFull(new Error("Aborted."))).toBe(false);
		expect(isFull("quota")).toBe(false);
	});
});

describe("the room that storage takes", () => {
	it("is said with what there is", async () => {
		const room = await readRoom({
			estimate: async () => ({ usage: 3_140_000, quota: 2e9 }),
			getBytesInUse: async () => 230_000,
			QUOTA_BYTES: 10_485_760,
		});
		expect(sayRoom(room)).toEqual([
			{ what: "Headlines, articles and snapshots", taken: "3.1 MB of 2 GB allowed" },
			{ what: "Settings and lists", taken: "230 kB of 10.5 MB allowed" },
		]);
	});

	it("has its place while nobody knows it yet", () => {
		expect(sayRoom(null).map(({ taken }) => taken)).toEqual([undefined, undefined]);
	});

	it("is said not to be known where the browser doesn’t say it, or refuses to", async () => {
		const room = await readRoom({ estimate: () => Promise.reject(new TypeError("Not here.")) });
		expect(sayRoom(room).map(({ taken }) => taken)).toEqual(Array(2).fill("not said by this browser"));
	});

	it("is said in a unit that fits", () => {
		expect([0, 999, 1_000, 12_345_678].map(sayBytes)).toEqual(["0 byte", "999 byte", "1 kB", "12.3 MB"]);
	});
});
