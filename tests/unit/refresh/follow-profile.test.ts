import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Background, createBackground } from "../../../data/background";
import { DAY_MS, MINUTE_MS } from "../../../data/model/durations";
import { sourceId } from "../../../data/model/identity";
import { packState } from "../../../data/model/sync/pack";
import { readParts, toItems } from "../../../data/model/sync/parts";
import type { Register } from "../../../data/model/sync/records";
import { readItems } from "../../../data/store/items";
import { readSnapshots } from "../../../data/store/safe";
import { browser, button } from "../support/browser";
import { NOON } from "../support/store";
import { emptyWorld, laterWorld } from "../support/world";

vi.mock("wxt/browser", () => import("../support/browser"));

const OTHER = "0".repeat(12);
const { sync } = browser.storage;
const { set } = sync;

let world: ReturnType<typeof emptyWorld>;
let background: Background;
let writes: number;

beforeEach(async () => {
	world = emptyWorld({ hasAccess: async () => false, isOnline: () => false });
	background = createBackground(world);
	await background.start();
	writes = 0;
	sync.set = async (items: Record<string, unknown>) => {
		writes += 1;
		await set.call(sync, items);
	};
});
afterEach(() => {
	sync.set = set;
});

const status = async () => (await readItems(["sync"])).sync;
const alarmAt = async () => (await browser.alarms.get("refresh"))?.scheduledTime;
const turn = async (on: boolean) => background.handlers.changeSettings({ sync: on });
const cloud = async () => readParts(await sync.get(null));
const firstId = async () => (await readItems(["headlines"])).headlines[0]?.id ?? "";
const mark = async (act: "read" | "unread") => background.handlers.mark({ ids: [await firstId()], act });
const ring = async (ms: number) => {
	world.clock.now += ms;
	await background.wake();
};

/** What another device says. */
async function hear(records: Record<string, Record<string, Register>>, at = world.clock.now): Promise<void> {
	await set.call(sync, toItems(OTHER, at, packState(new Map(Object.entries(records)))));
	await background.followProfile();
}

const at = (ms = NOON) => Math.floor(ms / 1000) + 60;

