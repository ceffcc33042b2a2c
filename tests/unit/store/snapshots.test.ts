import { beforeEach, describe, expect, it, vi } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../../data/model/durations";
import {
	addSource,
	changeSettings,
	mark,
	removeSource,
	restoreSource,
	sweep,
} from "../../../data/store/acts";
import { bringBack } from "../../../data/store/bring-back";
import { readItems } from "../../../data/store/items";
import { keepSafe } from "../../../data/store/keep-safe";
import { prune } from "../../../data/store/prune";
import { readArticle } from "../../../data/store/read-article";
import { readSaved } from "../../../data/store/read-saved";
import { addRule, removeRule, settleRules } from "../../../data/store/rules";
import { readSnapshots } from "../../../data/store/safe";
import { setUp } from "../../../data/store/set-up";
import { takeSnapshot, takeSnapshotBefore } from "../../../data/store/take-snapshot";
import { browser, button } from "../support/browser";
import { emptyStore, feedSource, noSeed, reopened, stories } from "../support/store";

vi.mock("wxt/browser", () => import("../support/browser"));

const front = () => readItems(["headlines", "marks", "sources", "settings", "rules", "ticker"]);

let store: ReturnType<typeof emptyStore>;
let ids: string[];
beforeEach(async () => {
	store = emptyStore();
	await addSource(store, feedSource("a"), stories(6, "a"));
	await addSource(store, feedSource("b"), stories(4, "b"));
	await setUp(store, noSeed);
	ids = (await front()).headlines.map(({ id }) => id);
	await mark(store, ids.slice(0, 3), "read");
	await mark(store, ids.slice(2, 5), "saved");
	store.clock.now += MINUTE_MS;
});

const without = async () => {
	const { ticker, ...rest } = await front();
	return { ...rest, unread: ticker.unread, badge: button.text };
};

async function changeEverything() {
	store.clock.now += MINUTE_MS;
	await mark(store, ids, "read");
	await mark(store, ids, "unsaved");
	await removeSource(store, "b");
	await changeSettings(store, { theme: "dark" });
	const match = { kind: "words", text: "Story a1" } as const;
	await addRule(store, { act: "mute", match, where: "title" });
	await settleRules(store);
}

const settled = async (store: Parameters<typeof settleRules>[0]) => {
	await settleRules(store);
	return without();
};

