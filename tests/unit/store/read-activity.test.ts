import { openDB } from "idb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { DAY_MS, HOUR_MS } from "../../../data/model/durations";
import { addSource, mark } from "../../../data/store/acts";
import { readActivity } from "../../../data/store/read-activity";
import { emptyStore, feedSource, NOON, story } from "../support/store";

vi.mock("wxt/browser", () => import("../support/browser"));

let store: ReturnType<typeof emptyStore>;
beforeEach(() => {
	store = emptyStore();
});

const published = (...ages: number[]) => ages.map((age) => story(String(age), { publishedAt: NOON - age }));

describe("how active a source is", () => {
	it("is its newest headline, its last seven days, oldest first, and how many it has", async () => {
		await addSource(
			store,
			feedSource("a"),
			published(
				0,
				HOUR_MS,
				DAY_MS - 1,
				DAY_MS,
				2 * DAY_MS + HOUR_MS,
				7 * DAY_MS - 1,
				7 * DAY_MS,
				90 * DAY_MS,
			),
		);
		await addSource(store, feedSource("b"), published(3 * DAY_MS));
		const activity = await readActivity(["a", "b"], NOON);
		expect(activity.a).toMatchObject({
			newest: { title: "Story 0", source: "a", publishedAt: NOON },
			days: [1, 0, 0, 0, 1, 1, 3],
			kept: 8,
		});
		expect(activity.b).toMatchObject({
			newest: { title: `Story ${3 * DAY_MS}` },
			days: [0, 0, 0, 1, 0, 0, 0],
			kept: 1,
		});
		expect(activity.a?.newest).not.toHaveProperty("age");
	});

	it("is told with how many are saved", async () => {
		await addSource(store, feedSource("a"), published(0, HOUR_MS, DAY_MS));
		const ids = await (await store.archive()).getAllKeys("headlines");
		await mark(store, ids.slice(1), "saved");
		expect(await readActivity(["a"], NOON)).toMatchObject({ a: { kept: 3, saved: 2 } });
	});

	it("is nothing where nothing came of it", async () => {
		await store.archive();
		expect(await readActivity(["none"], NOON)).toEqual({
			none: { days: [0, 0, 0, 0, 0, 0, 0], kept: 0, saved: 0 },
		});
		expect(await readActivity([], NOON)).toEqual({});
	});
});

it("an archive of the first version is brought to where a source's days can be counted", async () => {
	const first = await openDB("headline-ticker", 1, {
		upgrade: (archive) => {
			const headlines = archive.createObjectStore("headlines", { keyPath: "id" });
			headlines.createIndex("newest", ["age", "id"]);
			headlines.createIndex("source", "source");
			headlines.createIndex("link", ["source", "link"]);
			for (const name of ["articles", "marks", "revisions", "removed", "joining", "meta"])
				archive.createObjectStore(name);
		},
	});
	await first.put("headlines", {
		id: "h",
		title: "Kept",
		source: "a",
		publishedAt: NOON,
		age: -NOON,
		kind: "bare",
	});
	first.close();
	await store.archive();
	expect(await readActivity(["a"], NOON)).toMatchObject({ a: { newest: { title: "Kept" }, kept: 1 } });
});
