import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createBackground } from "@/data/background";
import { MINUTE_MS } from "@/data/model/durations";
import { addSource } from "@/data/store/acts";
import { readItems } from "@/data/store/items";
import { setUp } from "@/data/store/set-up";
import { takeSnapshot } from "@/data/store/take-snapshot";
import { everythingIn } from "../support/backups";
import { browser, button } from "../support/browser";
import { feedSource, marksIn, noSeed, stories } from "../support/store";
import { emptyWorld, laterWorld } from "../support/world";

vi.mock("wxt/browser", () => import("../support/browser"));

const OPML = `<opml version="2.0"><body>
	<outline type="rss" text="Tide tables" xmlUrl="https://tides.example/feed"/>
</body></opml>`;
const offline = { hasAccess: async () => false, isOnline: () => false };

const { put } = IDBObjectStore.prototype;
const { set } = browser.storage.local;
let world: ReturnType<typeof emptyWorld>;
let headlines: string[];

beforeEach(async () => {
	vi.spyOn(console, "error").mockImplementation(() => {});
	world = emptyWorld(offline);
	await addSource(world, feedSource("a"), stories(6, "a"));
	await addSource(world, feedSource("b"), stories(2, "b"));
	await setUp(world, noSeed);
	headlines = (await readItems(["headlines"])).headlines.map(({ id }) => id);
});

/** There is room again. */
function makeRoom() {
	IDBObjectStore.prototype.put = put;
	browser.storage.local.set = set;
}
afterEach(() => {
	makeRoom();
	vi.restoreAllMocks();
});

/** No transaction of the archive that writes as many stores as bringing back does comes to its end. */
function refuseInArchive() {
	IDBObjectStore.prototype.put = function (...args) {
		if (this.name === "meta" && this.transaction.objectStoreNames.contains("fullTexts"))
			throw new DOMException("Full.", "QuotaExceededError");
		return put.apply(this, args);
	};
}

/** Extension storage takes no more of an item. */
function refuseItem(key: string) {
	browser.storage.local.set = async (items) => {
		if (key in items) throw new Error("Resource::kQuotaBytes quota exceeded");
		await set.call(browser.storage.local, items);
	};
}

const anotherDay = async () => {
	makeRoom();
	world.clock.now += MINUTE_MS;
	const later = laterWorld(world.clock, offline);
	await createBackground(later).start();
	return everythingIn(later);
};

describe("bringing back that is refused", () => {
	it("by the archive changes nothing, then or later", async () => {
		const { handlers, start } = createBackground(world);
		await start();
		const { id } = await takeSnapshot(world, "asked");
		await handlers.mark({ ids: headlines, act: "read" });
		refuseInArchive();
		const answer = await handlers.bringBack({ snapshot: id });
		expect(answer).toMatchObject({ ok: false, trouble: { code: "storage-full" } });
		makeRoom();
		await handlers.changeSettings({ theme: "dark" });
		await handlers.removeSource({ id: "b" });
		const before = await everythingIn(world);
		expect(await anotherDay()).toEqual(before);
	});

	it("by the archive keeps nobody from starting", async () => {
		const { handlers, start } = createBackground(world);
		await start();
		const { id } = await takeSnapshot(world, "asked");
		refuseInArchive();
		await handlers.bringBack({ snapshot: id });
		const later = createBackground(laterWorld(world.clock, offline));
		expect(await later.handlers.mark({ ids: headlines, act: "read" })).toMatchObject({ ok: true });
	});

	it("by extension storage is done before anything else is", async () => {
		const { handlers, start } = createBackground(world);
		await start();
		const { id } = await takeSnapshot(world, "asked");
		await handlers.changeSettings({ theme: "dark" });
		refuseItem("settings");
		expect(await handlers.bringBack({ snapshot: id })).toMatchObject({ ok: false });
		makeRoom();
		await handlers.changeSettings({ refreshMinutes: 60 });
		const { settings } = await readItems(["settings"]);
		expect(settings).toMatchObject({ theme: "system", refreshMinutes: 60 });
	});
});

