import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { openDB } from "idb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createBackground } from "../../../data/background";
import type { SetAside } from "../../../data/model/set-aside";
import { act } from "../../../data/store/act";
import { addSource, mark } from "../../../data/store/acts";
import { countRun } from "../../../data/store/counts";
import { readItems } from "../../../data/store/items";
import { checkAndPublish } from "../../../data/store/keep-safe";
import { readActivity } from "../../../data/store/read-activity";
import { readArticle } from "../../../data/store/read-article";
import { readOlder } from "../../../data/store/read-older";
import { readSaved } from "../../../data/store/read-saved";
import { countChange } from "../../../data/store/revision";
import { addRule, settleRules } from "../../../data/store/rules";
import { readSetAside } from "../../../data/store/safe";
import { readKept, readMarks } from "../../../data/store/search-archive";
import { setUp } from "../../../data/store/set-up";
import { marksOn, toShelf } from "../../../data/store/shelf";
import { takeSnapshot } from "../../../data/store/take-snapshot";
import { browser } from "../support/browser";
import { emptyStore, feedSource, marksIn, NOON, noSeed, reopened, stories } from "../support/store";
import { laterWorld } from "../support/world";

vi.mock("wxt/browser", () => import("../support/browser"));

let store: ReturnType<typeof emptyStore>;
const followTwo = async () => {
	store = emptyStore();
	await addSource(store, feedSource("a"), stories(5, "a"));
	await addSource(store, feedSource("b"), stories(3, "b"));
	const { headlines } = await readItems(["headlines"]);
	const ids = headlines.map(({ id }) => id);
	await mark(store, ids.slice(0, 2), "read");
	await mark(store, ids.slice(1, 4), "saved");
	await setUp(store, noSeed);
};
beforeEach(async () => {
	await followTwo();
	vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
	vi.restoreAllMocks();
});

const damage = (items: Record<string, unknown>) => browser.storage.local.set(items);
const found = async () =>
	(await readSetAside()).map(({ where, place, what }: SetAside) => ({ where, place, what }));

/** Every reader that a page has, with what the background does at its start. */
async function readEverything() {
	await setUp(reopened(store.clock), noSeed);
	const { headlines, marks, sources, settings, ticker } = await readItems([
		"headlines",
		"marks",
		"sources",
		"settings",
		"ticker",
	]);
	const kept: unknown[] = [];
	await readKept((chunk) => kept.push(...chunk));
	for (const { id } of headlines) await readArticle(id);
	const newest = headlines[0];
	const older = newest && (await readOlder(newest, 50));
	await readActivity(["a", "b"], NOON);
	return {
		headlines,
		marks,
		sources,
		settings,
		ticker,
		kept,
		saved: await readSaved(),
		older,
		all: await readMarks(),
	};
}

describe("an item of the wrong shape", () => {
	it("is set aside entry by entry, and the rest is read", async () => {
		const { sources } = await readItems(["sources"]);
		const half = { id: "half", kind: "feed" };
		await damage({
			sources: [sources[0], half, "nonsense", sources[1]],
			settings: { theme: 7 },
			nobody: "ours",
		});
		const read = await readEverything();
		expect(read.sources).toEqual(sources);
		expect(read.headlines).toHaveLength(8);
		expect(await found()).toEqual(
			expect.arrayContaining([
				{ where: "sources", place: 1, what: half },
				{ where: "sources", place: 2, what: "nonsense" },
				{ where: "settings", place: "theme", what: 7 },
			]),
		);
		expect((await readItems(["damage"])).damage).toBe("set-aside");
		expect(await browser.storage.local.get("nobody")).toEqual({ nobody: "ours" });
	});

	it("that is merely more than this version knows is set aside without a word", async () => {
		const { sources } = await readItems(["sources"]);
		await damage({ sources: [{ ...sources[0], colour: "red" }, sources[1]] });
		const read = await readEverything();
		expect(read.sources).toEqual(sources);
		expect(await found()).toMatchObject([{ where: "sources", place: 0, what: { colour: "red" } }]);
		expect((await readItems(["damage"])).damage).toBeNull();
	});

	it("that is derived is set aside, and derived anew", async () => {
		const before = await readEverything();
		await damage({ headlines: [{ title: "Half" }, ...before.headlines.slice(3)], ticker: "gone", marks: 5 });
		const { ticker: _, ...after } = await readEverything();
		expect(after).toEqual(expect.objectContaining({ headlines: before.headlines, marks: before.marks }));
	});

	it("waits while nothing can be set aside, whatever is written, and is set aside when that can be done", async () => {
		const { indexedDB } = globalThis;
		const { sources } = await readItems(["sources"]);
		const closed = vi.spyOn(indexedDB, "open").mockImplementation((name, version) => {
			if (name === "headline-ticker-safe") throw new DOMException("It doesn’t open.", "UnknownError");
			return IDBFactory.prototype.open.call(indexedDB, name, version);
		});
		await damage({ sources: [...sources, "nonsense"] });
		await readEverything();
		await addSource(store, feedSource("later"), []);
		await damage({ settings: { theme: 7 } });
		await readEverything();
		closed.mockRestore();
		await readEverything();
		expect(await found()).toEqual(
			expect.arrayContaining([
				{ where: "sources", place: 2, what: "nonsense" },
				{ where: "settings", place: "theme", what: 7 },
			]),
		);
		expect((await readItems(["unkept"])).unkept).toEqual([]);
	});
});

