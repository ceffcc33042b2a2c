import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { send as sendCommand } from "@/data/commands";
import type { HeadlineId } from "@/data/model/headline";
import { wordsOf } from "@/data/model/search-query";
import { chooseRows, joinRows, type Row, type Tab } from "../headlines/rows";
import { countOf } from "../words/count";
import { type ArchiveReaders, createBeyondFront } from "./beyond-front";
import type { Followed } from "./follow";
import type { Notes } from "./notes";
import { createSearch, type KeptReaders } from "./search";

/** Gives commands to the background. */
export type Send = typeof sendCommand;

/** A list of headlines with its tabs and its search. */
export interface HeadlineList {
	readonly tab: Signal<Tab>;
	readonly query: Signal<string>;
	/** The words that are searched for, in their search form; none where nobody searches. */
	readonly words: ReadonlySignal<readonly string[]>;
	/** What the tab and the query leave, newest first. */
	readonly rows: ReadonlySignal<Row[]>;
	/** How many of all that is kept are unread. */
	readonly unread: ReadonlySignal<number>;
	/** Whether there is no headline at all, whatever the tab and the query. */
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
	/**
	 * Marks as read, and offers to undo it: with a search all that it finds, else the saved ones in their tab and
	 * everything that is kept in the others, however much of it is listed.
	 */
	markAllRead(): Promise<void>;
}

/**
 * Makes a list over the front. What newer headlines have pushed off it is read from the archive: what was
 * saved for that tab, and older pages when somebody comes to the end.
 */
export function createHeadlineList(
	front: Followed<"headlines" | "marks" | "sources" | "ticker">,
	send: Send,
	notes: Notes,
	archive: ArchiveReaders & KeptReaders,
): HeadlineList {
	const tab = signal<Tab>("all");
	const query = signal("");
	const onFront = computed(() => joinRows(front.headlines.value, front.marks.value, front.sources.value));
	const beyond = createBeyondFront(front, tab, notes, archive);
	const words = computed(() => wordsOf(query.value));
	const search = createSearch(front, tab, words, notes, archive);
	/** The saved ones are all at hand; what else is searched is read from the archive. */
	const isSearching = computed(() => words.value.length > 0 && tab.value !== "saved");
	const listed = computed(() => chooseRows([...onFront.value, ...beyond.rows.value], tab.value, words.value));
	const rows = computed(() => (isSearching.value ? search.rows.value : listed.value));

	const markWhatItMeans = async () => {
		if (isSearching.value) return send("mark", { ids: await search.all(), act: "read" });
		if (tab.value !== "saved") return send("markAllRead", null);
		return send("mark", { ids: rows.value.map((row) => row.headline.id), act: "read" });
	};
	const markUnread = async (ids: HeadlineId[]) => {
		if (!notes.take(await send("mark", { ids, act: "unread" }))) return;
		notes.tell("Unread again.");
		await beyond.readAgain();
	};

	return {
		tab,
		query,
		words,
		rows,
		unread: computed(() => front.ticker.value.unread),
		isEmpty: computed(() => front.headlines.value.length === 0),
		hasMore: computed(() =>
			isSearching.value ? search.hasMore.value || search.isLooking.value : beyond.hasMore.value,
		),
		isLooking: computed(() => isSearching.value && search.isLooking.value),
		prepareSearch: () => void search.prepare(),
		async listMore() {
			if (!isSearching.value) await beyond.readMore();
			else if (search.hasMore.value) search.more();
		},
		async toggleSaved({ headline, mark }) {
			const act = mark.saved === undefined ? "saved" : "unsaved";
			if (notes.take(await send("mark", { ids: [headline.id], act }))) await beyond.readAgain();
		},
		async toggleRead({ headline, mark }) {
			const act = mark.read === undefined ? "read" : "unread";
			if (notes.take(await send("mark", { ids: [headline.id], act }))) await beyond.readAgain();
		},
		async markAllRead() {
			const ids = notes.take(await markWhatItMeans());
			if (ids === null) return;
			await beyond.readAgain();
			if (ids.length === 0) notes.tell("All of these were read already.");
			else
				notes.tell(`${countOf(ids.length, "headline")} marked read.`, {
					label: "Undo",
					act: () => void markUnread(ids),
				});
		},
	};
}
