import { signal } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import { createHeadlineList } from "@/components/signals/headline-list";
import { createNotes } from "@/components/signals/notes";
import { createOpenOriginal } from "@/components/signals/open-original";
import type { Headline, Marks } from "@/data/model/headline";
import { EMPTY_RUN, type Run } from "@/data/model/run";
import type { Scope } from "@/data/model/scope";
import type { NamedSource, Source } from "@/data/model/source";
import { failed, fine, type Outcome } from "@/data/model/trouble";
import { FRONT_SIZE } from "@/data/store/items";
import { fakeBackground } from "../support/background";

type Readers = Parameters<typeof createHeadlineList>[3];

const headline = (id: string): Headline => ({
	id,
	title: `Title ${id}`,
	source: "s",
	publishedAt: 0,
	kind: "bare",
});

function open(answers: Record<string, Outcome<unknown>>, marks: Marks = {}, archive: Partial<Readers> = {}) {
	const background = fakeBackground(answers);
	const notes = createNotes();
	const front = {
		headlines: signal([headline("a"), headline("b")]),
		marks: signal(marks),
		former: signal<NamedSource[]>([]),
		sources: signal<Source[]>([{ id: "s", kind: "feed", title: "The Source", addedAt: 0 }]),
		ticker: signal<Run>(EMPTY_RUN),
	};
	const nothing: Readers = {
		readKept: async () => {},
		readMarks: async () => ({}),
		readIds: async () => [],
		readSaved: async () => [],
		readOlder: async () => ({ headlines: [], hasMore: false, last: undefined }),
	};
	const scope = signal<Scope>({});
	return {
		list: createHeadlineList(front, background.send, notes, { ...nothing, ...archive }, scope, () => 7),
		scope,
		notes,
		front,
		told: background.told,
	};
}

test("a list is empty where there is nothing at all, but not where rules hide everything", () => {
	const { list, front } = open({});
	expect(list.isEmpty.value).toBe(false);
	front.headlines.value = [];
	expect(list.isEmpty.value).toBe(true);
	front.ticker.value = { ...EMPTY_RUN, hidden: 2 };
	expect(list.isEmpty.value).toBe(false);
});

describe("marking all read", () => {
	test("means everything that is kept, and can be undone", async () => {
		const { list, notes, told } = open({ markAllRead: fine(["a", "b"]), mark: fine(["a", "b"]) });
		await list.markAllRead();
		expect(notes.status.value?.text).toBe("2 headlines marked read.");
		notes.status.value?.action?.act();
		expect(told).toEqual([
			{ command: "markAllRead", ask: null },
			{ command: "mark", ask: { ids: ["a", "b"], act: "unread" } },
		]);
	});

	test("in a search means what was found, and nothing else", async () => {
		const { list, told } = open({ mark: fine(["b"]) });
		list.query.value = "title b";
		await list.markAllRead();
		expect(told).toEqual([{ command: "mark", ask: { ids: ["b"], act: "read" } }]);
	});

	test("with nothing unread says so, and offers no undo", async () => {
		const { list, notes } = open({ markAllRead: fine([]) });
		await list.markAllRead();
		expect(notes.status.value).toEqual({ text: "All of these were read already." });
	});

	test("in a part of what is kept means that part", async () => {
		const { list, scope, told } = open({ markAllRead: fine(["a"]) });
		scope.value = { sources: ["s"], from: 5 };
		list.tab.value = "unread";
		await list.markAllRead();
		expect(told).toEqual([{ command: "markAllRead", ask: { sources: ["s"], from: 5 } }]);
	});

	test("among the saved and the watched means all of them, beyond what is listed", async () => {
		const { list, told } = open({ mark: fine(["old"]) }, {}, { readIds: async (_, which) => [which, "old"] });
		list.tab.value = "watched";
		await list.markAllRead();
		list.tab.value = "saved";
		await list.markAllRead();
		expect(told).toEqual([
			{ command: "mark", ask: { ids: ["watched", "old"], act: "read" } },
			{ command: "mark", ask: { ids: ["saved", "old"], act: "read" } },
		]);
	});

	test("that fails is said in words", async () => {
		const { list, notes } = open({ markAllRead: failed("storage-failed") });
		await list.markAllRead();
		expect(notes.alert.value?.text).toContain("couldn’t store");
	});
});

describe("the star", () => {
	test.each([
		[{}, "saved"],
		[{ a: { saved: 5 } }, "unsaved"],
	] as const)("on %j makes it %s", async (marks, act) => {
		const { list, told } = open({ mark: fine(["a"]) }, marks);
		const [row] = list.rows.value;
		if (row) await list.toggleSaved(row);
		expect(told).toEqual([{ command: "mark", ask: { ids: ["a"], act } }]);
	});
});

test.each(["", "title"])(
	"what is marked shows before it is done, where “%s” is searched for",
	async (query) => {
		const { list } = open({ mark: fine(["a"]) });
		list.query.value = query;
		const [row] = list.rows.value;
		if (!row) throw new Error("Nothing is listed.");
		const done = list.toggleRead(row);
		expect(list.rows.value[0]?.mark).toEqual({ read: 7 });
		await done;
	},
);

