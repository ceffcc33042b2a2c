import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { MINUTE_MS } from "../../../data/model/durations";
import type { HeadlineId } from "../../../data/model/headline";
import { isInScope, isSameScope, type Scope, type Which } from "../../../data/model/scope";
import { addSource, mark, markAllRead, removeSource } from "../../../data/store/acts";
import { readIds } from "../../../data/store/read-ids";
import { readOlder } from "../../../data/store/read-older";
import { readUnreadCounts } from "../../../data/store/read-unread";
import { emptyStore, feedSource, NOON, story } from "../support/store";

vi.mock("wxt/browser", () => import("../support/browser"));

const SOURCES = ["a", "b", "c"];
let store: ReturnType<typeof emptyStore>;
beforeEach(() => {
	store = emptyStore();
});

/** What a source brings: so many, of which as many as told were published at one and the same minute. */
const fill = async (source: string, count: number, together = 1) =>
	addSource(
		store,
		feedSource(source),
		Array.from({ length: count }, (_, n) =>
			story(`${source}${n}`, { publishedAt: NOON - Math.floor(n / together) * MINUTE_MS }),
		),
	);

const everything = async () => {
	const archive = await store.archive();
	return archive.getAllFromIndex("headlines", "newest");
};

const scopes: fc.Arbitrary<Scope> = fc.record(
	{
		sources: fc.subarray([...SOURCES, "unknown"]),
		from: fc.integer({ min: -40, max: 2 }).map((minutes) => NOON + minutes * MINUTE_MS),
	},
	{ requiredKeys: [] },
);

/** Reads all of a scope that comes after a headline, page by page. */
async function pages(after: Parameters<typeof readOlder>[0], count: number, scope: Scope) {
	const ids: HeadlineId[] = [];
	for (let last: typeof after | undefined = after; last; ) {
		const page = await readOlder(last, count, scope);
		ids.push(...page.headlines.map(({ headline }) => headline.id));
		last = page.hasMore ? page.last : undefined;
	}
	return ids;
}

describe("a scope", () => {
	it("is read in pages, each headline once, newest first, whatever their sources and times", async () => {
		await fill("a", 60);
		await fill("b", 25, 25);
		await fill("c", 30, 4);
		const all = await everything();
		await fc.assert(
			fc.asyncProperty(
				scopes,
				fc.integer({ min: 1, max: 50 }),
				fc.integer({ min: 0, max: 60 }),
				async (scope, count, place) => {
					const after = all[place];
					if (!after) throw new Error("There are more than that.");
					const expected = all.slice(place + 1).filter((one) => isInScope(one, scope));
					expect(await pages(after, count, scope)).toEqual(expected.map(({ id }) => id));
				},
			),
			{ numRuns: 40 },
		);
	});

	it("is the same part as another whatever objects say it", () => {
		fc.assert(
			fc.property(scopes, scopes, (one, other) => {
				expect(isSameScope(one, structuredClone(one))).toBe(true);
				expect(isSameScope(one, other)).toBe(JSON.stringify(one) === JSON.stringify(other));
			}),
		);
	});

	it("of all sources is another than that of none", () => {
		expect(isSameScope({}, { sources: [] })).toBe(false);
	});
});

describe("the headlines of a scope", () => {
	const titles = async (scope: Scope, which: Which) => {
		const ids = await readIds(scope, which);
		const byId = new Map((await everything()).map(({ id, title }) => [id, title]));
		return ids.map((id) => byId.get(id)?.replace("Story ", "")).sort();
	};
	const idOf = async (title: string) => (await everything()).find((one) => one.title === title)?.id ?? "";

	it("are told by what was done with them, without muted ones and those of removed sources", async () => {
		await fill("a", 3);
		await fill("b", 2);
		await fill("c", 2);
		const archive = await store.archive();
		const judge = async (title: string, verdict: { mutedBy?: string[]; watchedBy?: string[] }) => {
			const kept = await archive.get("headlines", await idOf(title));
			if (kept) await archive.put("headlines", { ...kept, ...verdict });
		};
		await judge("Story a2", { mutedBy: ["m"] });
		await judge("Story a1", { watchedBy: ["w", "v"] });
		await mark(store, [await idOf("Story a0")], "read");
		await mark(store, [await idOf("Story b1")], "saved");
		await removeSource(store, "c");
		expect(await titles({}, "all")).toEqual(["a0", "a1", "b0", "b1"]);
		expect(await titles({}, "unread")).toEqual(["a1", "b0", "b1"]);
		expect(await titles({}, "saved")).toEqual(["b1"]);
		expect(await titles({}, "watched")).toEqual(["a1"]);
		expect(await titles({ sources: ["a"] }, "all")).toEqual(["a0", "a1"]);
		expect(await titles({ from: NOON }, "all")).toEqual(["a0", "b0"]);
		expect(await titles({ sources: ["b", "a"], from: NOON }, "unread")).toEqual(["b0"]);
	});

	it("are marked read, and no others", async () => {
		await fill("a", 3);
		await fill("b", 3);
		expect(await markAllRead(store, { sources: ["a"], from: NOON - MINUTE_MS })).toHaveLength(2);
		expect(await titles({}, "unread")).toEqual(["a2", "b0", "b1", "b2"]);
		expect(await markAllRead(store, { from: NOON })).toHaveLength(1);
		expect(await markAllRead(store)).toHaveLength(3);
	});

	it("are counted by source as far as they are unread", async () => {
		await fill("a", 3);
		await fill("b", 2);
		await mark(store, [await idOf("Story a0"), await idOf("Story b0")], "read");
		await mark(store, [await idOf("Story a1")], "saved");
		expect(await readUnreadCounts(["a", "b", "unknown"])).toEqual({ a: 2, b: 1, unknown: 0 });
	});
});
