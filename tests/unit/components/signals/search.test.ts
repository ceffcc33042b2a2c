import { signal } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import type { Tab } from "@/components/headlines/rows";
import type { KeptReaders } from "@/components/signals/kept-index";
import { createNotes } from "@/components/signals/notes";
import { createSearch } from "@/components/signals/search";
import type { Headline, Marks } from "@/data/model/headline";
import { EMPTY_RUN } from "@/data/model/run";
import type { Scope } from "@/data/model/scope";
import { wordsOf } from "@/data/model/search-query";
import type { NamedSource, Source } from "@/data/model/source";

const headline = (id: string, title = `Title ${id}`, source = "s"): Headline => ({
	id,
	title,
	source,
	publishedAt: 0,
	kind: "bare",
});
const source = (id: string, title: string): Source => ({ id, kind: "feed", title, addedAt: 0 });

function open(archive: Partial<KeptReaders> = {}) {
	const reads = { kept: 0, marks: 0 };
	const readers: KeptReaders = {
		readKept: async (take) => take([]),
		readMarks: async () => ({}),
		...archive,
	};
	const front = {
		headlines: signal([headline("new")]),
		marks: signal<Marks>({}),
		former: signal<NamedSource[]>([]),
		sources: signal([source("s", "The Source")]),
		ticker: signal(EMPTY_RUN),
	};
	const tab = signal<Tab>("all");
	const words = signal<readonly string[]>([]);
	const scope = signal<Scope>({});
	const notes = createNotes();
	const search = createSearch(front, { tab, scope, words, staying: signal(undefined) }, notes, {
		readKept(take) {
			reads.kept += 1;
			return readers.readKept(take);
		},
		readMarks() {
			reads.marks += 1;
			return readers.readMarks();
		},
	});
	return {
		search,
		front,
		tab,
		scope,
		notes,
		reads,
		ids: () => search.rows.value.map((row) => row.headline.id),
		ask: (query: string) => {
			words.value = wordsOf(query);
		},
	};
}

const kept = (...headlines: Headline[]): Partial<KeptReaders> => ({
	readKept: async (take) => take(headlines),
});

test("nothing is read before somebody searches", () => {
	expect(open().reads).toEqual({ kept: 0, marks: 0 });
});

test("what is on the front is found at once, what lies beyond as it comes in, and each once", async () => {
	let goOn = () => {};
	const { search, ask, ids } = open({
		readKept: async (take) => {
			take([headline("new"), headline("old")]);
			await new Promise<void>((resolve) => {
				goOn = resolve;
			});
			take([headline("oldest")]);
		},
	});
	ask("title");
	expect(ids()).toEqual(["new"]);
	await vi.waitFor(() => expect(ids()).toEqual(["new", "old"]));
	expect(search.isLooking.value).toBe(true);
	goOn();
	await vi.waitFor(() => expect(search.isLooking.value).toBe(false));
	expect(ids()).toEqual(["new", "old", "oldest"]);
});

test("it is read once for many searches, and again only when headlines have come or gone", async () => {
	const { search, ask, front, reads } = open();
	await search.prepare();
	ask("a");
	ask("ab");
	await search.prepare();
	expect(reads).toEqual({ kept: 1, marks: 1 });
	front.ticker.value = { ...EMPTY_RUN, revision: 7 };
	await search.prepare();
	expect(reads).toEqual({ kept: 1, marks: 2 });
	front.headlines.value = [headline("newer")];
	await search.prepare();
	expect(reads).toEqual({ kept: 2, marks: 2 });
});

test("a removed source's headlines aren't found, and are again when it is restored", async () => {
	const { search, ask, front, ids } = open(kept(headline("old", "Title old", "other")));
	const both = [source("s", "The Source"), source("other", "Another")];
	front.sources.value = both;
	await search.prepare();
	ask("title");
	expect(ids()).toEqual(["new", "old"]);
	front.sources.value = both.slice(0, 1);
	expect(ids()).toEqual(["new"]);
	front.sources.value = both;
	expect(ids()).toEqual(["new", "old"]);
});

describe("the tab of unread ones", () => {
	test("leaves out what was read, on the front and beyond", async () => {
		const { search, ask, front, tab, ids } = open({
			...kept(headline("old"), headline("older")),
			readMarks: async () => ({ old: { read: 1 } }),
		});
		await search.prepare();
		tab.value = "unread";
		ask("title");
		expect(ids()).toEqual(["new", "older"]);
		front.marks.value = { new: { read: 1 } };
		expect(ids()).toEqual(["older"]);
	});
});

test("a screenful of rows is made at first, and all are told when all are wanted", async () => {
	const many = Array.from({ length: 999 }, (_, index) => headline(`old-${index}`));
	const { search, ask, ids } = open(kept(...many));
	ask("title");
	expect(await search.all()).toHaveLength(1_000);
	expect(ids()).toHaveLength(16);
	expect(search.hasMore.value).toBe(true);
	search.more();
	expect(ids()).toHaveLength(216);
	ask("title old-99");
	expect(ids()).toHaveLength(10);
	expect(search.hasMore.value).toBe(false);
});

test("an archive that can't be read is said in words, once", async () => {
	const { search, ask, notes, reads } = open({
		readKept: async () => {
			throw new Error("The disk is gone.");
		},
	});
	ask("title");
	await vi.waitFor(() => expect(notes.alert.value?.text).toContain("couldn’t be read"));
	expect(search.isLooking.value).toBe(false);
	ask("title n");
	expect(reads.kept).toBe(1);
});

test("of a removed source what is saved alone is found, by its source's name too", async () => {
	const { front, ask, ids, search, tab } = open({
		...kept(headline("saved", "Ferry saved", "gone"), headline("other", "Ferry other", "gone")),
		readMarks: async () => ({ saved: { saved: 1 } }),
	});
	front.former.value = [{ id: "gone", title: "Harbour News" }];
	ask("ferry");
	await vi.waitFor(() => expect(ids()).toEqual(["saved"]));
	expect(search.rows.value[0]?.sourceTitle).toBe("Harbour News");
	ask("harbour");
	expect(ids()).toEqual(["saved"]);
	expect(await search.all()).toEqual(["saved"]);
	tab.value = "unread";
	expect(ids()).toEqual([]);
});
