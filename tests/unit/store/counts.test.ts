import { beforeEach, describe, expect, it, vi } from "vitest";
import { DAY_MS, MINUTE_MS } from "../../../data/model/durations";
import { publish } from "../../../data/store/act";
import {
	addSource,
	changeSettings,
	mark,
	markAllRead,
	removeSource,
	restoreSource,
} from "../../../data/store/acts";
import { countRun } from "../../../data/store/counts";
import { readItems } from "../../../data/store/items";
import { merge } from "../../../data/store/merge";
import { notePopupOpened } from "../../../data/store/popup-opened";
import { countChange } from "../../../data/store/revision";
import { setUp } from "../../../data/store/set-up";
import { browser, button } from "../support/browser";
import { emptyStore, feedSource, NOON, noSeed, stories } from "../support/store";

vi.mock("wxt/browser", () => import("../support/browser"));

let store: ReturnType<typeof emptyStore>;

beforeEach(() => {
	store = emptyStore();
});

const counts = async () => {
	const { unread, fresh, watched } = (await readItems(["ticker"])).ticker;
	expect(await countRun(await store.archive())).toEqual({ unread, fresh, watched });
	return [unread, fresh, watched];
};

/** Makes the newest so many of a source's headlines watched, by two rules. */
async function watch(source: string, count: number) {
	const archive = await store.archive();
	const all = await archive.getAllFromIndex("headlines", "source", IDBKeyRange.bound([source], [source, []]));
	for (const headline of all.slice(0, count))
		await archive.put("headlines", { ...headline, watchedBy: ["one", "two"] });
	await countChange(archive.transaction("meta", "readwrite").store);
	return all.map(({ id }) => id);
}

describe("a run's counts", () => {
	it("take all that is unread for new until the popup has been open", async () => {
		await addSource(store, feedSource("a"), stories(3));
		expect(await counts()).toEqual([3, 3, 0]);
		await notePopupOpened(store);
		expect(await counts()).toEqual([3, 0, 0]);
	});

	it("take for new what came since, until the popup is open again or it is read", async () => {
		await addSource(store, feedSource("a"), stories(3));
		await notePopupOpened(store);
		store.clock.now += 1000;
		await addSource(store, feedSource("b"), stories(4, "b"));
		expect(await counts()).toEqual([7, 4, 0]);
		const [first = ""] = await watch("b", 0);
		await mark(store, [first], "read");
		expect(await counts()).toEqual([6, 3, 0]);
		await mark(store, [first], "saved");
		expect(await counts()).toEqual([6, 3, 0]);
		await removeSource(store, "b");
		expect(await counts()).toEqual([3, 0, 0]);
		await restoreSource(store, "b");
		expect(await counts()).toEqual([6, 3, 0]);
		store.clock.now += 1000;
		await notePopupOpened(store);
		expect(await counts()).toEqual([6, 0, 0]);
	});

	it("count a headline that two rules watch for once, and none that is read or whose source is removed", async () => {
		await addSource(store, feedSource("a"), stories(5));
		const [first = ""] = await watch("a", 2);
		await mark(store, [first], "shown");
		expect(await counts()).toEqual([5, 5, 2]);
		await mark(store, [first], "read");
		expect(await counts()).toEqual([4, 4, 1]);
		await removeSource(store, "a");
		expect(await counts()).toEqual([0, 0, 0]);
	});

	it("are the same for many as for few", async () => {
		await addSource(store, feedSource("a"), stories(3));
		await notePopupOpened(store);
		store.clock.now += 1000;
		await addSource(store, feedSource("b"), stories(700, "b"));
		const ids = await watch("b", 600);
		await mark(store, ids.slice(0, 100), "read");
		expect(await counts()).toEqual([603, 600, 500]);
		await markAllRead(store);
		expect(await counts()).toEqual([0, 0, 0]);
	});
});

