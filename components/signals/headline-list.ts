import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { send as sendCommand } from "@/data/commands";
import type { HeadlineId } from "@/data/model/headline";
import { chooseRows, joinRows, type Row, type Tab } from "../headlines/rows";
import { countOf } from "../words/count";
import { type ArchiveReaders, createBeyondFront } from "./beyond-front";
import type { Followed } from "./follow";
import type { Notes } from "./notes";

/** Gives commands to the background. */
export type Send = typeof sendCommand;

/** A list of headlines with its tabs and its search. */
export interface HeadlineList {
	readonly tab: Signal<Tab>;
	readonly query: Signal<string>;
	/** What the tab and the query leave, newest first. */
	readonly rows: ReadonlySignal<Row[]>;
	/** How many of all that is kept are unread. */
	readonly unread: ReadonlySignal<number>;
	/** Whether there is no headline at all, whatever the tab and the query. */
	readonly isEmpty: ReadonlySignal<boolean>;
	/** Whether the archive may have more than is listed. */
	readonly hasMore: ReadonlySignal<boolean>;
	/** Lists older headlines too. */
	listMore(): Promise<void>;
	toggleSaved(row: Row): Promise<void>;
	/** Marks what the list shows as read, and offers to undo it. */
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
	archive: ArchiveReaders,
): HeadlineList {
	const tab = signal<Tab>("all");
	const query = signal("");
	const onFront = computed(() => joinRows(front.headlines.value, front.marks.value, front.sources.value));
	const beyond = createBeyondFront(front, tab, notes, archive);
	const rows = computed(() => chooseRows([...onFront.value, ...beyond.rows.value], tab.value, query.value));

	const markUnread = async (ids: HeadlineId[]) => {
		if (!notes.take(await send("mark", { ids, act: "unread" }))) return;
		notes.tell("Unread again.");
		await beyond.readAgain();
	};

	return {
		tab,
		query,
		rows,
		unread: computed(() => front.ticker.value.unread),
		isEmpty: computed(() => front.headlines.value.length === 0),
		hasMore: beyond.hasMore,
		listMore: beyond.readMore,
		async toggleSaved({ headline, mark }) {
			const act = mark.saved === undefined ? "saved" : "unsaved";
			if (notes.take(await send("mark", { ids: [headline.id], act }))) await beyond.readAgain();
		},
		async markAllRead() {
			// Without a search the list stands for everything that is kept, however much of it is listed.
			const everything = tab.value !== "saved" && query.value.trim() === "";
			const outcome = everything
				? await send("markAllRead", null)
				: await send("mark", { ids: rows.value.map((row) => row.headline.id), act: "read" });
			const ids = notes.take(outcome);
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
