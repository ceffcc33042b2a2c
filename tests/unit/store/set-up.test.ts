import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { addSource, changeSettings, mark, removeSource } from "../../../data/store/acts";
import { publishFront } from "../../../data/store/front";
import { readItems } from "../../../data/store/items";
import { markHeadlines } from "../../../data/store/marks";
import { merge } from "../../../data/store/merge";
import { setUp } from "../../../data/store/set-up";
import { browser, button } from "../support/browser";
import { emptyStore, feedSource, NOON, reopened, stories } from "../support/store";

vi.mock("wxt/browser", () => import("../support/browser"));

const seed = async () => ({
	source: feedSource("edition", { kind: "edition" }),
	incoming: stories(20),
});
const front = () => readItems(["headlines", "marks", "ticker", "sources"]);

let store: ReturnType<typeof emptyStore>;
beforeEach(() => {
	store = emptyStore();
});

describe("the first start", () => {
	it("publishes the edition, and shows it on the badge", async () => {
		await setUp(store, seed);
		const { headlines, sources, ticker } = await front();
		expect(headlines).toHaveLength(20);
		expect(sources.map(({ kind }) => kind)).toEqual(["edition"]);
		expect(ticker).toMatchObject({ place: 0, before: 0, total: 20, startedAt: NOON });
		expect(ticker.headlines).toHaveLength(20);
		expect(ticker.headlines[0]?.sourceTitle).toBe("Title of edition");
		expect(button.text).toBe("20");
	});

	it("stores everything that others may look for, settings too, and leaves those that are there", async () => {
		await setUp(store, seed);
		const stored = await browser.storage.local.get(null);
		expect(Object.keys(stored)).toEqual(
			expect.arrayContaining(["headlines", "marks", "ticker", "sources", "settings"]),
		);
		await changeSettings(store, { theme: "dark" });
		await setUp(reopened(store.clock), seed);
		expect((await readItems(["settings"])).settings.theme).toBe("dark");
	});

	it("happens once: an edition that was removed stays away", async () => {
		await setUp(store, seed);
		await removeSource(store, "edition");
		await setUp(reopened(store.clock), seed);
		expect(await front()).toMatchObject({ headlines: [], sources: [] });
	});

	it("ends the same where the first try was stopped after any write", async () => {
		await setUp(store, seed);
		const whole = await front();
		const { set } = browser.storage.local;
		for (const stopAfter of [0, 1, 2]) {
			store = emptyStore();
			let writes = 0;
			browser.storage.local.set = async (items: Record<string, unknown>) => {
				if (writes++ >= stopAfter) throw new Error("The background was stopped.");
				await set.call(browser.storage.local, items);
			};
			await setUp(store, seed).catch(() => {});
			browser.storage.local.set = set;
			await setUp(reopened(store.clock), seed);
			const { ticker, ...rest } = await front();
			expect({ ...rest, ticker: { ...ticker, revision: 0 } }).toEqual({
				...whole,
				ticker: { ...whole.ticker, revision: 0 },
			});
		}
	});
});

describe("a later start", () => {
	it("publishes what the archive holds and the front doesn't, after a stop between the two", async () => {
		await setUp(store, seed);
		const archive = await store.archive();
		await merge(archive, feedSource("edition"), stories(1, "new"), { now: store.now() });
		const [first] = (await front()).headlines;
		await markHeadlines(archive, [first?.id ?? ""], "read", store.now());
		expect((await front()).headlines).toHaveLength(20);

		await setUp(reopened(store.clock), seed);
		const after = await front();
		expect(after.headlines).toHaveLength(21);
		expect(after.marks).toEqual({ [first?.id ?? ""]: { read: NOON } });
		expect(button.text).toBe("20");
	});

	it("publishes the headlines again where they are missing, though nothing has changed", async () => {
		await setUp(store, seed);
		await browser.storage.local.remove("headlines");
		await setUp(reopened(store.clock), seed);
		expect((await front()).headlines).toHaveLength(20);
	});

	it("lists no headlines that the archive has lost", async () => {
		await setUp(store, seed);
		await addSource(store, feedSource("a"), stories(3, "a"));
		await removeSource(store, "edition");
		globalThis.indexedDB = new IDBFactory();
		await setUp(reopened(store.clock), seed);
		expect(await front()).toMatchObject({ headlines: [], marks: {}, ticker: { total: 0 } });
		expect(button.text).toBe("");
	});

	it("writes nothing where the front is right", async () => {
		await setUp(store, seed);
		const changed = vi.fn();
		browser.storage.onChanged.addListener(changed);
		await setUp(reopened(store.clock), seed);
		expect(changed).not.toHaveBeenCalled();
	});

	it("publishes headlines that came before a publication that failed", async () => {
		await setUp(store, seed);
		const archive = await store.archive();
		await merge(archive, feedSource("edition"), stories(1, "new"), { now: store.now() });
		await markHeadlines(archive, [(await front()).headlines[0]?.id ?? ""], "read", store.now());
		await publishFront(archive, store.now());
		expect((await front()).headlines).toHaveLength(21);
	});
});

describe("the front", () => {
	it("holds the newest 500 of the sources that are there, newest first", async () => {
		await addSource(store, feedSource("many"), stories(600));
		await addSource(store, feedSource("gone"), stories(600, "g"));
		await removeSource(store, "gone");
		const { headlines } = await front();
		expect(headlines).toHaveLength(500);
		expect(headlines[0]).toEqual({
			id: headlines[0]?.id,
			title: "Story s0",
			source: "many",
			publishedAt: NOON,
			kind: "article",
			seenAt: NOON,
		});
		const times = headlines.map(({ publishedAt }) => publishedAt);
		expect(times).toEqual(times.toSorted((a, b) => b - a));
	});

	it("isn’t looked for in the archive again after a mark", async () => {
		await addSource(store, feedSource("feed"), stories(3));
		const archive = await store.archive();
		const look = vi.spyOn(archive, "getAllFromIndex");
		const [first] = (await front()).headlines;
		await mark(store, [first?.id ?? ""], "read");
		expect(look).not.toHaveBeenCalled();
		expect((await front()).ticker.unread).toBe(2);
	});
});
