import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Headline } from "../../../data/model/headline";
import { allFacts, markFacts, shortId } from "../../../data/model/sync/facts";
import { noteChanges } from "../../../data/model/sync/note";
import { addAddress } from "../../../data/refresh/add-address";
import { setNextAlarm } from "../../../data/refresh/alarms";
import {
	addSource,
	addSources,
	changeSource,
	mark,
	removeSource,
	restoreSource,
	sweep,
} from "../../../data/store/acts";
import { checkArchive } from "../../../data/store/check-archive";
import { settleShelves } from "../../../data/store/check-shelves";
import { deleteArchive, type Shelf } from "../../../data/store/database";
import { readItems, writeItems } from "../../../data/store/items";
import { keepPicture, readPictures, readSavedText } from "../../../data/store/pictures";
import { keepPlace } from "../../../data/store/places";
import { prune } from "../../../data/store/prune";
import { readArticle } from "../../../data/store/read-article";
import { readIds } from "../../../data/store/read-ids";
import { readOlder } from "../../../data/store/read-older";
import { readPresent } from "../../../data/store/read-present";
import { readSaved } from "../../../data/store/read-saved";
import { setUp } from "../../../data/store/set-up";
import { takeSnapshot } from "../../../data/store/take-snapshot";
import { browser, button } from "../support/browser";
import { emptyStore, feedSource, NOON, noSeed, reopened, stories, story } from "../support/store";
import { laterWorld, rss } from "../support/world";
import { keepWholeTexts } from "./filled-world";

vi.mock("wxt/browser", () => import("../support/browser"));

const DAY = 24 * 60 * 60_000;
/** Newer than all that is kept. */
const AFTER_ALL: Headline = { id: "", title: "", source: "", publishedAt: NOON + 3 * DAY, kind: "bare" };
let store: ReturnType<typeof emptyStore>;
let [saved, unsaved]: string[] = [];

beforeEach(async () => {
	store = emptyStore();
	await addSource(store, feedSource("gone"), stories(3, "g"));
	await addSource(store, feedSource("stays"), stories(2, "s"));
	const { headlines } = await readItems(["headlines"]);
	[saved, unsaved] = headlines.filter(({ source }) => source === "gone").map(({ id }) => id);
});

/** Saves the first headline of the source, edits it and its whole text, reads half of it and keeps a picture; then removes the source. */
async function saveAndRemove(): Promise<string> {
	const id = saved ?? "";
	await mark(store, [id], "saved");
	await addSource(store, feedSource("gone"), [story("g0", { title: "Story g0, edited" })]);
	const archive = await store.archive();
	await keepPlace(archive, id, { read: 0.5 }, store.now());
	await keepPicture(archive, { headline: id, url: "http://127.0.0.1/a.png", picture: new Blob(["a"]) });
	await keepWholeTexts(store, id, "gone", ["<p>Whole.", "<p>Whole, edited."]);
	await removeSource(store, "gone");
	return id;
}

const savedIds = async () => (await readSaved()).map(({ headline }) => headline.id);
const titles = async () => (await readItems(["former"])).former;
/** A day passes, and more, and what is due is done. */
const aDayPasses = async () => {
	store.clock.now += DAY;
	await sweep(store);
	await prune(store);
};

