import { batch, signal } from "@preact/signals";
import { expect, test, vi } from "vitest";
import { createNotes } from "@/components/signals/notes";
import { followUnread } from "@/components/signals/unread-counts";
import type { Headline, Marks } from "@/data/model/headline";
import { EMPTY_RUN } from "@/data/model/run";
import type { Source } from "@/data/model/source";

const headline = (id: string, source: string): Headline => ({
	id,
	title: id,
	source,
	publishedAt: 0,
	kind: "bare",
});
const source = (id: string): Source => ({
	id,
	kind: "feed",
	title: id,
	url: `https://${id}.example/`,
	addedAt: 0,
});

/** A front of two sources, and what is read of their archive: how often each was counted. */
function setUp() {
	const front = {
		headlines: signal([headline("1", "a"), headline("2", "b")]),
		marks: signal<Marks>({}),
		sources: signal([source("a"), source("b")]),
		ticker: signal({ ...EMPTY_RUN, unread: 9 }),
	};
	const waiting: (() => void)[] = [];
	const counted: string[][] = [];
	const read = vi.fn(async (sources: string[]) => {
		counted.push(sources);
		return Object.fromEntries(sources.map((id) => [id, counted.length]));
	});
	const isShown = signal(true);
	const counts = followUnread(front, read, isShown, (act) => waiting.push(act), createNotes());
	return {
		front,
		read,
		counted,
		counts,
		isShown,
		calmDown: () => {
			for (const act of waiting.splice(0)) act();
		},
		/** Publishes marks with how many are unread in all. */
		publish: (marks: Marks, unread: number) =>
			batch(() => {
				front.marks.value = marks;
				front.ticker.value = { ...EMPTY_RUN, unread };
			}),
	};
}

test("what is unread of each source is counted once the page is calm", async () => {
	const { read, counts, calmDown } = setUp();
	expect(read).not.toHaveBeenCalled();
	calmDown();
	await vi.waitFor(() => expect(counts.value).toEqual({ a: 1, b: 1 }));
});

test("after an act on a headline of the front its source alone is counted again", async () => {
	const { publish, counts, calmDown } = setUp();
	calmDown();
	await vi.waitFor(() => expect(counts.value).toEqual({ a: 1, b: 1 }));
	publish({ 2: { read: 5 } }, 8);
	expect(counts.value).toEqual({ a: 1, b: 1 });
	calmDown();
	await vi.waitFor(() => expect(counts.value).toEqual({ a: 1, b: 2 }));
});

test("acts that follow each other before the page is calm are all counted", async () => {
	const { publish, counts, calmDown } = setUp();
	calmDown();
	await vi.waitFor(() => expect(counts.value).not.toBeNull());
	publish({ 2: { read: 5 } }, 8);
	publish({ 1: { read: 6 }, 2: { read: 5 } }, 7);
	calmDown();
	await vi.waitFor(() => expect(counts.value).toEqual({ a: 2, b: 2 }));
});

test("what changes nothing of that is followed by no counting", async () => {
	const { publish, counts, counted, calmDown } = setUp();
	calmDown();
	await vi.waitFor(() => expect(counts.value).not.toBeNull());
	publish({ 1: { shown: 5, saved: 6 } }, 9);
	calmDown();
	expect(counted).toEqual([["a", "b"]]);
});

test.each<[string, (set: ReturnType<typeof setUp>) => void]>([
	["one that isn’t on the front was read", ({ publish }) => publish({}, 8)],
	["one of the front and one that isn’t on it were", ({ publish }) => publish({ 1: { read: 5 } }, 7)],
	[
		"headlines came",
		({ front }) => {
			front.headlines.value = [headline("3", "b"), ...front.headlines.value];
		},
	],
	[
		"sources changed",
		({ front }) => {
			front.sources.value = [...front.sources.value];
		},
	],
])("all are counted again when %s", async (_, change) => {
	const set = setUp();
	set.calmDown();
	await vi.waitFor(() => expect(set.counts.value).not.toBeNull());
	change(set);
	set.calmDown();
	await vi.waitFor(() => expect(set.counts.value).toEqual({ a: 2, b: 2 }));
});

test("what happens while the counts aren’t shown is counted when they are", async () => {
	const { publish, counts, isShown, calmDown } = setUp();
	calmDown();
	await vi.waitFor(() => expect(counts.value).not.toBeNull());
	isShown.value = false;
	publish({ 1: { read: 5 } }, 8);
	calmDown();
	expect(counts.value).toEqual({ a: 1, b: 1 });
	isShown.value = true;
	calmDown();
	await vi.waitFor(() => expect(counts.value).toEqual({ a: 2, b: 1 }));
});

test("what comes while it is counting is counted after that", async () => {
	const { read, publish, counts, calmDown } = setUp();
	calmDown();
	await vi.waitFor(() => expect(counts.value).not.toBeNull());
	let endCounting = (_: Record<string, number>) => {};
	read.mockReturnValueOnce(
		new Promise((done) => {
			endCounting = done;
		}),
	);
	publish({ 1: { read: 5 } }, 8);
	calmDown();
	publish({ 1: { read: 5 }, 2: { read: 6 } }, 7);
	calmDown();
	endCounting({ a: 7 });
	await vi.waitFor(() => expect(counts.value).toEqual({ a: 7, b: 2 }));
});

test("where the archive can’t be read, all are counted the next time", async () => {
	const { read, publish, counts, calmDown } = setUp();
	vi.spyOn(console, "error").mockImplementation(() => undefined);
	read.mockRejectedValueOnce(new Error("It is gone."));
	calmDown();
	await vi.waitFor(() => expect(console.error).toHaveBeenCalled());
	publish({ 1: { read: 5 } }, 8);
	calmDown();
	await vi.waitFor(() => expect(counts.value).toEqual({ a: 1, b: 1 }));
});
