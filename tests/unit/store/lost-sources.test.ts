import { describe, expect, it, vi } from "vitest";
import { DAY_MS } from "../../../data/model/durations";
import { removeSource } from "../../../data/store/acts";
import type { Archive } from "../../../data/store/database";
import { readItems } from "../../../data/store/items";
import { checkAndPublish } from "../../../data/store/keep-safe";
import { marksOn, toShelf } from "../../../data/store/shelf";
import { takeSnapshot } from "../../../data/store/take-snapshot";
import { feedSource, NOON } from "../support/store";
import { damage, followingTwo, found, readEverything } from "./two-sources";

vi.mock("wxt/browser", () => import("../support/browser"));

const store = followingTwo();

describe("a source that a damage has taken out of the list", () => {
	it("is there again, but for what was wrong of it", async () => {
		const { sources } = await readItems(["sources"]);
		const wrong = { ...sources[0], group: 7 };
		await damage({ sources: [wrong, sources[1]] });
		const read = await readEverything(store().clock);
		expect(read.sources).toEqual(sources);
		expect(read.headlines).toHaveLength(8);
		expect(await found()).toEqual([{ where: "sources", place: 0, what: wrong }]);
	});

	it("comes back from the last snapshot where nothing of it can be read", async () => {
		const before = await readEverything(store().clock);
		await takeSnapshot(store(), "day");
		await damage({ sources: ["nonsense", before.sources[1]] });
		const after = await readEverything(store().clock);
		expect(new Set(after.sources)).toEqual(new Set(before.sources));
		expect(after.headlines).toEqual(before.headlines);
		expect(after.ticker.unread).toBe(before.ticker.unread);
	});

	it("keeps its headlines without a snapshot too, called by where they lead, and asks nobody", async () => {
		const before = await readEverything(store().clock);
		await damage({ sources: "nonsense" });
		const after = await readEverything(store().clock);
		expect(after.sources.map(({ id, kind }) => [id, kind])).toEqual([
			["a", "digest"],
			["b", "digest"],
		]);
		expect(after.sources.every(({ title }) => title !== "")).toBe(true);
		expect(after.headlines).toEqual(before.headlines);
		expect(after.marks).toEqual(before.marks);
	});
});

describe("a source that was removed", () => {
	it("isn't taken for a lost one", async () => {
		await takeSnapshot(store(), "day");
		await removeSource(store(), feedSource("a").id);
		const read = await readEverything(store().clock);
		expect(read.sources.map(({ id }) => id)).toEqual(["b"]);
	});
});

describe("marks that wait for headlines of a source that nobody knows", () => {
	it("bring no source, and change nothing at a start", async () => {
		const archive = await store().archive();
		await archive.put("shelves", { source: "nobody", ids: ["x"], read: [NOON], waits: [1] });
		const before = await readEverything(store().clock);
		const after = await readEverything(store().clock);
		expect(after.sources.map(({ id }) => id)).toEqual(["a", "b"]);
		expect(after.ticker.revision).toBe(before.ticker.revision);
	});
});

describe("marks that have waited for a source that nobody knows", () => {
	it("are forgotten after a year, and not before", async () => {
		const archive = await store().archive();
		await archive.put("shelves", { source: "nobody", ids: ["x"], read: [NOON], waits: [1] });
		store().clock.now = NOON + 364 * DAY_MS;
		await checkAndPublish(store());
		expect(await archive.getAllKeys("shelves")).toEqual(["a", "b", "nobody"]);
		store().clock.now = NOON + 366 * DAY_MS;
		await checkAndPublish(store());
		expect(await archive.getAllKeys("shelves")).toEqual(["a", "b"]);
	});
});

describe("a headline of a source that nobody knows", () => {
	/** Makes a headline say that it is of somebody else, and looks at every record. */
	async function stray(source: string, andMore: (archive: Archive, id: string) => Promise<unknown>) {
		const archive = await store().archive();
		const [headline] = await archive.getAll("headlines");
		if (!headline) throw new Error("There are headlines.");
		await archive.put("headlines", { ...headline, source });
		await andMore(archive, headline.id);
		await checkAndPublish(store());
		return headline.id;
	}

	it("is again of the source on whose shelf it is, with what was done with it", async () => {
		const before = await readEverything(store().clock);
		await stray("nobody", async () => {});
		const after = await readEverything(store().clock);
		expect(after.headlines).toEqual(before.headlines);
		expect(after.marks).toEqual(before.marks);
		expect(after.sources).toEqual(before.sources);
		expect(after.ticker.unread).toBe(before.ticker.unread);
	});

	it("brings that source into the list where it is on no shelf", async () => {
		const before = await readEverything(store().clock);
		const id = await stray("nobody", async (archive, id) => {
			const shelf = (await archive.getAll("shelves")).find(({ ids }) => ids.includes(id));
			const marks = [...marksOn(shelf ?? { source: "", ids: [] }).values()];
			await archive.put(
				"shelves",
				toShelf(
					shelf?.source ?? "",
					marks.filter((mark) => mark.id !== id),
				),
			);
		});
		const { sources, headlines } = await readItems(["sources", "headlines"]);
		expect(sources.map((source) => [source.id, source.kind])).toContainEqual(["nobody", "digest"]);
		expect(headlines).toHaveLength(before.headlines.length);
		expect(headlines.find((headline) => headline.id === id)?.source).toBe("nobody");
	});
});
