import { beforeEach, describe, expect, it, vi } from "vitest";
import { DAY_MS } from "../../../data/model/durations";
import { addSource, addSources, mark, removeSource, restoreSource, sweep } from "../../../data/store/acts";
import { readItems } from "../../../data/store/items";
import { noteRemoval } from "../../../data/store/membership";
import { readArticle } from "../../../data/store/read-article";
import { setUp } from "../../../data/store/set-up";
import { button } from "../support/browser";
import { emptyStore, feedSource, reopened, stories, story } from "../support/store";

vi.mock("wxt/browser", () => import("../support/browser"));

let store: ReturnType<typeof emptyStore>;

beforeEach(async () => {
	store = emptyStore();
	await addSource(store, feedSource("gone"), stories(3, "g"));
	await addSource(store, feedSource("stays"), stories(2, "s"));
});

const front = () => readItems(["headlines", "marks", "ticker", "sources"]);

describe("adding more than storage can hold", () => {
	it("is refused, changes nothing, and doesn't stand in the way of what comes after", async () => {
		const before = await front();
		const many = Array.from({ length: 20_000 }, (_, n) =>
			feedSource(`many${n}`, { home: `https://news.example/${"long/".repeat(40)}` }),
		);
		await expect(addSources(store, many)).rejects.toThrow("can't be stored");
		expect(await front()).toEqual(before);
		await addSources(store, [feedSource("one more")]);
		expect((await front()).sources.map(({ id }) => id)).toEqual(["gone", "stays", "one more"]);
	});

	it("can't be done by one endless title", async () => {
		await addSources(store, [feedSource("endless", { title: "a".repeat(1_000_000) })]);
		await addSource(store, feedSource("stays"), [story("endless", { title: "b".repeat(1_000_000) })]);
		const { sources, headlines } = await front();
		expect(sources.at(-1)?.title).toMatch(/^a{2000}…$/);
		expect(headlines.find(({ title }) => title.startsWith("b"))?.title).toMatch(/^b{2000}…$/);
	});
});

describe("removing a source", () => {
	it("hides its headlines everywhere, and leaves the others", async () => {
		const before = await front();
		const hidden = before.headlines.find(({ source }) => source === "gone");
		expect(await removeSource(store, "gone")).toEqual(feedSource("gone"));
		const after = await front();
		expect(after.sources.map(({ id }) => id)).toEqual(["stays"]);
		expect(after.headlines.map(({ source }) => source)).toEqual(["stays", "stays"]);
		expect(after.ticker.total).toBe(2);
		expect(await readArticle(hidden?.id ?? "")).toBeUndefined();
	});

	it("is undone with every mark as it was", async () => {
		const before = await front();
		await mark(store, [before.headlines[0]?.id ?? ""], "saved");
		const marked = await front();
		await removeSource(store, "gone");
		await restoreSource(store, "gone");
		const after = await front();
		expect(after.headlines).toEqual(before.headlines);
		expect(after.marks).toEqual(marked.marks);
		expect(button.text).toBe("5");
	});

	it("can't be undone once another is followed under its address", async () => {
		await removeSource(store, "gone");
		const { sources } = await front();
		const url = "https://gone.example/moved";
		await addSource(store, feedSource("moved", { url }), []);
		await addSource(store, feedSource("there", { url: `${url}/2` }), []);
		await removeSource(store, "moved");
		await addSource(store, feedSource("again", { url, title: "Again" }), []);
		expect(await restoreSource(store, "moved")).toEqual({
			ok: false,
			trouble: { code: "known-already", about: "Again" },
		});
		expect((await front()).sources).toHaveLength(sources.length + 2);
	});

	it("can't be undone after a day, when what came of it is swept out", async () => {
		await removeSource(store, "gone");
		store.clock.now += DAY_MS - 1;
		expect(await sweep(store)).toBe(0);
		store.clock.now += 1;
		expect(await sweep(store)).toBe(1);
		expect(await restoreSource(store, "gone")).toMatchObject({ trouble: { code: "unknown-source" } });
		const archive = await store.archive();
		expect(await archive.count("headlines")).toBe(2);
		expect(await archive.count("articles")).toBe(2);
	});

	it("is undone as well by adding the source again", async () => {
		await removeSource(store, "gone");
		await addSource(store, feedSource("gone"), stories(3, "g"));
		expect((await front()).headlines).toHaveLength(5);
		store.clock.now += 2 * DAY_MS;
		expect(await sweep(store)).toBe(0);
	});

	it("is finished at the next start where the background was stopped half-way", async () => {
		await noteRemoval(await store.archive(), feedSource("gone"), store.now());
		const next = reopened(store.clock);
		await setUp(next, () => Promise.reject(new Error("There is no need of a seed.")));
		expect((await front()).sources.map(({ id }) => id)).toEqual(["stays"]);
		expect((await front()).headlines).toHaveLength(2);
	});
});
