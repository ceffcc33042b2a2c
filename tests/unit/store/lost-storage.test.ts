import { IDBFactory } from "fake-indexeddb";
import { openDB } from "idb";
import { describe, expect, it, vi } from "vitest";
import { createBackground } from "../../../data/background";
import { STEPS } from "../../../data/store/archive-steps";
import {
	deleteArchive,
	openArchive,
	openAsItIs,
	openUpToDate,
	storedVersion,
} from "../../../data/store/database";
import { readItems } from "../../../data/store/items";
import { readSaved } from "../../../data/store/read-saved";
import { setUp } from "../../../data/store/set-up";
import { takeSnapshot } from "../../../data/store/take-snapshot";
import { browser } from "../support/browser";
import { feedSource, reopened, stories } from "../support/store";
import { laterWorld } from "../support/world";
import { damage, followingTwo, found, readEverything } from "./two-sources";

vi.mock("wxt/browser", () => import("../support/browser"));

const store = followingTwo();

/** Deletes the archive, as a browser does that has no room. */
async function throwAway() {
	(await store().archive()).close();
	await new Promise<unknown>((resolve) => {
		indexedDB.deleteDatabase("headline-ticker").onsuccess = resolve;
	});
}

/** Starts as another background, with an edition that nobody follows any more. */
const startAnew = () =>
	setUp(reopened(store().clock), async () => ({ source: feedSource("edition"), incoming: [] }));

/** Opens an archive that another context holds on to, until that is given up. */
async function giveUpOpening(open: () => Promise<unknown>) {
	vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
	const refused = expect(open()).rejects.toMatchObject({ code: "storage-blocked" });
	await vi.waitFor(async () => {
		await vi.advanceTimersByTimeAsync(5_000);
		expect(vi.getTimerCount()).toBe(0);
	});
	vi.useRealTimers();
	await refused;
}

