import { openDB } from "idb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { STEPS } from "../../../data/store/archive-steps";
import { checkArchive } from "../../../data/store/check-archive";
import { type KeptMark, openArchive } from "../../../data/store/database";
import { ITEM_STEPS } from "../../../data/store/item-steps";
import { readItems } from "../../../data/store/items";
import { readLastSnapshot } from "../../../data/store/last-snapshot";
import { readArticle } from "../../../data/store/read-article";
import { readSaved } from "../../../data/store/read-saved";
import { readSetAside, readSnapshots } from "../../../data/store/safe";
import { setUp } from "../../../data/store/set-up";
import { isUnread } from "../../../data/store/shelf";
import { openUpdated } from "../../../data/store/update";
import { makeArchive, type Stored, storedStates } from "../../support/stored";
import { browser } from "../support/browser";
import { emptyStore, marksIn, NOON, noSeed } from "../support/store";

vi.mock("wxt/browser", () => import("../support/browser"));

let store: ReturnType<typeof emptyStore>;
beforeEach(() => {
	store = emptyStore();
});

async function putBack({ archive, items }: Stored): Promise<void> {
	await makeArchive(archive);
	await browser.storage.local.set(items);
}

/** What the archive and extension storage hold, whatever version they have. */
async function everything() {
	const archive = await openDB("headline-ticker");
	const records = await Promise.all([...archive.objectStoreNames].map((name) => archive.getAll(name)));
	const all = { version: archive.version, names: [...archive.objectStoreNames], records };
	archive.close();
	return { ...all, items: await browser.storage.local.get(null) };
}

const idsIn = ({ archive }: Stored, name: string) =>
	(archive.stores.find((store) => store.name === name)?.records ?? []).map(([id]) => id);

describe.each(storedStates)("what version %s of the archive has stored", (_name, stored) => {
	beforeEach(() => putBack(stored));

	it("is all there after the update: nothing lost, nothing set aside", async () => {
		await setUp(store, noSeed);
		const archive = await store.archive();
		expect(archive.version).toBe(STEPS.length);
		for (const name of ["headlines", "articles", "revisions", "removed"] as const)
			expect(await archive.getAllKeys(name)).toEqual(idsIn(stored, name));
		expect((await marksIn(archive)).map(({ id }) => id)).toEqual(idsIn(stored, "marks"));
		const { sources, settings, polls } = await readItems(["sources", "settings", "polls"]);
		expect(sources.map(({ id }) => id)).toEqual(["harbour", "kitchen"]);
		expect(settings).toMatchObject({ theme: "dark", wordsPerMinute: 240, refreshMinutes: 60 });
		expect(polls.harbour?.etag).toBe('"1"');
		expect(await readSetAside()).toEqual([]);
		expect((await readItems(["damage"])).damage).toBeNull();
	});

	it("is published as before, and every text can be read", async () => {
		await setUp(store, noSeed);
		const { headlines, marks } = await readItems(["headlines", "marks"]);
		const shown = (items: Record<string, unknown>) => Object.keys(Object(items.marks)).sort();
		expect(shown({ marks })).toEqual(shown(stored.items));
		expect(headlines.length).toBe(Object(stored.items.headlines).length);
		// Two of them are of a source that was removed, and say so.
		expect(
			(await readSaved())
				.map(({ headline }) => headline.source)
				.toSorted()
				.slice(0, 2),
		).toEqual(["gone", "gone"]);
		expect(await readSaved()).toHaveLength(4);
		expect((await readItems(["former"])).former).toMatchObject([{ id: "gone" }]);
		for (const { id } of headlines) expect((await readArticle(id))?.headline.id).toBe(id);
	});

	it("is in a snapshot that was taken before, by the readers of its own version", async () => {
		await setUp(store, noSeed);
		const isOld = stored.archive.version < STEPS.length || stored.items.version !== ITEM_STEPS.length + 1;
		expect(isOld).toBe(true);
		expect(await readSnapshots()).toMatchObject([{ why: "update", sources: 2, marks: 9, saved: 4 }]);
		const snapshot = await readLastSnapshot();
		expect(snapshot?.settings.theme).toBe("dark");
		expect(snapshot?.saved.some(({ article }) => article?.html?.startsWith("<p>Text of "))).toBe(true);
	});

	it("stays as it is where a step fails, and is brought up to date by the next that doesn't", async () => {
		const before = await everything();
		const broken = () => {
			throw new Error("This step has a fault.");
		};
		const late = async (_archive: unknown, upgrade: { objectStore(name: "meta"): { clear(): unknown } }) => {
			await upgrade.objectStore("meta").clear();
			broken();
		};
		for (const steps of [
			{ archive: [...STEPS, broken], items: ITEM_STEPS },
			{ archive: [...STEPS, late], items: ITEM_STEPS },
			{ archive: STEPS, items: [...ITEM_STEPS, broken] },
		]) {
			const failing = openUpdated(NOON, () => {}, steps);
			await expect(failing).rejects.toMatchObject({ code: "update-failed" });
			expect(await everything()).toEqual(before);
		}
		await setUp(store, noSeed);
		expect((await store.archive()).version).toBe(STEPS.length);
	});

	it("is left alone by a page, which waits for the background", async () => {
		const look = vi.spyOn(indexedDB, "databases");
		const reading = openArchive();
		if (stored.archive.version < STEPS.length) {
			await vi.waitFor(() => expect(look.mock.calls.length).toBeGreaterThan(1));
			expect((await everything()).version).toBe(stored.archive.version);
			await setUp(store, noSeed);
		}
		const archive = await reading;
		expect(archive.version).toBe(STEPS.length);
		archive.close();
	});

	it("is refused by a version that is older, which changes nothing", async () => {
		const before = await everything();
		const olderSteps = { archive: STEPS.slice(0, stored.archive.version - 1), items: ITEM_STEPS };
		await expect(openUpdated(NOON, () => {}, olderSteps)).rejects.toMatchObject({ code: "storage-newer" });
		expect(await everything()).toEqual(before);
		expect(await readSnapshots()).toEqual([]);
	});
});