describe("a list of sources that is refused", () => {
	it("leaves all as it was, then and later: a removal, an import, a source that is added", async () => {
		const { handlers, start } = createBackground(world);
		await start();
		await handlers.removeSource({ id: "b" });
		const before = await everythingIn(world);
		refuseItem("sources");
		const refused = { ok: false, trouble: { code: "storage-full" } };
		expect(await handlers.removeSource({ id: "a" })).toMatchObject(refused);
		expect(await handlers.restoreSource({ id: "b" })).toMatchObject(refused);
		expect(await handlers.importFile({ name: "feeds.opml", text: OPML })).toMatchObject(refused);
		const digest = {
			name: "today.txt",
			text: "-\nThe ferry is back after a week of storms\n-\nThe pier is longer than it was last year\n-\n",
		};
		expect(await handlers.importFile(digest)).toMatchObject(refused);
		await expect(addSource(world, feedSource("new"), stories(3, "new"))).rejects.toThrow();
		expect(await anotherDay()).toEqual(before);
		expect(await handlers.restoreSource({ id: "b" })).toMatchObject({ ok: true });
		expect((await readItems(["sources"])).sources.map(({ id }) => id)).toEqual(["a", "b"]);
	});
});

describe("a front that can’t be published", () => {
	it("doesn’t make a mark undone: it is answered, told of, and shown when there is room", async () => {
		const { handlers, start } = createBackground(world);
		await start();
		refuseItem("marks");
		const [id = ""] = headlines;
		expect(await handlers.mark({ ids: [id], act: "saved" })).toEqual({ ok: true, value: [id] });
		expect(await readItems(["marks", "health"])).toEqual({ marks: {}, health: "storage-full" });
		expect(await marksIn(await world.archive())).toHaveLength(1);
		makeRoom();
		await handlers.mark({ ids: headlines.slice(1, 2), act: "read" });
		const { marks, health } = await readItems(["marks", "health"]);
		expect(Object.keys(marks).toSorted()).toEqual(headlines.slice(0, 2).toSorted());
		expect(health).toBeNull();
	});
});

describe("a digest that is imported again", () => {
	it("is imported where its headlines are kept, though nothing can be read from extension storage after that", async () => {
		const { handlers } = createBackground(laterWorld(world.clock, offline));
		const digest = (lines: string) => ({ name: "news.txt", text: `One comes first\n-\n${lines}Another\n` });
		expect(await handlers.importFile(digest(""))).toMatchObject({ ok: true, value: { added: 2 } });
		const { add } = IDBObjectStore.prototype;
		IDBObjectStore.prototype.add = function (...args) {
			if (this.name === "headlines")
				vi.spyOn(browser.storage.local, "get").mockRejectedValue(new Error("The disk is broken."));
			return add.apply(this, args);
		};
		const again = await handlers.importFile(digest("One more\n-\n"));
		IDBObjectStore.prototype.add = add;
		expect(again).toMatchObject({ ok: true, value: { added: 1 } });
	});
});

describe("a badge that can’t be drawn", () => {
	it("refuses nothing, and is drawn with the next act", async () => {
		const { handlers } = createBackground(laterWorld(world.clock, offline));
		const { id } = await takeSnapshot(world, "asked");
		await handlers.ready(null);
		const drawing = vi.spyOn(browser.action, "setBadgeText").mockRejectedValue(new Error("No window."));
		expect(await handlers.changeSettings({ badge: "none" })).toMatchObject({ ok: true });
		expect(await handlers.bringBack({ snapshot: id })).toMatchObject({ ok: true });
		expect((await readItems(["health"])).health).toBeNull();
		drawing.mockRestore();
		await handlers.mark({ ids: headlines.slice(0, 1), act: "read" });
		expect(button.text).toBe("7");
	});
});
