import { signal } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import type { Filter } from "@/components/headlines/filter";
import { createHeadlineList } from "@/components/signals/headline-list";
import { createNotes } from "@/components/signals/notes";
import { createReader } from "@/components/signals/reader";
import type { Route } from "@/components/signals/route";
import type { FullText } from "@/data/model/full-text";
import type { Headline, Marks } from "@/data/model/headline";
import { EMPTY_RUN } from "@/data/model/run";
import type { NamedSource, Source } from "@/data/model/source";
import { fine } from "@/data/model/trouble";
import { FRONT_SIZE } from "@/data/store/items";
import { fakeBackground } from "../support/background";

const headline = (id: string): Headline => ({
	id,
	title: `Title ${id}`,
	source: "s",
	publishedAt: 0,
	kind: "bare",
});

function open() {
	const background = fakeBackground({ mark: fine([]) });
	const notes = createNotes();
	const front = {
		headlines: signal([headline("a"), headline("b"), headline("c")]),
		marks: signal<Marks>({}),
		former: signal<NamedSource[]>([]),
		sources: signal<Source[]>([]),
		textsAt: signal(0),
		ticker: signal(EMPTY_RUN),
	};
	const route = signal<Route>({ room: "headlines" });
	const list = createHeadlineList(front, background.send, notes, {
		readKept: async () => {},
		readMarks: async () => ({}),
		readIds: async () => [],
		readSaved: async () => [],
		// A page holds one, and the third one of them is unread.
		readOlder: async ({ id }) => {
			const place = Number(/older-(\d)/.exec(id)?.[1] ?? 0) + 1;
			const older = headline(`older-${place}`);
			const mark = place === 3 ? {} : { read: 1 };
			return { headlines: [{ headline: older, mark }], hasMore: place < 5, last: older };
		},
	});
	const saving: string[] = [];
	const fullTexts = new Map<string, FullText>();
	const titles = new Map<string, string>();
	const broken = new Set<string>();
	const gone = new Set(["gone"]);
	const reader = createReader({
		media: {
			askToKeep: (id) => {
				saving.push(`ask ${id}`);
				return async () => void saving.push(`keep ${id} after ${background.told.at(-1)?.command}`);
			},
		},
		front,
		list,
		route,
		readArticle: async (id) => {
			if (id === "broken" || broken.has(id)) throw new Error("The disk is gone.");
			if (gone.has(id)) return undefined;
			const fullText = fullTexts.get(id);
			const title = titles.get(id) ?? headline(id).title;
			return { headline: { ...headline(id), title }, mark: {}, revisions: [], ...(fullText && { fullText }) };
		},
		send: background.send,
		notes,
		access: { askAccess: async () => true, twinAddresses: () => [] },
		clock: Date.now,
	});
	const go = async (id: string, filter?: Filter) => {
		route.value = { room: "article", id, ...(filter && { filter }) };
		await vi.waitFor(() => expect(reader.opened.value.state).not.toBe("loading"));
	};
	return {
		reader,
		list,
		front,
		route,
		go,
		notes,
		saving,
		fullTexts,
		titles,
		broken,
		gone,
		told: background.told,
	};
}