test("an act on more headlines than the front has shows when the front says it", async () => {
	const { list, front } = open({ mark: fine(["a"]) });
	const done = list.mark(["a", ...Array.from({ length: FRONT_SIZE }, (_, at) => `h${at}`)], "read");
	expect(list.rows.value[0]?.mark).toEqual({});
	front.marks.value = { a: { read: 7 } };
	expect(list.rows.value[0]?.mark).toEqual({ read: 7 });
	expect(await done).toEqual(["a"]);
});

test("a headline that is read anywhere leaves the unread at once", () => {
	const { list, front } = open({});
	list.tab.value = "unread";
	expect(list.rows.value).toHaveLength(2);
	front.marks.value = { a: { read: 1 } };
	expect(list.rows.value.map((row) => row.headline.id)).toEqual(["b"]);
});

describe("what was saved", () => {
	const old = { headline: headline("old"), mark: { saved: 1 } };

	test("is listed also when newer headlines have pushed it off the front, and only once", async () => {
		const onFront = { headline: headline("a"), mark: { saved: 2 } };
		const { list } = open({}, { a: { saved: 2 } }, { readSaved: async () => [onFront, old] });
		list.tab.value = "saved";
		await vi.waitFor(() => expect(list.rows.value.map((row) => row.headline.id)).toEqual(["a", "old"]));
	});

	test("is gone from the list as soon as its star is taken away", async () => {
		let saved = [old];
		const { list } = open({ mark: fine(["old"]) }, {}, { readSaved: async () => saved });
		list.tab.value = "saved";
		await vi.waitFor(() => expect(list.rows.value).toHaveLength(1));
		const [row] = list.rows.value;
		saved = [];
		if (row) await list.toggleSaved(row);
		expect(list.rows.value).toEqual([]);
	});

	test("that can't be read is said in words", async () => {
		const { list, notes } = open(
			{},
			{},
			{
				readSaved: async () => {
					throw new Error("The disk is gone.");
				},
			},
		);
		list.tab.value = "saved";
		await vi.waitFor(() => expect(notes.alert.value?.text).toContain("couldn’t be read"));
	});
});

describe("older headlines", () => {
	const full = Array.from({ length: FRONT_SIZE }, (_, index) => headline(`front-${index}`));
	const ids = (list: ReturnType<typeof open>["list"]) => list.rows.value.map((row) => row.headline.id);

	test("are listed after the front's when somebody comes to the end, until there are no more", async () => {
		const asked: string[] = [];
		const { list, front } = open(
			{},
			{},
			{
				readOlder: async (after) => {
					asked.push(after.id);
					const more = headline(`${after.id}-older`);
					return { headlines: [{ headline: more, mark: {} }], hasMore: asked.length < 2, last: more };
				},
			},
		);
		front.headlines.value = full;
		expect(list.hasMore.value).toBe(true);
		await list.listMore();
		await list.listMore();
		await list.listMore();
		expect(asked).toEqual(["front-499", "front-499-older"]);
		expect(ids(list).slice(FRONT_SIZE)).toEqual(["front-499-older", "front-499-older-older"]);
		expect(list.hasMore.value).toBe(false);
	});

	test("are those of the part that is shown, though another was asked for a moment ago", async () => {
		const asked: unknown[] = [];
		const { list, front, scope } = open(
			{},
			{},
			{
				readOlder: async (_, __, part) => {
					asked.push(part);
					const more = { ...headline(`of ${part.sources}`), source: String(part.sources) };
					return { headlines: [{ headline: more, mark: {} }], hasMore: false, last: more };
				},
			},
		);
		front.headlines.value = full;
		scope.value = { sources: ["a"] };
		const listing = list.listMore();
		scope.value = { sources: ["b"] };
		await listing;
		expect(asked).toEqual([{ sources: ["a"] }, { sources: ["b"] }]);
		expect(ids(list)).toEqual(["of b"]);
	});

	test("there are none before the time that is asked for", () => {
		const { list, front, scope } = open({});
		front.headlines.value = full;
		expect(list.hasMore.value).toBe(true);
		scope.value = { from: 1 };
		expect(list.hasMore.value).toBe(false);
	});

	test("there are none where the front holds everything", () => {
		expect(open({}).list.hasMore.value).toBe(false);
	});

	test("show what was done with them at once, and are not read again for that", async () => {
		let pages = 0;
		const { list, front } = open(
			{ mark: fine(["old"]) },
			{},
			{
				readOlder: async () => {
					pages += 1;
					const headlines = ["old", "older"].map((id) => ({ headline: headline(id), mark: {} }));
					return { headlines, hasMore: false, last: undefined };
				},
			},
		);
		front.headlines.value = full;
		await list.listMore();
		const [row] = list.rows.value.slice(-2);
		if (row) await list.toggleSaved(row);
		expect(list.rows.value.slice(-2).map((one) => one.mark)).toEqual([{ saved: 7 }, {}]);
		expect(pages).toBe(1);
	});
});