describe("a run's counts over changes whose effect is known", () => {
	it("aren't counted anew", async () => {
		await addSource(store, feedSource("a"), stories(3));
		await notePopupOpened(store);
		store.clock.now += 1000;
		const count = vi.spyOn(IDBObjectStore.prototype, "count");
		const archive = await store.archive();
		await store.lock(() =>
			merge(archive, feedSource("a"), stories(5, "n"), { now: store.clock.now }).then(() =>
				publish(store, archive),
			),
		);
		const { headlines } = await readItems(["headlines"]);
		const ids = headlines.map(({ id }) => id);
		await mark(store, ids.slice(0, 2), "read");
		await mark(store, ids.slice(0, 1), "unread");
		await mark(store, ids.slice(2, 3), "saved");
		expect(count).not.toHaveBeenCalled();
		count.mockRestore();
		expect(await counts()).toEqual([7, 4, 0]);
	});

	it("leave out what belongs to a removed source", async () => {
		await addSource(store, feedSource("a"), stories(3));
		await addSource(store, feedSource("b"), stories(2, "b"));
		const ids = await watch("b", 1);
		await removeSource(store, "b");
		await mark(store, ids, "read");
		expect(await counts()).toEqual([3, 3, 0]);
		await mark(store, ids, "unread");
		expect(await counts()).toEqual([3, 3, 0]);
		await restoreSource(store, "b");
		expect(await counts()).toEqual([5, 5, 1]);
	});

	it("count a headline that comes again as its mark has it", async () => {
		const archive = await store.archive();
		await addSource(store, feedSource("a"), stories(3));
		const [first = "", ...others] = await watch("a", 0);
		await mark(store, [first], "read");
		await archive.delete("headlines", first);
		await countChange(archive.transaction("meta", "readwrite").store, { headlines: true });
		await mark(store, others.slice(0, 1), "read");
		await store.lock(() => merge(archive, feedSource("a"), stories(4), { now: store.clock.now }));
		await mark(store, others.slice(1, 2), "read");
		expect(await counts()).toEqual([1, 1, 0]);
	});
});

describe("opening the popup", () => {
	it("takes what was new off the badge at once", async () => {
		await changeSettings(store, { badge: "new" });
		await addSource(store, feedSource("a"), stories(3));
		expect(button).toEqual({ text: "3", title: "Headline Ticker: 3 new headlines since you last looked" });
		await notePopupOpened(store);
		expect(button).toEqual({ text: "", title: "Headline Ticker: nothing new" });
	});

	it("counts as done now once a clock that was ahead is right again", async () => {
		store.clock.now = NOON + DAY_MS;
		await addSource(store, feedSource("a"), stories(3));
		await notePopupOpened(store);
		store.clock.now += MINUTE_MS;
		await addSource(store, feedSource("b"), stories(2, "b"));
		store.clock.now = NOON + 1;
		await setUp(store, noSeed);
		expect(await counts()).toEqual([5, 2, 0]);
		store.clock.now += MINUTE_MS;
		await addSource(store, feedSource("c"), stories(4, "c"));
		expect(await counts()).toEqual([9, 6, 0]);
		await notePopupOpened(store);
		expect(await counts()).toEqual([9, 0, 0]);
	});

	it("leaves nothing new that was first seen by a clock that was ahead", async () => {
		store.clock.now = NOON + DAY_MS;
		await addSource(store, feedSource("a"), [
			...stories(3),
			{ key: "undated", title: "Undated", kind: "bare" },
		]);
		store.clock.now = NOON + 1;
		await notePopupOpened(store);
		expect(await counts()).toEqual([4, 0, 0]);
		store.clock.now += MINUTE_MS;
		await addSource(store, feedSource("b"), stories(2, "b"));
		expect(await counts()).toEqual([6, 2, 0]);
	});

	it("publishes nothing where nothing was new", async () => {
		await addSource(store, feedSource("a"), stories(3));
		await notePopupOpened(store);
		const changed = vi.fn();
		browser.storage.onChanged.addListener(changed);
		store.clock.now += 1000;
		await notePopupOpened(store);
		expect(changed).not.toHaveBeenCalled();
		expect((await (await store.archive()).get("meta", "meta"))?.popupOpenedAt).toBe(store.clock.now);
	});
});