describe("what is saved of a source that was removed", () => {
	it("stays whole when the day of restoring is over, and all else goes", async () => {
		const id = await saveAndRemove();
		const before = await readArticle(id);
		await aDayPasses();
		expect(await readArticle(id)).toEqual(before);
		expect(before).toMatchObject({ mark: { saved: store.now() - DAY }, place: { read: 0.5 } });
		expect(before?.revisions).toHaveLength(1);
		expect(before?.pictures).toHaveLength(1);
		expect(before?.fullText?.former).toMatchObject([{ html: "<p>Whole." }]);
		expect(await readArticle(unsaved ?? "")).toBeUndefined();
		const archive = await store.archive();
		expect(await archive.count("headlines")).toBe(3);
		expect(await archive.count("articles")).toBe(3);
		expect((await archive.get("shelves", "gone"))?.ids).toEqual([id]);
		expect(await settleShelves(store)).toBe(0);
	});

	it("is all that is left a day after a clock was put right that was ahead when it was removed", async () => {
		store.clock.now += 1000 * DAY;
		const id = await saveAndRemove();
		store.clock.now -= 1000 * DAY;
		await sweep(store);
		expect((await restoreSource(store, "gone")).ok).toBe(true);
		store.clock.now += 1000 * DAY;
		await removeSource(store, "gone");
		store.clock.now -= 1000 * DAY;
		await sweep(store);
		await aDayPasses();
		expect((await (await store.archive()).get("shelves", "gone"))?.ids).toEqual([id]);
	});

	it("is listed under Saved with its source's name, from the removal on, and nowhere else", async () => {
		const id = await saveAndRemove();
		for (const wait of [async () => {}, aDayPasses]) {
			await wait();
			expect(await savedIds()).toEqual([id]);
			expect(await readIds({}, "saved")).toEqual([id]);
			expect(await titles()).toEqual([{ id: "gone", title: "Title of gone" }]);
			expect(await readIds({}, "all")).toHaveLength(2);
			expect(await readIds({}, "unread")).toHaveLength(2);
			const { headlines, ticker } = await readItems(["headlines", "ticker"]);
			expect(headlines.map(({ source }) => source)).toEqual(["stays", "stays"]);
			expect(ticker).toMatchObject({ unread: 2, total: 2 });
			expect(button.text).toBe("2");
			expect((await readOlder(AFTER_ALL, 50)).headlines).toHaveLength(2);
		}
	});

	it("has its pictures kept still", async () => {
		const id = await saveAndRemove();
		await aDayPasses();
		expect((await readSavedText(await store.archive(), id))?.html).toBe("<p>Whole, edited.");
		expect((await readPictures(await store.archive(), id)).size).toBe(1);
	});

	it("goes for good once it is let go, with what is known of its source", async () => {
		const id = await saveAndRemove();
		await aDayPasses();
		await mark(store, [id], "unsaved");
		expect(await savedIds()).toEqual([]);
		// Until the next pruning it can be saved again.
		await mark(store, [id], "saved");
		await prune(store);
		expect(await savedIds()).toEqual([id]);
		await mark(store, [id], "unsaved");
		await prune(store);
		const archive = await store.archive();
		expect(await archive.getAllKeys("fullTexts")).toEqual([]);
		expect(await archive.getAllKeys("removed")).toEqual([]);
		expect(await archive.getAllKeys("shelves")).toEqual(["stays"]);
		expect(await archive.count("headlines")).toBe(2);
		expect(await titles()).toEqual([]);
	});

	it("is named no more once nothing of it is there, though pruning found nothing to delete", async () => {
		const id = await saveAndRemove();
		await aDayPasses();
		const archive = await store.archive();
		await archive.delete("headlines", id);
		await settleShelves(store);
		expect(await prune(store)).toBe(0);
		expect(await archive.getAllKeys("removed")).toEqual([]);
		expect(await titles()).toEqual([]);
	});

	it("is its source's own again when that is followed again", async () => {
		const id = await saveAndRemove();
		await aDayPasses();
		expect(await restoreSource(store, "gone")).toMatchObject({ trouble: { code: "unknown-source" } });
		await addSources(store, [feedSource("gone")]);
		expect(await titles()).toEqual([]);
		expect((await readItems(["headlines"])).headlines.map((one) => one.id)).toContain(id);
		expect(button.text).toBe("3");
		await addSource(store, feedSource("gone"), stories(3, "g"));
		expect(button.text).toBe("5");
		await prune(store);
		expect(await (await store.archive()).count("headlines")).toBe(5);
	});

	it("is found again by the address that its source had moved to", async () => {
		const moved = "http://127.0.0.1/moved.xml";
		const answer = () => new Response(rss(["New"]), { headers: { "content-type": "application/rss+xml" } });
		const world = laterWorld(store.clock, { fetch: async () => answer() });
		await changeSource(world, "gone", (source) => ({ ...source, url: moved }));
		const id = await saveAndRemove();
		await aDayPasses();
		expect(await addAddress(moved, world)).toMatchObject({ ok: true, value: { source: { id: "gone" } } });
		expect((await readItems(["headlines"])).headlines.map((one) => one.id)).toContain(id);
	});

	it("comes back from the last snapshot where the browser has lost the archive", async () => {
		const id = await saveAndRemove();
		await aDayPasses();
		await takeSnapshot(store, "day");
		(await store.archive()).close();
		await deleteArchive();
		store = reopened(store.clock);
		await setUp(store, async () => ({ source: feedSource("edition"), incoming: [] }));
		expect(await savedIds()).toEqual([id]);
		expect(await titles()).toEqual([{ id: "gone", title: "Title of gone" }]);
		const article = await readArticle(id);
		expect(article?.article?.html).toContain("Text of g0");
		expect(article?.fullText).toMatchObject({ html: "<p>Whole, edited.", former: [{ html: "<p>Whole." }] });
	});

	it("is told to other devices as saved, and as nothing else", async () => {
		const id = await saveAndRemove();
		const log = {
			state: noteChanges(null, await readPresent(await store.archive()), store.now()),
			waiting: new Set<string>(),
		};
		await aDayPasses();
		const present = await readPresent(await store.archive());
		expect(noteChanges(log, present, store.now())).toEqual(log.state);
		expect(allFacts(present).get(`mark:${shortId(id)}`)).toEqual(markFacts({ saved: store.now() - DAY }));
	});

	it("wakes nobody once its source's day is over", async () => {
		await saveAndRemove();
		await aDayPasses();
		await writeItems({ sources: [feedSource("stays", { paused: true })] });
		const ring = vi.spyOn(browser.alarms, "create");
		await setNextAlarm(laterWorld(store.clock));
		expect(ring).not.toHaveBeenCalled();
		ring.mockRestore();
	});
});

describe("damage", () => {
	it("of a shelf keeps all that it may say is saved, until it has been looked through", async () => {
		const id = await saveAndRemove();
		const archive = await store.archive();
		const shelf = await archive.get("shelves", "gone");
		await archive.put("shelves", { ...shelf, read: "damaged" } as unknown as Shelf);
		store.clock.now += DAY;
		expect(await sweep(store)).toBe(0);
		expect(await archive.count("headlines")).toBe(5);
		expect((await readItems(["checkDueAt"])).checkDueAt).toBe(0);
		await checkArchive(store);
		expect(await sweep(store)).toBe(1);
		expect(await savedIds()).toEqual([id]);
		expect(await archive.count("headlines")).toBe(3);
	});

	it("of what is known of the source loses nothing that is saved, counts nothing, and removes no followed one", async () => {
		const id = await saveAndRemove();
		const archive = await store.archive();
		await archive.put("removed", { id: "gone", source: { title: "Title of gone" } } as never);
		await archive.put("removed", { id: "stays", removedAt: "never" } as never);
		store = reopened(store.clock);
		await setUp(store, noSeed);
		expect((await readItems(["sources"])).sources.map((source) => source.id)).toEqual(["stays"]);
		expect(button.text).toBe("2");
		expect(await titles()).toEqual([{ id: "gone", title: "Title of gone" }]);
		await prune(store);
		expect(await savedIds()).toEqual([id]);
		expect(await (await store.archive()).count("headlines")).toBe(3);
	});
});
