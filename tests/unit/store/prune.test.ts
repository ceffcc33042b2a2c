import { beforeEach, describe, expect, it, vi } from "vitest";
import { DAY_MS } from "../../../data/model/durations";
import type { Retention } from "../../../data/model/retention";
import { addSource, changeSettings, changeSource, mark } from "../../../data/store/acts";
import { FRONT_SIZE, readItems, writeItems } from "../../../data/store/items";
import { prune, pruneWhenDue } from "../../../data/store/prune";
import { addRule } from "../../../data/store/rules";
import { browser, button } from "../support/browser";
import { emptyStore, feedSource, marksIn, NOON, stories } from "../support/store";

vi.mock("wxt/browser", () => import("../support/browser"));

let store: ReturnType<typeof emptyStore>;
beforeEach(() => {
	store = emptyStore();
});

/** A source with one headline a day, the newest of today, first seen when they were published. */
async function followed(id: string, count: number, holdsSince: number | undefined) {
	const items = stories(count).map((story, place) => ({ ...story, publishedAt: NOON - place * DAY_MS }));
	store.clock.now = NOON - count * DAY_MS;
	await addSource(store, feedSource(id), []);
	for (const item of items.toReversed()) {
		store.clock.now = item.publishedAt;
		await addSource(store, feedSource(id), [item]);
	}
	const { polls } = await readItems(["polls"]);
	const poll = { nextAt: 0, failures: 0, ...(holdsSince !== undefined && { holdsSince }) };
	await writeItems({ polls: { ...polls, [id]: poll } });
}

const keep = (retention: Partial<Retention>) => changeSettings(store, { retention });
const kept = async () =>
	(await readItems(["headlines"])).headlines.map(({ publishedAt }) => (NOON - publishedAt) / DAY_MS);