describe("a snapshot that is brought back", () => {
	it("makes sources, settings, rules, marks and counts as they were, and undo makes them as they became", async () => {
		const before = await without();
		const { id } = await takeSnapshot(store, "asked");
		await changeEverything();
		const changed = await without();
		expect(changed).not.toEqual(before);
		const brought = await bringBack(store, id);
		if (!brought.ok) throw new Error(brought.trouble.code);
		expect(await settled(store)).toEqual(before);
		expect((await readSnapshots())[0]).toMatchObject({ id: brought.value.undo, why: "bring-back" });
		await bringBack(store, brought.value.undo);
		expect(await settled(store)).toEqual(changed);
	});

	it("brings a removed source back with its marks and saved articles, though all was swept out", async () => {
		const { id } = await takeSnapshot(store, "asked");
		const { saved } = (await readSnapshots())[0] ?? {};
		await removeSource(store, "a");
		await removeSource(store, "b");
		store.clock.now += 2 * DAY_MS;
		await sweep(store);
		await bringBack(store, id);
		const { headlines, marks, ticker } = await front();
		expect(headlines).toHaveLength(3);
		expect(saved).toBe(3);
		expect(ticker.unread).toBe(2);
		const first = headlines[0];
		expect((await readArticle(first?.id ?? ""))?.article?.html).toMatch(/^<p>Text of/);
		// What was read and isn't saved has its mark again when it comes again, and is counted then.
		await addSource(store, feedSource("a"), stories(6, "a"));
		await addSource(store, feedSource("b"), stories(4, "b"));
		expect((await front()).ticker.unread).toBe(7);
		expect(Object.values((await front()).marks).filter(({ read }) => read)).toHaveLength(3);
		expect(marks[first?.id ?? ""]?.saved).toBeDefined();
	});

	it("brings back what was saved of a source that was removed before", async () => {
		const saved = async () => (await readSaved()).map(({ headline }) => headline.id);
		const before = await saved();
		await removeSource(store, "a");
		store.clock.now += 2 * DAY_MS;
		await sweep(store);
		const { id } = await takeSnapshot(store, "asked");
		expect(await saved()).toEqual(before);
		await mark(store, before, "unsaved");
		await prune(store);
		expect(await (await store.archive()).count("headlines")).toBe(4);
		await bringBack(store, id);
		expect(await saved()).toEqual(before);
		const { sources, former } = await readItems(["sources", "former"]);
		expect(sources.map((source) => source.id)).toEqual(["b"]);
		expect(former).toEqual([{ id: "a", title: "Title of a" }]);
		await prune(store);
		expect(await saved()).toEqual(before);
		for (const one of before) expect((await readArticle(one))?.article?.html).toMatch(/^<p>Text of/);
	});

	it("lets nothing go that is saved of a source that it doesn't know", async () => {
		const { id } = await takeSnapshot(store, "asked");
		await addSource(store, feedSource("later"), stories(2, "later"));
		const later = (await front()).headlines.find(({ source }) => source === "later")?.id ?? "";
		await mark(store, [later], "saved");
		await bringBack(store, id);
		store.clock.now += DAY_MS;
		await sweep(store);
		expect((await readSaved()).map(({ headline }) => headline.id)).toContain(later);
	});

	it("leaves headlines that came since, with their marks, and hides sources that were added since", async () => {
		const { id } = await takeSnapshot(store, "asked");
		store.clock.now += MINUTE_MS;
		await addSource(store, feedSource("a"), stories(1, "new"));
		await addSource(store, feedSource("later"), stories(2, "later"));
		const fresh = (await front()).headlines.find(({ title }) => title === "Story new0");
		await mark(store, [fresh?.id ?? ""], "read");
		await bringBack(store, id);
		const { headlines, marks, sources } = await front();
		expect(sources.map(({ id }) => id)).toEqual(["a", "b"]);
		expect(headlines).toHaveLength(11);
		expect(marks[fresh?.id ?? ""]?.read).toBeDefined();
	});

	it("leaves nothing muted by its rules where it is undone before all was judged by them", async () => {
		const match = { kind: "words", text: "Story" } as const;
		const rule = await addRule(store, { act: "mute", match, where: "title" });
		await settleRules(store);
		const { id } = await takeSnapshot(store, "asked");
		if (rule.ok) await removeRule(store, rule.value.id);
		await settleRules(store);
		await mark(store, ids, "unsaved");
		await removeSource(store, "a");
		store.clock.now += 2 * DAY_MS;
		await sweep(store);
		const brought = await bringBack(store, id);
		if (brought.ok) await bringBack(store, brought.value.undo);
		await settleRules(store);
		await restoreSource(store, "a");
		const kept = await (await store.archive()).getAll("headlines");
		expect((await front()).headlines).toHaveLength(kept.length);
	});

	it("is ended at the next start, wherever the background was stopped after it had begun", async () => {
		const before = await without();
		const { id } = await takeSnapshot(store, "asked");
		await changeEverything();
		const changed = await without();
		const { set } = browser.storage.local;
		for (const stopAfter of [0, 1, 2, 3]) {
			let writes = 0;
			browser.storage.local.set = async (items: Record<string, unknown>) => {
				if (writes++ >= stopAfter) throw new Error("The background was stopped.");
				await set.call(browser.storage.local, items);
			};
			await bringBack(store, id).catch(() => {});
			browser.storage.local.set = set;
			store = reopened(store.clock);
			await setUp(store, noSeed);
			expect(await settled(store)).toEqual(before);
			await changeEverything();
		}
		expect(changed).not.toEqual(before);
	});

	it("changes nothing where it isn't kept any more", async () => {
		const before = await without();
		expect(await bringBack(store, 99)).toMatchObject({ ok: false, trouble: { code: "unknown-snapshot" } });
		expect(await without()).toEqual(before);
	});
});

describe("snapshots", () => {
	it("are taken once a day, and by a clock that was set back at once", async () => {
		await keepSafe(store);
		await keepSafe(store);
		expect(await readSnapshots()).toMatchObject([{ why: "day", sources: 2, marks: 5, saved: 3 }]);
		store.clock.now += DAY_MS;
		await keepSafe(store);
		store.clock.now -= 30 * DAY_MS;
		await keepSafe(store);
		expect(await readSnapshots()).toHaveLength(3);
	});

	it("that have just been taken stay, though a clock that was ahead has taken others", async () => {
		for (let day = 0; day < 6; day += 1) {
			store.clock.now += DAY_MS;
			await takeSnapshot(store, "day");
		}
		for (const ahead of [2 * HOUR_MS, 365 * DAY_MS]) {
			store.clock.now += ahead;
			await takeSnapshot(store, "asked");
			store.clock.now -= ahead;
			const before = await without();
			const [last] = await readSnapshots();
			const back = await bringBack(store, last?.id ?? 0);
			expect(await bringBack(store, back.ok ? back.value.undo : 0)).toMatchObject({ ok: true });
			expect(await without()).toEqual(before);
			store.clock.now += HOUR_MS;
			await takeSnapshotBefore(store, "import");
			expect((await readSnapshots())[0]).toMatchObject({ why: "import" });
		}
	});

	it("say how big they are, and are smaller than what is in them", async () => {
		const { bytes } = await takeSnapshot(store, "asked");
		expect(bytes).toBeGreaterThan(100);
		expect(bytes).toBeLessThan(JSON.stringify(await front()).length);
	});

	it("are taken once before several removals in a row", async () => {
		for (let n = 0; n < 5; n += 1) {
			await takeSnapshotBefore(store, "removal");
			store.clock.now += MINUTE_MS;
		}
		expect(await readSnapshots()).toHaveLength(1);
		store.clock.now += 10 * MINUTE_MS;
		await takeSnapshotBefore(store, "removal");
		expect(await readSnapshots()).toHaveLength(2);
	});
});