describe("an archive that doesn't open", () => {
	it("leaves the front, is told to every surface, and refuses acts with the reason", async () => {
		(await store().archive()).close();
		const before = await readItems(["headlines", "marks"]);
		vi.spyOn(indexedDB, "open").mockImplementation(() => {
			throw new DOMException("The disk is broken.", "UnknownError");
		});
		const { handlers } = createBackground(laterWorld(store().clock));
		expect(await handlers.ready(null)).toMatchObject({ ok: false, trouble: { code: "storage-broken" } });
		expect(await handlers.mark({ ids: ["x"], act: "read" })).toMatchObject({
			trouble: { code: "storage-broken" },
		});
		await vi.waitFor(async () => expect((await readItems(["health"])).health).toBe("storage-broken"));
		expect(await readItems(["headlines", "marks"])).toEqual(before);
		vi.restoreAllMocks();
		expect(await handlers.ready(null)).toMatchObject({ ok: true });
		await vi.waitFor(async () => expect((await readItems(["health"])).health).toBeNull());
	});

	it("because another context holds on to it says so", async () => {
		const before = await readItems(["headlines"]);
		(await store().archive()).close();
		const factory = new IDBFactory();
		globalThis.indexedDB = factory;
		const held = await openDB("headline-ticker", 1, { upgrade: (db) => void db.createObjectStore("meta") });
		await giveUpOpening(() => reopened(store().clock).archive());
		held.close();
		expect(await readItems(["headlines"])).toEqual(before);
	});

	it("because it was waited for too long is held by nobody when it opens after all", async () => {
		(await store().archive()).close();
		const held = await openAsItIs();
		const closed = vi.fn();
		await giveUpOpening(() => openUpToDate(closed, [...STEPS, () => {}]));
		held.close();
		await vi.waitFor(async () => expect(await storedVersion()).toBe(STEPS.length + 1));
		await deleteArchive();
		// Whoever holds an archive is told that it is to be deleted.
		expect(closed).not.toHaveBeenCalled();
	});

	it("because it was deleted a moment ago isn’t made by a page, which has nothing to put into it", async () => {
		(await store().archive()).close();
		const there = await indexedDB.databases();
		globalThis.indexedDB = new IDBFactory();
		const look = vi.spyOn(indexedDB, "databases").mockResolvedValueOnce(there);
		const opening = openArchive();
		await vi.waitFor(() => expect(look).toHaveBeenCalledTimes(2));
		expect(await indexedDB.databases()).toEqual([]);
		const made = await reopened(store().clock).archive();
		(await opening).close();
		expect(made.objectStoreNames).toContain("headlines");
	});

	it("is started again from the last snapshot, with what could be read of it set aside", async () => {
		const before = await readEverything(store().clock);
		await takeSnapshot(store(), "day");
		(await store().archive()).close();
		await damage({ ticker: before.ticker });
		const { open } = indexedDB;
		// It can be read as it is, and not be opened for writing.
		vi.spyOn(indexedDB, "open").mockImplementation(function (this: IDBFactory, name, version) {
			if (name === "headline-ticker" && version !== undefined && !isDeleted)
				throw new DOMException("It is damaged.", "UnknownError");
			return open.call(indexedDB, name, version);
		});
		let isDeleted = false;
		const { deleteDatabase } = indexedDB;
		vi.spyOn(indexedDB, "deleteDatabase").mockImplementation((name) => {
			isDeleted = true;
			return deleteDatabase.call(indexedDB, name);
		});
		const { handlers } = createBackground(laterWorld(store().clock, { isOnline: () => false }));
		expect(await handlers.ready(null)).toMatchObject({ ok: false });
		expect(await handlers.startAgain(null)).toMatchObject({ ok: true });
		const after = await readItems(["headlines", "marks", "sources", "polls", "damage"]);
		expect(after.sources).toEqual(before.sources);
		expect(after.headlines.map(({ id }) => id).sort()).toEqual(
			before.saved.map(({ headline }) => headline.id).sort(),
		);
		expect(after.polls).toEqual({});
		expect(after.damage).toBe("archive-lost");
		expect((await found()).map(({ where }) => where)).toContain("articles");
	});

	it("that the browser has thrown away brings back what the last snapshot held", async () => {
		const before = await readEverything(store().clock);
		await takeSnapshot(store(), "day");
		const background = createBackground({ ...laterWorld(store().clock), archive: store().archive });
		await background.start();
		await throwAway();
		const later = createBackground(laterWorld(store().clock));
		expect(await later.handlers.ready(null)).toMatchObject({ ok: true });
		expect((await readSaved()).map(({ headline }) => headline.id)).toEqual(
			before.saved.map(({ headline }) => headline.id),
		);
	});

	it("that the browser has thrown away is told of once, though there is no snapshot and nothing has come since", async () => {
		await throwAway();
		await startAnew();
		await damage({ damage: null });
		const told = await found();
		await startAnew();
		expect(await found()).toEqual(told);
		expect((await readItems(["damage"])).damage).toBeNull();
	});

	it("that the browser has thrown away gets the edition back, though the start that began it was cut short", async () => {
		await takeSnapshot(store(), "day");
		await throwAway();
		const edition = { source: feedSource("a"), incoming: stories(5, "a") };
		const stopped = setUp(reopened(store().clock), () => Promise.reject(new Error("It was stopped.")));
		await expect(stopped).rejects.toThrow("It was stopped.");
		const seed = vi.fn(async () => edition);
		await setUp(reopened(store().clock), seed);
		const { headlines } = await readItems(["headlines"]);
		expect(headlines.filter(({ source }) => source === "a")).toHaveLength(5);
		await setUp(reopened(store().clock), seed);
		expect(seed).toHaveBeenCalledTimes(1);
	});

	it("that the browser has thrown away leaves on the front only what came back, whatever revision that was of", async () => {
		await takeSnapshot(store(), "day");
		const { ticker } = await readItems(["ticker"]);
		await damage({ ticker: { ...ticker, revision: 1 } });
		await throwAway();
		await startAnew();
		const { headlines } = await readItems(["headlines"]);
		const saved = await readSaved();
		expect(new Set(headlines.map(({ id }) => id))).toEqual(new Set(saved.map(({ headline }) => headline.id)));
	});
});

it("extension storage that was emptied is brought back whole from the last snapshot", async () => {
	const before = await readEverything(store().clock);
	await takeSnapshot(store(), "day");
	await browser.storage.local.clear();
	const after = await readEverything(store().clock);
	expect(after.sources).toEqual(before.sources);
	expect(after.headlines).toEqual(before.headlines);
	expect(after.marks).toEqual(before.marks);
});
