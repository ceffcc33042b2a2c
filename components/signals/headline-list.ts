import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { HeadlineId, Marks } from "@/data/model/headline";
import type { MarkAct } from "@/data/model/mark";
import { isInScope, isSameScope, type Scope, type Which } from "@/data/model/scope";
import { wordsOf } from "@/data/model/search-query";
import { failed } from "@/data/model/trouble";
import type { send as sendCommand } from "@/data/send";
import { chooseRows, joinRows, type Row, type Tab } from "../headlines/rows";
import { countOf } from "../words/count";
import { type ArchiveReaders, createBeyondFront } from "./beyond-front";
import type { Followed } from "./follow";
import type { KeptReaders } from "./kept-index";
import { createMarksAhead } from "./marks-ahead";
import type { Notes } from "./notes";
import { createSearch } from "./search";

/** Gives commands to the background. */
export type Send = typeof sendCommand;

/** Reads which headlines a list holds to its end; data/store/read-ids.ts has the real one. */
interface IdReader {
	readIds(scope: Scope, which: Which): Promise<HeadlineId[]>;
}

/** A list of headlines with its tabs and its search. */
export interface HeadlineList {
	/** The part of what is kept that it is of. */
	readonly scope: ReadonlySignal<Scope>;
	readonly tab: Signal<Tab>;
	readonly query: Signal<string>;
	/** The headline that stands among the unread, read or not: what is open, where that was opened there. */
	readonly staying: Signal<HeadlineId | undefined>;
	/** The words that are searched for, in their search form; none where nobody searches. */
	readonly words: ReadonlySignal<readonly string[]>;
	/** What was done with the headlines of the front, with what was asked for in this list and is being done. */
	readonly marks: ReadonlySignal<Marks>;
	/** What the scope, the tab and the query leave, newest first. */
	readonly rows: ReadonlySignal<Row[]>;
	/** How many of all that is kept are unread. */
	readonly unread: ReadonlySignal<number>;
	/** How many headlines the user's rules hide. */
	readonly hidden: ReadonlySignal<number>;
	/** Whether there is no headline at all, whatever the tab, the query and the user's rules. */
	readonly isEmpty: ReadonlySignal<boolean>;
	/** Whether the archive may have more than is listed. */
	readonly hasMore: ReadonlySignal<boolean>;
	/** Whether a search is still reading what it looks through. */
	readonly isLooking: ReadonlySignal<boolean>;
	/** Makes ready for a search that is about to begin. */
	prepareSearch(): void;
	/** Lists older headlines too. */
	listMore(): Promise<void>;
	toggleSaved(row: Row): Promise<void>;
	toggleRead(row: Row): Promise<void>;
	/** Marks headlines; answers those that it changed, or null where it failed, which is told. */
	mark(ids: readonly HeadlineId[], act: MarkAct): Promise<HeadlineId[] | null>;
	/** All that it holds, however much of it is listed; null where that can't be read, which is told. */
	all(): Promise<HeadlineId[] | null>;
	/** Marks all that it holds as read, however much of it is listed, and offers to undo it. */
	markAllRead(): Promise<void>;
}

const WHOLE = signal<Scope>({});

/**
 * Makes a list over the front, of everything or of a part. What newer headlines have pushed off it is read
 * from the archive: what was saved for that tab, and older pages when somebody comes to the end.
 */
export function createHeadlineList(
	front: Followed<"headlines" | "marks" | "sources" | "former" | "ticker">,
	send: Send,
	notes: Notes,
	archive: ArchiveReaders & KeptReaders & IdReader,
	scope: ReadonlySignal<Scope> = WHOLE,
	clock: () => number = Date.now,
): HeadlineList {
	const tab = signal<Tab>("all");
	const query = signal("");
	const staying = signal<HeadlineId>();
	const { marks, showing } = createMarksAhead(front.marks, clock);
	const onFront = computed(() => {
		const part = scope.value;
		const inPart = front.headlines.value.filter((headline) => isInScope(headline, part));
		return joinRows(inPart, marks.value, front.sources.value);
	});
	const beyond = createBeyondFront(front, { tab, scope }, notes, archive);
	const words = computed(() => wordsOf(query.value));
	const search = createSearch({ ...front, marks }, { tab, scope, words, staying }, notes, archive);
	/** The saved ones are all at hand; what else is searched is read from the archive. */
	const isSearching = computed(() => words.value.length > 0 && tab.value !== "saved");
	const listed = computed(() =>
		chooseRows([...onFront.value, ...beyond.rows.value], tab.value, words.value, staying.value),
	);
	const rows = computed(() => (isSearching.value ? search.rows.value : listed.value));

	const mark = async (ids: readonly HeadlineId[], act: MarkAct) => {
		const done = beyond.own(send("mark", { ids: [...ids], act }).then(notes.take));
		const changed = await showing(ids, act, done);
		if (changed) await beyond.note(changed, act, clock());
		return changed;
	};
	const all = async () => {
		if (isSearching.value) return search.all();
		if (words.value.length > 0) return rows.value.map((row) => row.headline.id);
		try {
			const ids = await archive.readIds(scope.value, tab.value);
			const listed = rows.value.filter(({ headline: { id } }) => id === staying.value);
			return [...new Set([...ids, ...listed.map(({ headline }) => headline.id)])];
		} catch (cause) {
			console.error("The archive could not be read.", cause);
			notes.take(failed("storage-unreadable"));
			return null;
		}
	};
	/** Everything of a scope is known to the archive, without reading it here first. */
	const isAll = () => words.value.length === 0 && (tab.value === "all" || tab.value === "unread");
	const markWhatItHolds = async () => {
		if (!isAll()) {
			const ids = await all();
			return ids && mark(ids, "read");
		}
		const isWhole = isSameScope(scope.value, WHOLE.value);
		const changed = await beyond.own(send("markAllRead", isWhole ? null : scope.value).then(notes.take));
		if (changed) await beyond.note(changed, "read", clock());
		return changed;
	};
	const markUnread = async (ids: HeadlineId[]) => {
		if (await mark(ids, "unread")) notes.tell("Unread again.");
	};

	return {
		scope,
		tab,
		query,
		staying,
		words,
		marks,
		rows,
		unread: computed(() => front.ticker.value.unread),
		hidden: computed(() => front.ticker.value.hidden ?? 0),
		isEmpty: computed(() => front.headlines.value.length === 0 && front.ticker.value.hidden === undefined),
		hasMore: computed(() =>
			isSearching.value ? search.hasMore.value || search.isLooking.value : beyond.hasMore.value,
		),
		isLooking: computed(() => isSearching.value && search.isLooking.value),
		prepareSearch: () => void search.prepare(),
		async listMore() {
			if (!isSearching.value) await beyond.readMore();
			else if (search.hasMore.value) search.more();
		},
		async toggleSaved({ headline, mark: { saved } }) {
			await mark([headline.id], saved === undefined ? "saved" : "unsaved");
		},
		async toggleRead({ headline, mark: { read } }) {
			await mark([headline.id], read === undefined ? "read" : "unread");
		},
		mark,
		all,
		async markAllRead() {
			const ids = await markWhatItHolds();
			if (ids === null) return;
			if (ids.length === 0) notes.tell("All of these were read already.");
			else
				notes.tell(`${countOf(ids.length, "headline")} marked read.`, {
					label: "Undo",
					act: () => void markUnread(ids),
				});
		},
	};
}
