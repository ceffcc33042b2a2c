import { describe, expect, it, vi } from "vitest";
import { removeSource } from "../../../data/store/acts";
import { readItems } from "../../../data/store/items";
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