describe("what has outlived its retention", () => {
	it("goes by age, and what is younger stays", async () => {
		await followed("a", 12, NOON);
		await keep({ days: 7, perSource: 0 });
		expect(await prune(store)).toBe(5);
		expect(await kept()).toEqual([0, 1, 2, 3, 4, 5, 6]);
	});

	it("goes by count, of each source for itself", async () => {
		await followed("a", 103, NOON);
		await followed("b", 3, NOON);
		await keep({ days: 0, perSource: 100 });
		expect(await prune(store)).toBe(3);
		expect(await kept()).toHaveLength(103);
	});

	it("goes by what is chosen for its source, where that is something else", async () => {
		await followed("a", 12, NOON);
		await followed("b", 12, NOON);
		await followed("c", 12, NOON);
		await keep({ days: 7, perSource: 0 });
		await changeSource(store, "a", (source) => ({ ...source, retention: { days: 0 } }));
		await changeSource(store, "b", (source) => ({ ...source, retention: { perSource: 100 } }));
		expect(await prune(store)).toBe(10);
		const { headlines } = await readItems(["headlines"]);
		const countOf = (id: string) => headlines.filter(({ source }) => source === id).length;
		expect([countOf("a"), countOf("b"), countOf("c")]).toEqual([12, 7, 7]);
	});

	it("goes in steps that let others act in between, and is published once where no list shows it", async () => {
		const { clock } = store;
		const old = stories(450, "old").map((story) => ({ ...story, publishedAt: NOON - 400 * DAY_MS }));
		clock.now = NOON - 400 * DAY_MS;
		await addSource(store, feedSource("a", { kind: "digest" }), old);
		clock.now = NOON;
		await addSource(store, feedSource("a", { kind: "digest" }), stories(FRONT_SIZE, "new"));
		await keep({ days: 365, perSource: 0 });
		const archive = await store.archive();
		const { lock } = store;
		const steps: number[] = [];
		store.lock = (work) =>
			lock(async () => {
				const before = await archive.count("headlines");
				const done = await work();
				steps.push(before - (await archive.count("headlines")));
				return done;
			});
		const published: number[] = [];
		const { set } = browser.storage.local;
		browser.storage.local.set = async (items: Record<string, unknown>) => {
			if ("ticker" in items) published.push(await archive.count("headlines"));
			await set.call(browser.storage.local, items);
		};
		expect(await prune(store)).toBe(450);
		browser.storage.local.set = set;
		expect(Math.max(...steps)).toBeLessThanOrEqual(200);
		expect(published).toEqual([FRONT_SIZE]);
		expect((await readItems(["ticker"])).ticker).toMatchObject({ kept: FRONT_SIZE, unread: FRONT_SIZE });
		expect(button.text).toBe(String(FRONT_SIZE));
	});

	it("is published with each step where a list shows it, and leaves nothing that can’t be opened", async () => {
		const old = stories(250, "old").map((story) => ({ ...story, publishedAt: NOON - 400 * DAY_MS }));
		store.clock.now = NOON - 400 * DAY_MS;
		await addSource(store, feedSource("a", { kind: "digest" }), old);
		store.clock.now = NOON;
		await keep({ days: 365, perSource: 0 });
		const archive = await store.archive();
		const { lock } = store;
		store.lock = (work) =>
			lock(async () => {
				const done = await work();
				const { headlines } = await readItems(["headlines"]);
				expect(headlines).toHaveLength(await archive.count("headlines"));
				return done;
			});
		expect(await prune(store)).toBe(250);
	});

	it("stays where it is saved, or watched for and unread", async () => {
		await followed("a", 12, NOON);
		await keep({ days: 7, perSource: 0 });
		const { headlines } = await readItems(["headlines"]);
		const [saved, watched] = headlines.slice(-2);
		await mark(store, [saved?.id ?? ""], "saved");
		const match = { kind: "words" as const, text: watched?.title ?? "" };
		const archive = await store.archive();
		await addRule(store, { act: "watch", match, where: "title" });
		const headline = await archive.get("headlines", watched?.id ?? "");
		if (headline) await archive.put("headlines", { ...headline, watchedBy: ["rule"] });
		expect(await prune(store)).toBe(3);
		await mark(store, [watched?.id ?? ""], "read");
		expect(await prune(store)).toBe(1);
		expect(await archive.get("headlines", saved?.id ?? "")).toBeDefined();
	});

	it("stays while its feed still holds it, which would bring it again as new", async () => {
		await followed("a", 12, NOON - 9 * DAY_MS);
		await followed("b", 12, undefined);
		await keep({ days: 7, perSource: 0 });
		expect(await prune(store)).toBe(2);
		expect(await kept()).toHaveLength(22);
	});

	it("stays while its feed holds so many, though it dates none of them", async () => {
		await followed("a", 300, undefined);
		const { polls } = await readItems(["polls"]);
		await writeItems({ polls: { a: { nextAt: 0, failures: 0, ...polls.a, holds: 250 } } });
		await keep({ days: 7, perSource: 0 });
		expect(await prune(store)).toBe(50);
	});

	it("stays where it is saved while others are being deleted", async () => {
		await followed("a", 12, NOON);
		await keep({ days: 7, perSource: 0 });
		const { headlines } = await readItems(["headlines"]);
		const { lock } = store;
		// Whoever saves it comes between the choice and the deletion.
		store.lock = async (work) => {
			store.lock = lock;
			await mark(store, [headlines.at(-1)?.id ?? ""], "saved");
			return lock(work);
		};
		expect(await prune(store)).toBe(4);
		expect(await kept()).toHaveLength(8);
	});

	it("goes with its text, its mark and its earlier titles, and no longer counts", async () => {
		await followed("a", 12, NOON);
		const { headlines } = await readItems(["headlines"]);
		await mark(
			store,
			headlines.map(({ id }) => id),
			"read",
		);
		await mark(
			store,
			headlines.slice(0, 1).map(({ id }) => id),
			"unread",
		);
		await keep({ days: 7, perSource: 0 });
		await prune(store);
		const archive = await store.archive();
		for (const name of ["headlines", "articles"] as const)
			expect(await archive.count(name)).toBeLessThanOrEqual(7);
		expect((await marksIn(archive)).length).toBeLessThanOrEqual(7);
		expect((await readItems(["ticker"])).ticker.unread).toBe(1);
	});

	it("is looked for once a day", async () => {
		await followed("a", 12, NOON);
		await keep({ days: 7, perSource: 0 });
		store.clock.now = NOON;
		await pruneWhenDue(store);
		expect(await kept()).toHaveLength(7);
		store.clock.now = NOON + DAY_MS - 1;
		await pruneWhenDue(store);
		expect(await kept()).toHaveLength(7);
		store.clock.now = NOON + DAY_MS;
		await pruneWhenDue(store);
		expect(await kept()).toHaveLength(6);
	});
});