describe("following the browser’s profile", () => {
	it("reads and writes nothing until it is turned on, and takes back what it wrote when it is turned off", async () => {
		await mark("read");
		await background.wake();
		expect(await sync.get(null)).toEqual({});
		await turn(true);
		expect(await cloud()).toHaveLength(1);
		expect(await status()).toMatchObject({ writtenAt: NOON, readAt: NOON, trouble: null });
		await hear({ "settings:": { theme: ["dark", at()] } });
		await turn(false);
		expect((await cloud()).map(({ device }) => device)).toEqual([OTHER]);
		const { settings, sync: after, syncLog } = await readItems(["settings", "sync", "syncLog"]);
		expect(settings).toMatchObject({ theme: "dark", sync: false });
		expect([after, syncLog]).toEqual([null, null]);
	});

	it("tells pages that open from then on how to look, and goes on where that can’t be told", async () => {
		const looks: unknown[] = [];
		world.rememberLook = async ({ theme, tickerMode }) => void looks.push({ theme, tickerMode });
		background = createBackground(world);
		await turn(true);
		await hear({ "settings:": { wordsPerMinute: [200, at()] } });
		expect(looks).toEqual([]);
		await hear({ "settings:": { tickerMode: ["browser", at() + 1] } });
		expect(looks).toEqual([{ theme: "system", tickerMode: "browser" }]);
		await hear({ "settings:": { theme: ["dark", at() + 60] } }, world.clock.now + MINUTE_MS);
		expect(looks).toHaveLength(2);
		const complain = vi.spyOn(console, "error").mockReturnValue();
		world.rememberLook = () => Promise.reject(new Error("No document can be opened."));
		background = createBackground(world);
		await hear({ "settings:": { theme: ["light", at() + 120] } }, world.clock.now + 2 * MINUTE_MS);
		expect(complain).toHaveBeenCalledOnce();
		expect((await readItems(["settings"])).settings.theme).toBe("light");
		complain.mockRestore();
	});

	it("writes once a minute at most, by an alarm that a stopped background keeps to", async () => {
		await turn(true);
		expect(writes).toBe(1);
		await mark("read");
		await mark("unread");
		await mark("read");
		expect(writes).toBe(1);
		const { dueAt } = (await status()) ?? {};
		expect(dueAt).toBe(NOON + MINUTE_MS);
		expect(await alarmAt()).toBe(dueAt);
		await ring(30_000);
		expect(writes).toBe(1);
		expect((await status())?.dueAt).toBe(NOON + MINUTE_MS);
		world = laterWorld(world.clock, world);
		background = createBackground(world);
		await ring(30_000);
		expect(writes).toBe(2);
		expect((await status())?.dueAt).toBeNull();
		expect([...((await cloud())[0]?.state.keys() ?? [])].some((key) => key.startsWith("mark:"))).toBe(true);
		await ring(MINUTE_MS);
		expect(writes).toBe(2);
	});

	it("does through the usual acts what others did: front, counts, badge, alarms and permissions", async () => {
		await turn(true);
		const id = await firstId();
		const url = "http://feeds.example/news";
		const source = await sourceId("feed", url);
		const before = Number(button.text);
		await hear({
			[`mark:${id.slice(0, 8)}`]: { read: [true, at()], saved: [true, at()] },
			[`source:${source}`]: {
				here: [true, at()],
				url: [url, at()],
				title: ["News", at()],
				group: ["World", at()],
			},
			"rule:mute words title zebra": {
				here: [true, at()],
				draft: [{ act: "mute", match: { kind: "words", text: "zebra" }, where: "title" }, at()],
			},
			"settings:": { wordsPerMinute: [240, at()] },
		});
		const { marks, sources, polls, rules, settings } = await readItems([
			"marks",
			"sources",
			"polls",
			"rules",
			"settings",
		]);
		expect(marks[id]).toMatchObject({ read: at() * 1000, saved: at() * 1000 });
		expect(button.text).toBe(String(before - 1));
		expect(sources.at(-1)).toEqual({
			id: source,
			kind: "feed",
			url,
			title: "News",
			group: "World",
			addedAt: at() * 1000,
		});
		expect(polls[source]?.outcome).toBe("permission-needed");
		expect(rules).toMatchObject([{ act: "mute", match: { text: "zebra" } }]);
		expect(settings.wordsPerMinute).toBe(240);
		world.clock.now += 2 * MINUTE_MS;
		await hear({ [`source:${source}`]: { here: [null, at() + 60] } });
		expect((await readItems(["sources"])).sources.map(({ id }) => id)).toEqual(["edition"]);
		expect((await readSnapshots()).map(({ why }) => why)).toContain("sync");
	});

	it("tries again later where the browser refuses, and says so until it worked", async () => {
		const complain = vi.spyOn(console, "error").mockImplementation(() => {});
		sync.set = async () => {
			writes += 1;
			throw new Error("QUOTA_BYTES quota exceeded");
		};
		await turn(true);
		expect(await status()).toMatchObject({
			trouble: "sync-refused",
			dueAt: NOON + 10 * MINUTE_MS,
			writtenAt: null,
		});
		await ring(5 * MINUTE_MS);
		expect(writes).toBe(1);
		sync.set = set;
		await ring(5 * MINUTE_MS);
		expect(await status()).toMatchObject({ trouble: null, writtenAt: world.clock.now });
		expect(await cloud()).toHaveLength(1);
		complain.mockRestore();
	});

	it("says so where the browser can’t say what is synced, and asks again", async () => {
		const complain = vi.spyOn(console, "error").mockImplementation(() => {});
		await turn(true);
		const { get } = sync;
		sync.get = () => Promise.reject(new Error("Backend unavailable."));
		await background.followProfile();
		expect(await status()).toMatchObject({ trouble: "sync-unread", dueAt: world.clock.now + 10 * MINUTE_MS });
		expect(await alarmAt()).toBe(world.clock.now + 10 * MINUTE_MS);
		sync.get = get;
		await ring(10 * MINUTE_MS);
		expect(await status()).toMatchObject({ trouble: null, dueAt: null });
		complain.mockRestore();
	});

	it("keeps a feed removed that was forgotten while the browser couldn’t say what is synced", async () => {
		const complain = vi.spyOn(console, "error").mockImplementation(() => {});
		await turn(true);
		const url = "http://feeds.example/news";
		const source = await sourceId("feed", url);
		await hear({ [`source:${source}`]: { here: [true, at()], url: [url, at()], title: ["News", at()] } });
		const { get } = sync;
		sync.get = () => Promise.reject(new Error("Backend unavailable."));
		world.clock.now += 2 * MINUTE_MS;
		await background.handlers.removeSource({ id: source });
		await ring(2 * DAY_MS);
		sync.get = get;
		await ring(10 * MINUTE_MS);
		expect((await readItems(["sources"])).sources.map(({ id }) => id)).toEqual(["edition"]);
		complain.mockRestore();
	});

	it("waits as long after a refusal where the browser then can’t say what is synced", async () => {
		const complain = vi.spyOn(console, "error").mockImplementation(() => {});
		const { get, set } = sync;
		let writes = 0;
		sync.set = async () => {
			writes += 1;
			throw new Error("MAX_WRITE_OPERATIONS_PER_HOUR");
		};
		await turn(true);
		sync.get = () => Promise.reject(new Error("Backend unavailable."));
		await background.followProfile();
		sync.get = get;
		world.clock.now += 2 * MINUTE_MS;
		await background.followProfile();
		expect(writes).toBe(1);
		sync.set = set;
		await ring(10 * MINUTE_MS);
		expect(await status()).toMatchObject({ trouble: null, writtenAt: world.clock.now });
		complain.mockRestore();
	});

	it("ends in the same state wherever a background was stopped", async () => {
		await turn(true);
		const id = await firstId();
		const local = browser.storage.local;
		const write = local.set;
		const heard = packState(
			new Map([
				[`mark:${id.slice(0, 8)}`, { read: [true, at()] as const }],
				["settings:", { theme: ["dark", at()] as const }],
			]),
		);
		await set.call(sync, toItems(OTHER, NOON, heard));
		for (const stopAfter of [0, 1, 2, 3]) {
			let count = 0;
			local.set = async (items: Record<string, unknown>) => {
				if (count++ >= stopAfter) return new Promise<void>(() => {});
				await write.call(local, items);
			};
			let isEnded = false;
			void background.followProfile().then(() => {
				isEnded = true;
			});
			await vi.waitFor(() => expect(isEnded || count > stopAfter).toBe(true), { timeout: 10_000 });
			local.set = write;
			world.clock.now += MINUTE_MS;
			world = laterWorld(world.clock, { hasAccess: async () => false, isOnline: () => false });
			background = createBackground(world);
		}
		await background.wake();
		const { marks, settings } = await readItems(["marks", "settings"]);
		expect(marks[id]?.read).toBeDefined();
		expect(settings.theme).toBe("dark");
		expect((await cloud()).map(({ device }) => device)).toContain(OTHER);
	});
});
