import { IDBFactory } from "fake-indexeddb";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { addSource, mark } from "../../../data/store/acts";
import type { News, Shelf } from "../../../data/store/database";
import { readItems } from "../../../data/store/items";
import { checkAndPublish } from "../../../data/store/keep-safe";
import { takeSnapshot } from "../../../data/store/take-snapshot";
import { backUp, stageOrRefuse } from "../support/backups";
import { browser } from "../support/browser";
import { feedSource, marksIn, NOON, stories } from "../support/store";
import { damage, followingTwo, followTwo, found, readEverything } from "./two-sources";

vi.mock("wxt/browser", () => import("../support/browser"));

const store = followingTwo();

/** The safe doesn't open until this is restored. */
function closeSafe() {
	const { indexedDB } = globalThis;
	return vi.spyOn(indexedDB, "open").mockImplementation((name, version) => {
		if (name === "headline-ticker-safe") throw new DOMException("It doesn’t open.", "UnknownError");
		return IDBFactory.prototype.open.call(indexedDB, name, version);
	});
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
		const read = await readEverything(store().clock);
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

	it("spoils no backup, with a time that is beyond all dates", async () => {
		const { sources } = await readItems(["sources"]);
		const rule = { id: "r", act: "mute", match: { kind: "words", text: "x" }, where: "title" };
		await damage({
			sources: sources.map((source) => ({ ...source, addedAt: 1e300 })),
			rules: [{ ...rule, addedAt: -1e300 }],
		});
		await readEverything(store().clock);
		const { file, facts } = await backUp(NOON);
		expect(await stageOrRefuse(file)).toBe("staged");
		expect(facts.counts).toMatchObject({ sources: 2, rules: 1 });
	});

	it("that is merely more than this version knows is set aside without a word", async () => {
		const { sources } = await readItems(["sources"]);
		await damage({ sources: [{ ...sources[0], colour: "red" }, sources[1]] });
		const read = await readEverything(store().clock);
		expect(read.sources).toEqual(sources);
		expect(await found()).toMatchObject([{ where: "sources", place: 0, what: { colour: "red" } }]);
		expect((await readItems(["damage"])).damage).toBeNull();
	});

	it("that is derived is set aside, and derived anew", async () => {
		const before = await readEverything(store().clock);
		await damage({ headlines: [{ title: "Half" }, ...before.headlines.slice(3)], ticker: "gone", marks: 5 });
		const { ticker: _, ...after } = await readEverything(store().clock);
		expect(after).toEqual(expect.objectContaining({ headlines: before.headlines, marks: before.marks }));
	});

	it("waits while nothing can be set aside, whatever is written, and is set aside when that can be done", async () => {
		const { sources } = await readItems(["sources"]);
		const closed = closeSafe();
		await damage({ sources: [...sources, "nonsense"] });
		await readEverything(store().clock);
		await addSource(store(), feedSource("later"), []);
		await damage({ settings: { theme: 7 } });
		await readEverything(store().clock);
		closed.mockRestore();
		await readEverything(store().clock);
		expect(await found()).toEqual(
			expect.arrayContaining([
				{ where: "sources", place: 2, what: "nonsense" },
				{ where: "settings", place: "theme", what: 7 },
			]),
		);
		expect((await readItems(["unkept"])).unkept).toEqual([]);
	});
});

interface IDBDatabaseLike {
	put: (name: string, record: unknown, key?: IDBValidKey) => Promise<unknown>;
}

describe("a record of the archive of the wrong shape", () => {
	it("is left out by every reader, and set aside when the archive is looked through", async () => {
		const before = await readEverything(store().clock);
		const archive = await store().archive();
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
		await mark(store(), [three?.id ?? ""], "saved");
		const marked = await marksIn(archive);
		await put("meta", { revision: "many" }, "meta");
		await put("joining", { id: 5 }, 77);
		const read = await readEverything(store().clock);
		expect(read.headlines.map(({ id }) => id)).not.toContain(one?.id);
		expect(await checkAndPublish(store())).toBe(5);
		const after = await readEverything(store().clock);
		// What lacks its title is called by its text until it comes again.
		expect(after.headlines.map(({ id }) => id)).toEqual(before.headlines.map(({ id }) => id));
		expect((await found()).map(({ where }) => where).sort()).toEqual(
			["articles", "headlines", "headlines", "joining", "shelves", "shelves", "meta"].sort(),
		);
		expect((await marksIn(archive)).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
		await addSource(store(), feedSource("a"), stories(5, "a"));
		await addSource(store(), feedSource("b"), stories(3, "b"));
		expect((await readItems(["headlines"])).headlines).toHaveLength(8);
		expect(await marksIn(archive)).toEqual(marked);
		expect(marked.filter(({ id }) => id !== three?.id)).toEqual(all.filter(({ id }) => id !== three?.id));
		expect((await readItems(["marks"])).marks).toEqual(before.marks);
	});

	it("holds up no start where nothing can be set aside, and is set aside when that can be done", async () => {
		const before = await readEverything(store().clock);
		await takeSnapshot(store(), "day");
		const archive = await store().archive();
		// It is meant to be misshapen.
		await archive.put("news", { id: "x", at: "then" } as unknown as News);
		const closed = closeSafe();
		await damage({ sources: ["nonsense", before.sources[1]] });
		const held = await readEverything(store().clock);
		expect(held.sources).toEqual([before.sources[1]]);
		closed.mockRestore();
		const after = await readEverything(store().clock);
		expect(new Set(after.sources)).toEqual(new Set(before.sources));
		expect(after.headlines).toEqual(before.headlines);
		expect((await found()).map(({ where }) => where).sort()).toEqual(["news", "sources"]);
	});

	it("holds up no start where a shelf has no text for a name", async () => {
		const archive = await store().archive();
		const before = await readEverything(store().clock);
		// It is meant to be misshapen.
		await archive.put("shelves", { source: 5, ids: ["x"] } as unknown as Shelf);
		expect((await readEverything(store().clock)).headlines).toEqual(before.headlines);
		expect(await checkAndPublish(store())).toBe(1);
		expect(await found()).toEqual([{ where: "shelves", place: 5, what: { source: 5, ids: ["x"] } }]);
	});
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
			const fresh = await followTwo();
			const before = await readEverything(fresh.clock);
			const { [item]: now } = await browser.storage.local.get(item);
			await damage({ [item]: whole || !Array.isArray(now) ? value : [...now, value] });
			await damage({ sources: [...before.sources, source] });
			const archive = await fresh.archive();
			const hit = before.headlines[headline];
			const kept = await archive.get("headlines", hit?.id ?? "");
			// Damaged on purpose.
			if (kept) await archive.put("headlines", { ...kept, [field]: value } as typeof kept);
			const other = before.headlines[(headline + 1) % 8];
			await archive.put("articles", { ...Object(article), id: other?.id ?? "" });
			await readEverything(fresh.clock);
			await checkAndPublish(fresh);
			const after = await readEverything(fresh.clock);
			expect(after.sources.slice(0, 2)).toEqual(before.sources);
			const whole8 = before.headlines.filter(({ id }) => id !== hit?.id).map(({ id }) => id);
			expect(after.headlines.map(({ id }) => id)).toEqual(expect.arrayContaining(whole8));
			expect(Object.keys(after.all)).toEqual(expect.arrayContaining(Object.keys(before.all)));
			expect(after.ticker.unread).toBeGreaterThanOrEqual(0);
		}),
		{ numRuns: 40 },
	);
});
