import { beforeEach, expect, test, vi } from "vitest";
import { MINUTE_MS } from "@/data/model/durations";
import type { Headline } from "@/data/model/headline";
import { addSource, mark, removeSource } from "@/data/store/acts";
import { readKept, readMarks } from "@/data/store/search-archive";
import { emptyStore, feedSource, NOON, stories } from "../support/store";

vi.mock("wxt/browser", () => import("../support/browser"));

const COUNT = 1_234;
let store: ReturnType<typeof emptyStore>;

const kept = async (): Promise<Headline[]> => {
	const all: Headline[] = [];
	await readKept((chunk) => {
		all.push(...chunk);
	});
	return all;
};

beforeEach(async () => {
	store = emptyStore();
	await addSource(store, feedSource("a"), stories(COUNT));
});

test("everything that is kept comes once, newest first, in chunks", async () => {
	let chunks = 0;
	await readKept(() => {
		chunks += 1;
	});
	expect(chunks).toBeGreaterThan(1);
	const all = await kept();
	expect(all.map(({ publishedAt }) => publishedAt)).toEqual(
		Array.from({ length: COUNT }, (_, n) => NOON - n * MINUTE_MS),
	);
	expect(new Set(all.map(({ id }) => id)).size).toBe(COUNT);
	expect(all[0]).not.toHaveProperty("age");
});

test("muted headlines don't come", async () => {
	const [first] = await kept();
	const archive = await store.archive();
	const headline = await archive.get("headlines", first?.id ?? "");
	if (headline) await archive.put("headlines", { ...headline, mutedBy: ["rule"] });
	const all = await kept();
	expect(all).toHaveLength(COUNT - 1);
	expect(all.map(({ id }) => id)).not.toContain(first?.id);
});

test("those of a removed source come, since it may be restored", async () => {
	await removeSource(store, "a");
	expect(await kept()).toHaveLength(COUNT);
});

test("the marks are those of the whole archive", async () => {
	const all = await kept();
	await mark(
		store,
		all.map(({ id }) => id),
		"read",
	);
	const marks = await readMarks();
	expect(Object.keys(marks)).toHaveLength(COUNT);
	expect(marks[all[COUNT - 1]?.id ?? ""]).toEqual({ read: NOON });
});
