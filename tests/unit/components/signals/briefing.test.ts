import { computed, signal } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import type { Row } from "@/components/headlines/rows";
import { createBriefing } from "@/components/signals/briefing";

const row = (id: string, read?: number): Row => ({
	headline: { id, title: `Headline ${id}`, source: "one", publishedAt: 0, kind: "bare" },
	sourceTitle: "One",
	mark: read === undefined ? {} : { read },
});
const rowsOf = (count: number, from: string, read?: number) =>
	Array.from({ length: count }, (_, at) => row(`${from}${at}`, read));

/** A list of pages, of which the first is listed. */
function open(pages: Row[][], { unread = 1_000, broken = false } = {}) {
	const listed = signal(1);
	const listMore = vi.fn(async () => {
		if (!broken) listed.value += 1;
	});
	const briefing = createBriefing({
		list: {
			rows: computed(() => pages.slice(0, listed.value).flat()),
			unread: signal(unread),
			hasMore: computed(() => listed.value < pages.length),
			listMore,
		},
		readLanguages: async (ids) => new Map(ids.filter((id) => id === "b0").map((id) => [id, "nb"])),
		detectLanguage: async () => undefined,
	});
	const ids = async () => (await briefing.gather(() => true)).map(({ row: { headline } }) => headline.id);
	return { briefing, ids, listMore };
}

describe("a briefing", () => {
	test("has what is unread further down, where all that is listed is read", async () => {
		expect(await open([rowsOf(500, "a", 1), rowsOf(200, "b", 1), [row("c")]]).ids()).toEqual(["c"]);
	});

	test("looks no further than for the hundred that it has at most, or for all that are unread", async () => {
		const long = open([rowsOf(150, "a"), rowsOf(10, "b")]);
		expect(await long.ids()).toHaveLength(100);
		const few = open([rowsOf(2, "a"), rowsOf(10, "b", 1)], { unread: 2 });
		expect(await few.ids()).toHaveLength(2);
		const none = open([rowsOf(2, "a", 1), rowsOf(10, "b", 1)], { unread: 0 });
		expect(await none.ids()).toEqual([]);
		for (const { listMore } of [long, few, none]) expect(listMore).not.toHaveBeenCalled();
	});

	test("comes to an end where the archive can’t be read, or where nobody wants it any more", async () => {
		const broken = open([rowsOf(3, "a"), []], { broken: true });
		expect(await broken.ids()).toHaveLength(3);
		const left = open([[], rowsOf(3, "a")]);
		expect(await left.briefing.gather(() => false)).toEqual([]);
		expect(left.listMore).not.toHaveBeenCalled();
	});

	test("knows the language that a headline or its source declares", async () => {
		const { briefing } = open([rowsOf(2, "b")]);
		const briefed = await briefing.gather(() => true);
		expect(briefed.map(({ language }) => language)).toEqual(["nb", "nb"]);
	});

	test("is there without languages where they can’t be told", async () => {
		vi.spyOn(console, "warn").mockImplementation(() => {});
		const briefing = createBriefing({
			list: { rows: signal([row("a")]), unread: signal(1), hasMore: signal(false), listMore: async () => {} },
			readLanguages: () => Promise.reject(new Error("Broken.")),
			detectLanguage: () => Promise.reject(new Error("Broken.")),
		});
		expect(await briefing.gather(() => true)).toMatchObject([
			{ row: { headline: { id: "a" } }, language: "" },
		]);
	});
});