describe("the reader", () => {
	test("saving asks for the pictures’ hosts within the click, and keeps them once it is saved", async () => {
		const { reader, front, go, saving } = open();
		await go("a");
		const saved = reader.toggleSaved();
		expect(saving).toEqual(["ask a"]);
		await saved;
		expect(saving).toEqual(["ask a", "keep a after mark"]);
		front.marks.value = { a: { saved: 1 } };
		await reader.toggleSaved();
		expect(saving).toHaveLength(2);
	});

	test("opening a headline marks it read", async () => {
		const { go, told } = open();
		await go("a");
		await vi.waitFor(() => expect(told).toEqual([{ command: "mark", ask: { ids: ["a"], act: "read" } }]));
	});

	test("an article that can't be read leaves alone the one that was opened after it", async () => {
		const { go, reader, route, notes } = open();
		route.value = { room: "article", id: "broken" };
		await go("a");
		await vi.waitFor(() => expect(reader.opened.value.state).toBe("open"));
		expect(notes.alert.value).toBeNull();
	});

	test("a whole text that comes while its headline is open is taken in", async () => {
		const { go, reader, front, fullTexts } = open();
		await go("a");
		fullTexts.set("a", { id: "a", source: "s", at: 1, state: "there", html: "<p>Whole.</p>" });
		front.textsAt.value = 1;
		await vi.waitFor(() =>
			expect(reader.opened.value).toMatchObject({ kept: { article: { html: "<p>Whole.</p>" } } }),
		);
	});

	test("what is being read stays as it is, though it is edited meanwhile and something is done with it", async () => {
		const { go, reader, front, fullTexts, titles } = open();
		await go("a");
		titles.set("a", "Title a, edited");
		await reader.toggleSaved();
		await reader.toggleRead();
		fullTexts.set("a", { id: "a", source: "s", at: 1, state: "there", html: "<p>Whole.</p>" });
		front.textsAt.value = 1;
		await vi.waitFor(() => expect(reader.given.value?.fullText).toBeDefined());
		expect(reader.given.value?.headline.title).toBe("Title a");
		await go("b");
		await go("a");
		expect(reader.given.value?.headline.title).toBe("Title a, edited");
	});

	test("what has changed since it was opened is offered, and shown when somebody asks", async () => {
		const { go, reader, front, titles } = open();
		await go("a");
		front.textsAt.value = 1;
		titles.set("a", "Title a, edited");
		expect(reader.hasChanged.value).toBe(false);
		front.textsAt.value = 2;
		await vi.waitFor(() => expect(reader.hasChanged.value).toBe(true));
		expect(reader.given.value?.headline.title).toBe("Title a");
		reader.showNewest();
		expect(reader.given.value?.headline.title).toBe("Title a, edited");
		expect(reader.hasChanged.value).toBe(false);
	});

	test("a whole text that takes the place of the one that is read is offered, unless it was asked for", async () => {
		const { go, reader, front, fullTexts, told } = open();
		const whole = (words: string): FullText => ({
			id: "a",
			source: "s",
			at: 1,
			state: "there",
			html: `<p>${words}</p>`,
		});
		fullTexts.set("a", whole("Five ships."));
		await go("a");
		fullTexts.set("a", whole("Six ships."));
		front.textsAt.value = 1;
		await vi.waitFor(() => expect(reader.hasChanged.value).toBe(true));
		expect(reader.given.value?.fullText?.html).toBe("<p>Five ships.</p>");
		reader.showNewest();
		expect(reader.given.value?.fullText?.html).toBe("<p>Six ships.</p>");
		expect(told.map(({ command }) => command)).toEqual(["mark"]);
	});

	test("an article that is open stays so where reading it once more fails", async () => {
		const complain = vi.spyOn(console, "error").mockImplementation(() => {});
		const { reader, front, go, notes, broken } = open();
		await go("a");
		broken.add("a");
		front.textsAt.value = 1;
		await vi.waitFor(() => expect(complain).toHaveBeenCalled());
		expect(reader.opened.value).toMatchObject({ state: "open", kept: { headline: { id: "a" } } });
		expect(notes.alert.value).toBeNull();
		complain.mockRestore();
	});

	test("a headline that was missing is shown when its source comes back", async () => {
		const { reader, front, gone, go } = open();
		await go("gone");
		gone.clear();
		front.sources.value = [{ id: "s", kind: "feed", title: "Source", addedAt: 0 }];
		await vi.waitFor(() => expect(reader.opened.value).toMatchObject({ state: "open" }));
	});

	test("a headline that isn't kept is said to be missing, and marked nothing", async () => {
		const { go, reader, told } = open();
		await go("gone");
		expect(reader.opened.value).toEqual({ state: "missing" });
		expect(told).toEqual([]);
	});

	test("knows what is before and after", async () => {
		const { go, reader } = open();
		await go("b");
		expect(reader.neighbours.value).toEqual({ previous: "a", next: "c" });
		await go("a");
		expect(reader.neighbours.value).toEqual({ next: "b" });
	});

	test("a headline that leaves the unread by being read keeps its neighbours", async () => {
		const { go, reader, list, front } = open();
		list.tab.value = "unread";
		await go("b");
		front.marks.value = { b: { read: 1 } };
		expect(list.rows.value.map((row) => row.headline.id)).toEqual(["a", "c"]);
		expect(reader.neighbours.value).toEqual({ previous: "a", next: "c" });
	});

	describe("what is opened among the unread", () => {
		const UNREAD = { state: "unread" } as const;
		const ids = ({ list }: ReturnType<typeof open>) => list.rows.value.map((row) => row.headline.id);
		/** The reader with its second headline opened and, thereby, read. */
		const begin = async (filter: Filter = UNREAD) => {
			const opened = open();
			opened.list.tab.value = "unread";
			await opened.go("b", filter);
			opened.front.marks.value = { b: { read: 1 } };
			return opened;
		};

		test("stays in the list, as read, until another is opened", async () => {
			const opened = await begin();
			expect(ids(opened)).toEqual(["a", "b", "c"]);
			expect(opened.list.rows.value[1]?.mark).toEqual({ read: 1 });
			await opened.go("c", UNREAD);
			expect(ids(opened)).toEqual(["a", "c"]);
			expect(opened.reader.neighbours.value).toEqual({ previous: "b" });
		});

		test("stays when all is marked read, and is none of the unread to go on to", async () => {
			const opened = await begin();
			expect(await opened.reader.find({ to: "next", unread: true, from: "a" })).toBe("c");
			opened.front.marks.value = { a: { read: 1 }, b: { read: 1 }, c: { read: 1 } };
			expect(ids(opened)).toEqual(["b"]);
			expect(await opened.reader.find({ to: "next", unread: true })).toBeUndefined();
		});

		test("leaves when the list is gone back to, and when its tab is left, for good", async () => {
			const opened = await begin();
			opened.route.value = { room: "headlines", filter: UNREAD };
			expect(ids(opened)).toEqual(["a", "c"]);
			await opened.go("b", UNREAD);
			opened.route.value = { room: "article", id: "b" };
			opened.route.value = { room: "article", id: "b", filter: UNREAD };
			expect(ids(opened)).toEqual(["a", "c"]);
		});

		test("is in the list only where it was opened from there", async () => {
			const opened = await begin({});
			expect(ids(opened)).toEqual(["a", "c"]);
			opened.route.value = { room: "article", id: "b", filter: UNREAD };
			expect(ids(opened)).toEqual(["a", "c"]);
		});

		test("stays in what a search of them finds, and is chosen with all", async () => {
			const opened = await begin();
			opened.front.sources.value = [{ id: "s", kind: "feed", title: "Post", addedAt: 0 }];
			opened.list.query.value = "title";
			expect(ids(opened)).toEqual(["a", "b", "c"]);
			expect(await opened.list.all()).toEqual(["a", "b", "c"]);
			opened.list.query.value = "title c";
			expect(ids(opened)).toEqual(["c"]);
			opened.list.query.value = "";
			expect(await opened.list.all()).toEqual(["b"]);
		});
	});

	test("goes on to what was read among the unread before, and to the next unread", async () => {
		const { go, reader, list, front } = open();
		list.tab.value = "unread";
		await go("b");
		front.marks.value = { b: { read: 1 } };
		await go("c");
		expect(reader.neighbours.value).toEqual({ previous: "b" });
		expect(await reader.find({ to: "previous" })).toBe("b");
		expect(await reader.find({ to: "previous", unread: true })).toBe("a");
	});

	test("finds the next in the list as it is filtered by now", async () => {
		const { go, reader, list, front } = open();
		expect(await reader.find({ to: "next" })).toBe("a");
		expect(await reader.find({ to: "next", from: "b" })).toBe("c");
		await go("c");
		expect(await reader.find({ to: "next" })).toBeUndefined();
		front.sources.value = [{ id: "s", kind: "feed", title: "The Source", addedAt: 0 }];
		list.query.value = "title b";
		expect(await reader.find({ to: "next" })).toBe("b");
	});

	test("finds the next unread beyond what is listed, and lists on before its end is reached", async () => {
		const { go, reader, front, list } = open();
		const full = Array.from({ length: FRONT_SIZE }, (_, index) => headline(`front-${index}`));
		front.headlines.value = full;
		front.marks.value = Object.fromEntries(full.map(({ id }) => [id, { read: 1 }]));
		expect(await reader.find({ to: "next", unread: true })).toBe("older-3");
		front.headlines.value = [...full];
		expect(list.rows.value).toHaveLength(FRONT_SIZE);
		await go(`front-${FRONT_SIZE - 1}`);
		await vi.waitFor(() => expect(reader.neighbours.value.next).toBe("older-1"));
	});

	test("shows what the front says was done with it", async () => {
		const { go, reader, front } = open();
		await go("a");
		front.marks.value = { a: { saved: 7 } };
		expect(reader.mark.value).toEqual({ saved: 7 });
	});

	test("going back to the list closes the article", async () => {
		const { go, reader, route } = open();
		await go("a");
		route.value = { room: "headlines" };
		expect(reader.opened.value).toEqual({ state: "none" });
	});
});

test("one that is let go of a removed source stays as long as it is open, and can be saved again", async () => {
	const { reader, go, gone, told } = open();
	await go("a");
	gone.add("a");
	await reader.toggleSaved();
	expect(reader.mark.value.saved).toBeDefined();
	await reader.toggleSaved();
	expect(reader.opened.value).toMatchObject({ state: "open", kept: { headline: { id: "a" } } });
	expect(reader.mark.value.saved).toBeUndefined();
	await reader.toggleSaved();
	expect(told.at(-1)).toEqual({ command: "mark", ask: { ids: ["a"], act: "saved" } });
	await go("b");
	await go("a");
	expect(reader.opened.value.state).toBe("missing");
});
