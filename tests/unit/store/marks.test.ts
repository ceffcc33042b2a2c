import { beforeEach, describe, expect, it, vi } from "vitest";
import { addSource, changeSettings, mark, markAllRead, removeSource } from "../../../data/store/acts";
import { readItems } from "../../../data/store/items";
import { readArticle } from "../../../data/store/read-article";
import { readSaved } from "../../../data/store/read-saved";
import { addRule, settleRules } from "../../../data/store/rules";
import { browser, button } from "../support/browser";
import { emptyStore, feedSource, marksIn, NOON, stories } from "../support/store";

vi.mock("wxt/browser", () => import("../support/browser"));

let store: ReturnType<typeof emptyStore>;
let ids: string[];

beforeEach(async () => {
	store = emptyStore();
	await addSource(store, feedSource("feed"), stories(3));
	ids = (await readItems(["headlines"])).headlines.map(({ id }) => id);
});

describe("marking headlines", () => {
	it("notes each act with its time, in the archive and on the front", async () => {
		const [id = ""] = ids;
		await mark(store, [id], "read");
		store.clock.now += 5;
		await mark(store, [id], "saved");
		expect((await readItems(["marks"])).marks).toEqual({ [id]: { read: NOON, saved: NOON + 5 } });
		expect((await readArticle(id))?.mark).toEqual({ read: NOON, saved: NOON + 5 });
	});

	it("answers those that it changed, and passes over what isn't kept", async () => {
		const [first = "", second = ""] = ids;
		await mark(store, [first], "read");
		expect(await mark(store, [first, second, second, "no-such-id"], "read")).toEqual([second]);
	});

	it("forgets a mark that is taken back", async () => {
		await mark(store, ids, "read");
		await mark(store, ids, "unread");
		expect((await readItems(["marks"])).marks).toEqual({});
	});

	it("marks everything as read, and answers what is needed to undo it", async () => {
		const [first = ""] = ids;
		await mark(store, [first], "read");
		const changed = await markAllRead(store);
		expect(changed.toSorted()).toEqual(ids.slice(1).toSorted());
		expect(button.text).toBe("");
		await mark(store, changed, "unread");
		expect(button.text).toBe("2");
	});

	it("finds what was saved long after it has left the front, the last saved first", async () => {
		const [, first = "", second = ""] = ids;
		await mark(store, [first], "saved");
		store.clock.now += 1;
		await mark(store, [second], "saved");
		const newer = stories(600, "n").map((one) => ({ ...one, publishedAt: NOON }));
		await addSource(store, feedSource("new"), newer);
		expect((await readItems(["marks"])).marks).toEqual({});
		expect((await readSaved()).map(({ headline }) => headline.id)).toEqual([second, first]);
		await removeSource(store, "feed");
		expect((await readSaved()).map(({ headline }) => headline.id)).toEqual([second, first]);
	});

	it("doesn't write the headlines again for a mark", async () => {
		const written: string[] = [];
		browser.storage.onChanged.addListener((changes) => {
			written.push(...Object.keys(changes));
		});
		await mark(store, ids.slice(0, 1), "read");
		expect(written).not.toContain("headlines");
		expect(written).toEqual(expect.arrayContaining(["marks", "ticker"]));
	});

	it("looks up no other headline's mark for one that changes", async () => {
		const looked = vi.spyOn(IDBObjectStore.prototype, "get");
		await mark(store, ids.slice(0, 1), "read");
		const keys = looked.mock.calls.map(([key]) => key);
		looked.mockRestore();
		expect(keys).not.toContain(ids[1]);
		expect(keys).not.toContain(ids[2]);
	});

	it("publishes with the next act what one before couldn't, even where that changes nothing", async () => {
		const [first = "", second = ""] = ids;
		await mark(store, [second], "saved");
		vi.spyOn(browser.storage.local, "set").mockRejectedValueOnce(new Error("No room."));
		expect(await mark(store, [first], "read")).toEqual([first]);
		expect(await readItems(["marks", "health"])).toEqual({
			marks: { [second]: { saved: NOON } },
			health: "storage-failed",
		});
		await mark(store, [second], "saved");
		expect((await readItems(["marks"])).marks).toEqual({
			[first]: { read: NOON },
			[second]: { saved: NOON },
		});
		expect((await readItems(["health"])).health).toBeNull();
	});

	it("publishes with the next mark what one before couldn't", async () => {
		const [first = "", second = ""] = ids;
		vi.spyOn(browser.storage.local, "set").mockRejectedValueOnce(new Error("No room."));
		expect(await mark(store, [first], "read")).toEqual([first]);
		await mark(store, [second], "read");
		expect(Object.keys((await readItems(["marks"])).marks).toSorted()).toEqual([first, second].toSorted());
	});

	it("marks and takes back as many as somebody has kept, as it does a few", async () => {
		await addSource(store, feedSource("large"), stories(1_200, "l"));
		await addRule(store, { act: "mute", match: { kind: "words", text: "l7" }, where: "title" });
		await settleRules(store);
		const archive = await store.archive();
		const all = await archive.getAllKeys("headlines");
		const few = all.slice(0, 2);
		await mark(store, few, "saved");
		expect((await mark(store, [...all, "no-such-id"], "read")).toSorted()).toEqual(all.toSorted());
		expect(button.text).toBe("");
		const isMuted = ({ muted }: { muted?: true }) => muted;
		expect((await marksIn(archive)).filter(isMuted)).toHaveLength(1);
		expect((await mark(store, all, "unread")).toSorted()).toEqual(all.toSorted());
		expect((await marksIn(archive)).filter((one) => !isMuted(one)).map(({ id }) => id)).toEqual(
			few.toSorted(),
		);
		expect(button.title).toContain("1,202");
	});

	it("writes each source once, however many of its headlines are marked", async () => {
		const put = vi.spyOn(IDBObjectStore.prototype, "put");
		await markAllRead(store);
		const shelves = put.mock.contexts.filter((context) => (context as IDBObjectStore).name === "shelves");
		put.mockRestore();
		expect(shelves).toHaveLength(1);
	});

	it("loses nothing when two mark at once", async () => {
		await Promise.all([mark(store, ids, "read"), mark(store, ids, "saved"), mark(store, ids, "shown")]);
		const { marks } = await readItems(["marks"]);
		expect(Object.values(marks)).toEqual(ids.map(() => ({ read: NOON, saved: NOON, shown: NOON })));
	});
});

describe("the badge", () => {
	it("counts what is unread in the whole archive", async () => {
		await addSource(store, feedSource("large"), stories(700, "l"));
		expect(button).toEqual({ text: "703", title: "Headline Ticker: 703 unread headlines" });
		await mark(store, ids, "read");
		expect(button.text).toBe("700");
	});

	it("leaves out what came of removed sources", async () => {
		await addSource(store, feedSource("other"), stories(4, "o"));
		await mark(store, ids.slice(0, 1), "read");
		await removeSource(store, "feed");
		expect(button.text).toBe("4");
	});

	it("stops at 999 in figures, and goes on in words", async () => {
		await addSource(store, feedSource("large"), stories(1200, "l"));
		expect(button).toEqual({ text: "999+", title: "Headline Ticker: 1,203 unread headlines" });
	});

	it("is empty where the user wants none, at once", async () => {
		await changeSettings(store, { badge: "none" });
		expect(button.text).toBe("");
		await changeSettings(store, { badge: "unread" });
		expect(button.text).toBe("3");
	});
});