describe("older headlines that are listed", () => {
	const full = Array.from({ length: FRONT_SIZE }, (_, index) => headline(`front-${index}`));
	const older = ["old", "older"].map((id) => ({ headline: headline(id), mark: {} }));
	const moved = (front: ReturnType<typeof open>["front"], revision: number) => {
		front.ticker.value = { ...EMPTY_RUN, revision };
	};
	async function listed(marks: () => Marks, answers: Record<string, Outcome<unknown>> = {}) {
		const readMarks = vi.fn(async () => marks());
		const readOlder = vi.fn<Readers["readOlder"]>(async () => ({
			headlines: older,
			hasMore: false,
			last: undefined,
		}));
		const opened = open(answers, {}, { readOlder, readMarks });
		opened.front.headlines.value = full;
		await opened.list.listMore();
		return { ...opened, readMarks, readOlder };
	}
	const lastMarks = (list: ReturnType<typeof open>["list"]) =>
		list.rows.value.slice(-2).map(({ mark }) => mark);

	test("are read where something else has marked them, and leave the unread", async () => {
		const { list, front } = await listed(() => ({ old: { read: 5 } }));
		moved(front, 1);
		await vi.waitFor(() => expect(lastMarks(list)).toEqual([{ read: 5 }, {}]));
		list.tab.value = "unread";
		expect(list.rows.value.at(-2)?.headline.id).toBe("front-499");
	});

	test("are read when their original is opened", async () => {
		const { list, notes } = await listed(() => ({}), { mark: fine(["old"]) });
		await createOpenOriginal(list.mark, notes, () => {})({
			...headline("old"),
			url: "https://news.example/",
		});
		expect(lastMarks(list)).toEqual([{ read: 7 }, {}]);
	});

	test.each([
		["before the front tells of it", false],
		["after", true],
	])("ask the archive for nothing when the page marks one itself, be that answered %s", async (_, isTold) => {
		const { list, front, readMarks } = await listed(() => ({}), { mark: fine(["old"]) });
		const done = list.mark(["old"], "saved");
		if (isTold) moved(front, 1);
		await done;
		moved(front, 1);
		expect(readMarks).not.toHaveBeenCalled();
		moved(front, 2);
		expect(readMarks).toHaveBeenCalledOnce();
	});

	test("keep what the page did with them while their marks were being read", async () => {
		const { list, front, readMarks } = await listed(() => ({ old: { saved: 7 } }), { mark: fine(["old"]) });
		let answer = (_: Marks) => {};
		readMarks.mockReturnValueOnce(
			new Promise((resolve) => {
				answer = resolve;
			}),
		);
		moved(front, 1);
		await list.mark(["old"], "saved");
		answer({});
		await vi.waitFor(() => expect(readMarks).toHaveBeenCalledTimes(2));
		expect(lastMarks(list)).toEqual([{ saved: 7 }, {}]);
	});

	test("that were marked while they were being listed are listed as they are then", async () => {
		const { list, front, readOlder, readMarks } = await listed(() => ({ old: { read: 5 } }));
		front.headlines.value = [...full];
		readOlder.mockImplementationOnce(async () => {
			await null;
			moved(front, 1);
			return { headlines: older, hasMore: false, last: undefined };
		});
		await list.listMore();
		await vi.waitFor(() => expect(lastMarks(list)).toEqual([{ read: 5 }, {}]));
		expect(readMarks).toHaveBeenCalledOnce();
	});

	test("there are none of, and the archive is asked for nothing, whatever is marked", () => {
		const readMarks = vi.fn(async () => ({}));
		const { front } = open({}, {}, { readMarks });
		front.headlines.value = full;
		moved(front, 1);
		expect(readMarks).not.toHaveBeenCalled();
	});

	test("can’t always be read again, which is said in words", async () => {
		const { front, notes } = await listed(() => {
			throw new Error("The disk is gone.");
		});
		moved(front, 1);
		await vi.waitFor(() => expect(notes.alert.value?.text).toContain("couldn’t be read"));
	});
});

describe("the tab of unread ones", () => {
	test("is read on through pages of what was read, until there is something to show", async () => {
		const full = Array.from({ length: FRONT_SIZE }, (_, index) => headline(`front-${index}`));
		let pages = 0;
		const { list, front } = open({}, Object.fromEntries(full.map(({ id }) => [id, { read: 1 }])), {
			readOlder: async () => {
				pages += 1;
				const last = headline(`older-${pages}`);
				const mark = pages === 4 ? {} : { read: 1 };
				const headlines = Array.from({ length: 50 }, (_, index) => ({
					headline: headline(`${last.id}-${index}`),
					mark,
				}));
				return { headlines, hasMore: true, last };
			},
		});
		front.headlines.value = full;
		list.tab.value = "unread";
		await list.listMore();
		expect(pages).toBe(4);
		expect(list.rows.value).toHaveLength(50);
	});
});