describe("marks that were records of their own", () => {
	it("count, wait or are set aside as they did before they were laid out by sources", async () => {
		const [, stored] = storedStates.find(([name]) => name === "5") ?? [];
		const kept = stored?.archive.stores.find(({ name }) => name === "marks");
		if (!stored || !kept) throw new Error("There is no stored state of version 5.");
		const damaged = ["old", new Date(0), [1], Number.POSITIVE_INFINITY].map((age, place) => [
			`damaged ${place}`,
			{ id: `damaged ${place}`, source: place === 0 ? 7 : "harbour", age },
		]) as [string, unknown][];
		const strange = [
			["waits", { id: "waits", source: "harbour", read: 5, saved: 6 }],
			["odd", { id: "odd", source: "harbour", read: "yes" }],
			["nobody’s", { id: "nobody’s", read: 5, settled: 1 }],
			["damaged 1", { id: "damaged 1", source: "kitchen", saved: 7 }],
			["muted alone", { id: "muted alone", source: "harbour", muted: true, settled: 1 }],
		] as [string, unknown][];
		const more = (name: string) => ({ marks: strange, headlines: damaged })[name] ?? [];
		const stores = stored.archive.stores.map((one) => ({
			...one,
			records: [...one.records, ...more(one.name)],
		}));
		await putBack({ ...stored, archive: { ...stored.archive, stores } });
		await setUp(store, noSeed);
		const marks = new Map((await marksIn(await store.archive())).map((mark) => [mark.id, mark]));
		// Whatever source a mark names, it lies with its headline.
		expect(marks.get("damaged 1")).toEqual({ id: "damaged 1", source: "harbour", saved: 7 });
		expect(marks.get("waits")).toEqual({ id: "waits", source: "harbour", read: 5, saved: 6, waits: true });
		for (const [id, record] of kept.records) {
			const { settled, ...before } = record as KeptMark & { settled?: 1 };
			const mark = marks.get(String(id));
			expect(mark).toEqual(before);
			expect(mark && isUnread(mark)).toBe(settled !== 1);
		}
		expect(marks.size).toBe(kept.records.length + 2);
		expect(await checkArchive(store)).toBe(5);
		expect((await readSetAside()).filter(({ where }) => where === "shelves")).toMatchObject([
			{ where: "shelves", what: { wrong: [{ id: "nobody’s" }, { id: "odd" }] } },
		]);
	});
});

describe("what a newer version has stored", () => {
	it("is refused, whether it is the archive or the items, and changes nothing", async () => {
		await setUp(store, async () => ({
			source: { id: "e", kind: "edition", title: "E", addedAt: 0 },
			incoming: [],
		}));
		(await store.archive()).close();
		await browser.storage.local.set({ version: ITEM_STEPS.length + 2 });
		const before = await everything();
		await expect(openUpdated(NOON, () => {})).rejects.toMatchObject({ code: "storage-newer" });
		expect(await everything()).toEqual(before);
		await browser.storage.local.set({ version: ITEM_STEPS.length + 1 });
		(await openDB("headline-ticker", STEPS.length + 1)).close();
		await expect(openUpdated(NOON, () => {})).rejects.toMatchObject({ code: "storage-newer" });
		await expect(openArchive()).rejects.toMatchObject({ code: "storage-newer" });
	});
});