describe("a record of the archive of the wrong shape", () => {
	it("is left out by every reader, and set aside when the archive is looked through", async () => {
		const before = await readEverything();
		const archive = await store.archive();
		const [one, two, three] = before.headlines;
		// What isn't as it should be is what these records are about.
		const put = (name: string, record: unknown, key?: IDBValidKey) =>
			(archive as unknown as IDBDatabaseLike).put(name, record, key);
		await put("headlines", { ...one, title: 5, age: -NOON });
		await put("headlines", { ...two, age: "old" });
		await put("articles", { id: three?.id, html: ["no text"] });
		const [shelf] = await archive.getAll("shelves");
		const all = await marksIn(archive);
		await put("shelves", {
			...shelf,
			ids: ["stray", 5, ...(shelf?.ids ?? [])],
			read: ["yes", NOON, ...(shelf?.read ?? [])],
			saved: [null, null, ...(shelf?.saved ?? [])],
		});
		await put("shelves", { source: "torn", read: 7 });
		// What is written to a damaged shelf leaves what is wrong of it to be found.
		await mark(store, [three?.id ?? ""], "saved");
		const marked = await marksIn(archive);
		await put("meta", { revision: "many" }, "meta");
		await put("joining", { id: 5 }, 77);
		const read = await readEverything();
		expect(read.headlines.map(({ id }) => id)).not.toContain(one?.id);
		expect(await checkAndPublish(store)).toBe(5);
		const after = await readEverything();
		expect(after.headlines.map(({ id }) => id)).toEqual(before.headlines.slice(1).map(({ id }) => id));
		expect((await found()).map(({ where }) => where).sort()).toEqual(
			["articles", "headlines", "headlines", "joining", "shelves", "shelves", "meta"].sort(),
		);
		expect((await marksIn(archive)).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
		await addSource(store, feedSource("a"), stories(5, "a"));
		await addSource(store, feedSource("b"), stories(3, "b"));
		expect((await readItems(["headlines"])).headlines).toHaveLength(8);
		expect(await marksIn(archive)).toEqual(marked);
		expect(marked.filter(({ id }) => id !== three?.id)).toEqual(all.filter(({ id }) => id !== three?.id));
		expect((await readItems(["marks"])).marks).toEqual(before.marks);
	});
});

describe("a headline whose source can't be read", () => {
	it("keeps no other from being judged or marked, and all counts stay true", async () => {
		const archive = await store.archive();
		const [one, ...others] = await archive.getAll("headlines");
		// That it has none is what this is about.
		await archive.put("headlines", { ...one, source: undefined } as never);
		await addRule(store, { act: "mute", match: { kind: "words", text: "story" }, where: "title" });
		await settleRules(store);
		const muted = (await marksIn(archive)).filter((mark) => mark.muted);
		expect(muted.map(({ id }) => id)).toEqual(others.map(({ id }) => id).sort());
		expect((await readItems(["ticker"])).ticker.unread).toBe((await countRun(archive)).unread);
		const ids = [one?.id ?? "", ...others.map(({ id }) => id)];
		expect((await mark(store, ids, "saved")).length).toBeGreaterThan(0);
	});
});

describe("a shelf that doesn't say what is kept", () => {
	it("is marked on, and the counts are what is on it", async () => {
		const archive = await store.archive();
		const [shelf] = await archive.getAll("shelves");
		if (!shelf) throw new Error("A source was to be followed.");
		const [gone, waits, ...others] = marksOn(shelf).values();
		if (!gone || !waits) throw new Error("It was to have headlines.");
		await archive.put("shelves", toShelf(shelf.source, [{ ...waits, waits: true }, ...others]));
		await countChange(archive.transaction("meta", "readwrite").store);
		await act(store, async () => {});
		for (const what of ["unread", "read", "unread"] as const) {
			await mark(store, [gone.id, waits.id, ...others.map(({ id }) => id)], what);
			const { unread, fresh, watched } = (await readItems(["ticker"])).ticker;
			expect({ unread, fresh, watched }).toEqual(await countRun(archive));
		}
	});

	it("is brought to what is, when the archive is looked through", async () => {
		const archive = await store.archive();
		const before = await archive.getAll("shelves");
		const { ticker } = await readItems(["ticker"]);
		const [one, two] = before;
		if (!one || !two) throw new Error("Two sources were to be followed.");
		const without = [...marksOn(one).values()].slice(1);
		const strange = { id: "gone", source: two.source };
		await archive.put("shelves", toShelf(one.source, without));
		await archive.put(
			"shelves",
			toShelf(two.source, [...marksOn(two).values(), strange, { ...strange, id: "waiting", saved: 5 }]),
		);
		expect(await checkAndPublish(store)).toBe(0);
		const unread = async () => (await readItems(["ticker"])).ticker.unread;
		const isRead = marksOn(one).get(one.ids[0] ?? "")?.read !== undefined;
		expect(await unread()).toBe(ticker.unread + (isRead ? 1 : 0));
		const marks = new Map((await archive.getAll("shelves")).flatMap((shelf) => [...marksOn(shelf)]));
		expect(marks.has("gone")).toBe(false);
		expect(marks.get("waiting")).toMatchObject({ saved: 5, waits: true });
		expect([...marks.keys()].filter((id) => id !== "waiting").sort()).toEqual(
			before.flatMap(({ ids }) => ids).sort(),
		);
	});
});

interface IDBDatabaseLike {
	put: (name: string, record: unknown, key?: IDBValidKey) => Promise<unknown>;
}

describe("an archive that doesn't open", () => {
	it("leaves the front, is told to every surface, and refuses acts with the reason", async () => {
		(await store.archive()).close();
		const before = await readItems(["headlines", "marks"]);
		vi.spyOn(indexedDB, "open").mockImplementation(() => {
			throw new DOMException("The disk is broken.", "UnknownError");
		});
		const { handlers } = createBackground(laterWorld(store.clock));
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
		(await store.archive()).close();
		const factory = new IDBFactory();
		globalThis.indexedDB = factory;
		const held = await openDB("headline-ticker", 1, { upgrade: (db) => void db.createObjectStore("meta") });
		vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
		const opening = reopened(store.clock).archive();
		const refused = expect(opening).rejects.toMatchObject({ code: "storage-blocked" });
		await vi.waitFor(async () => {
			await vi.advanceTimersByTimeAsync(5_000);
			expect(vi.getTimerCount()).toBe(0);
		});
		vi.useRealTimers();
		await refused;
		held.close();
		expect(await readItems(["headlines"])).toEqual(before);
	});

	it("is started again from the last snapshot, with what could be read of it set aside", async () => {
		const before = await readEverything();
		await takeSnapshot(store, "day");
		(await store.archive()).close();
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
		const { handlers } = createBackground(laterWorld(store.clock, { isOnline: () => false }));
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
		const before = await readEverything();
		await takeSnapshot(store, "day");
		const background = createBackground({ ...laterWorld(store.clock), archive: store.archive });
		await background.start();
		(await store.archive()).close();
		await new Promise<unknown>((resolve) => {
			indexedDB.deleteDatabase("headline-ticker").onsuccess = resolve;
		});
		const later = createBackground(laterWorld(store.clock));
		expect(await later.handlers.ready(null)).toMatchObject({ ok: true });
		expect((await readSaved()).map(({ headline }) => headline.id)).toEqual(
			before.saved.map(({ headline }) => headline.id),
		);
	});
});

it("extension storage that was emptied is brought back whole from the last snapshot", async () => {
	const before = await readEverything();
	await takeSnapshot(store, "day");
	await browser.storage.local.clear();
	const after = await readEverything();
	expect(after.sources).toEqual(before.sources);
	expect(after.headlines).toEqual(before.headlines);
	expect(after.marks).toEqual(before.marks);
});

it("whatever is damaged, every reader answers, and what isn't damaged is still there", async () => {
	const junk = fc.oneof(
		fc.anything(),
		fc.constant(null),
		fc.constantFrom("", 0, -1, Number.NaN, [], {}, "x"),
	);
	const json = junk.map((value) => JSON.parse(JSON.stringify(value) ?? "null"));
	const items = fc.constantFrom("headlines", "marks", "ticker", "settings", "rules", "muted", "polls");
	const fields = fc.constantFrom("title", "publishedAt", "kind", "age", "source", "seenAt", "url", "link");
	const stored = fc.record({
		item: items,
		whole: fc.boolean(),
		value: json,
		source: json,
		headline: fc.nat(7),
		field: fields,
		article: json,
	});
	await fc.assert(
		fc.asyncProperty(stored, async ({ item, whole, value, source, headline, field, article }) => {
			await followTwo();
			const before = await readEverything();
			const { [item]: now } = await browser.storage.local.get(item);
			await damage({ [item]: whole || !Array.isArray(now) ? value : [...now, value] });
			await damage({ sources: [...before.sources, source] });
			const archive = await store.archive();
			const hit = before.headlines[headline];
			const kept = await archive.get("headlines", hit?.id ?? "");
			// Damaged on purpose.
			if (kept) await archive.put("headlines", { ...kept, [field]: value } as typeof kept);
			const other = before.headlines[(headline + 1) % 8];
			await archive.put("articles", { ...Object(article), id: other?.id ?? "" });
			await readEverything();
			await checkAndPublish(store);
			const after = await readEverything();
			expect(after.sources.slice(0, 2)).toEqual(before.sources);
			const whole8 = before.headlines.filter(({ id }) => id !== hit?.id).map(({ id }) => id);
			expect(after.headlines.map(({ id }) => id)).toEqual(expect.arrayContaining(whole8));
			expect(Object.keys(after.all)).toEqual(expect.arrayContaining(Object.keys(before.all)));
			expect(after.ticker.unread).toBeGreaterThanOrEqual(0);
		}),
		{ numRuns: 40 },
	);
});
