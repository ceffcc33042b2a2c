import { beforeEach, describe, expect, it, vi } from "vitest";
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
import { notePopupOpened } from "../../../data/store/popup-opened";
import { browser, button } from "../support/browser";
import { emptyStore, feedSource, stories } from "../support/store";

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

describe("opening the popup", () => {
	it("takes what was new off the badge at once", async () => {
		await changeSettings(store, { badge: "new" });
		await addSource(store, feedSource("a"), stories(3));
		expect(button).toEqual({ text: "3", title: "Headline Ticker: 3 new headlines since you last looked" });
		await notePopupOpened(store);
		expect(button).toEqual({ text: "", title: "Headline Ticker: nothing new" });
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
