import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { addSource, mark, removeSource, restoreSource, sweep } from "../../../data/store/acts";
import { readItems } from "../../../data/store/items";
import { prune } from "../../../data/store/prune";
import { readArticle } from "../../../data/store/read-article";
import { readSaved } from "../../../data/store/read-saved";
import { setUp } from "../../../data/store/set-up";
import { emptyStore, feedSource, noSeed, reopened, story } from "../support/store";

vi.mock("wxt/browser", () => import("../support/browser"));

const HOUR = 60 * 60_000;
const STORIES = ["a", "b", "c"];

let store: ReturnType<typeof emptyStore>;

const titleOf = (source: string, key: string) => `Story ${source} ${key}`;

/** What is to be kept, and of which sources. */
interface Model {
	/** By its title. */
	headlines: Map<string, { source: string; saved: boolean; read: boolean }>;
	followed: Set<string>;
	/** When each source was removed; undefined once its day is over. */
	removed: Map<string, number | undefined>;
}

type Act = (model: Model) => Promise<void>;

const follow =
	(source: string): Act =>
	async ({ headlines, followed, removed }) => {
		await addSource(
			store,
			feedSource(source),
			STORIES.map((key) => story(`${source} ${key}`)),
		);
		followed.add(source);
		removed.delete(source);
		for (const title of STORIES.map((key) => titleOf(source, key)))
			headlines.set(title, headlines.get(title) ?? { source, saved: false, read: false });
	};

const remove =
	(source: string): Act =>
	async ({ followed, removed }) => {
		await removeSource(store, source);
		if (followed.delete(source)) removed.set(source, store.now());
	};

const restore =
	(source: string): Act =>
	async ({ followed, removed }) => {
		const canBe = removed.get(source) !== undefined;
		expect((await restoreSource(store, source)).ok).toBe(canBe);
		if (!canBe) return;
		removed.delete(source);
		followed.add(source);
	};

const idOf = async (title: string) => {
	const headlines = await (await store.archive()).getAll("headlines");
	return headlines.find((headline) => headline.title === title)?.id ?? "";
};

const markOne =
	(source: string, key: string, act: "saved" | "unsaved" | "read"): Act =>
	async ({ headlines }) => {
		const title = titleOf(source, key);
		await mark(store, [await idOf(title)], act);
		const headline = headlines.get(title);
		if (!headline) return;
		if (act === "read") headline.read = true;
		else headline.saved = act === "saved";
	};

/** Time passes, and what is due then is done. */
const wait =
	(hours: number): Act =>
	async ({ headlines, removed }) => {
		store.clock.now += hours * HOUR;
		await sweep(store);
		await prune(store);
		for (const [source, at] of removed) {
			if (at !== undefined && at > store.now() - 24 * HOUR) continue;
			removed.set(source, undefined);
			for (const [title, { source: its, saved }] of headlines)
				if (its === source && !saved) headlines.delete(title);
			if (![...headlines.values()].some((headline) => headline.source === source)) removed.delete(source);
		}
	};

/** The background is stopped, and starts again. */
const stop: Act = async () => {
	store = reopened(store.clock);
	await setUp(store, noSeed);
};

const source = fc.constantFrom("one", "two");
const acts: fc.Arbitrary<Act> = fc.oneof(
	{ weight: 3, arbitrary: source.map(follow) },
	{ weight: 3, arbitrary: source.map(remove) },
	{ weight: 1, arbitrary: source.map(restore) },
	{
		weight: 6,
		arbitrary: fc
			.tuple(source, fc.constantFrom(...STORIES), fc.constantFrom("saved", "saved", "unsaved", "read"))
			.map((told) => markOne(...told)),
	},
	{ weight: 3, arbitrary: fc.constantFrom(1, 13, 25).map(wait) },
	{ weight: 1, arbitrary: fc.constant(stop) },
);

async function expectSame({ headlines, followed, removed }: Model): Promise<void> {
	const kept = await (await store.archive()).getAll("headlines");
	expect(kept.map(({ title }) => title).toSorted()).toEqual([...headlines.keys()].toSorted());
	const saved = [...headlines].filter(([, { saved }]) => saved).map(([title]) => title);
	expect((await readSaved()).map(({ headline }) => headline.title).toSorted()).toEqual(saved.toSorted());
	for (const { id, title, source } of kept) {
		const isThere = followed.has(source) || headlines.get(title)?.saved;
		expect((await readArticle(id)) !== undefined).toBe(isThere);
	}
	const unread = [...headlines.values()].filter(({ source, read }) => followed.has(source) && !read);
	const { ticker, former } = await readItems(["ticker", "former"]);
	expect(ticker.unread).toBe(unread.length);
	expect(former.map(({ id }) => id).toSorted()).toEqual([...removed.keys()].toSorted());
}

it("whatever is followed, removed, saved and let go: nothing saved is lost, and nothing else of a removed source stays", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(acts, { minLength: 15, maxLength: 30, size: "max" }), async (acts) => {
			store = emptyStore();
			await setUp(store, async () => ({ source: feedSource("seed"), incoming: [] }));
			const model: Model = { headlines: new Map(), followed: new Set(), removed: new Map() };
			for (const act of acts) {
				await act(model);
				await expectSame(model);
			}
		}),
		{ numRuns: 40 },
	);
});
