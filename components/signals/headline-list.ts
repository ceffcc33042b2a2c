import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { send as sendCommand } from "@/data/commands";
import type { HeadlineId } from "@/data/model/headline";
import { chooseRows, joinRows, type Row, type Tab } from "../headlines/rows";
import { countOf } from "../words/count";
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
	readonly unread: ReadonlySignal<number>;
	toggleSaved(row: Row): Promise<void>;
	/** Marks what the list shows as read, and offers to undo it. */
	markAllRead(): Promise<void>;
}

/** Makes a list over the front. */
export function createHeadlineList(
	front: Followed<"headlines" | "marks" | "sources">,
	send: Send,
	notes: Notes,
): HeadlineList {
	const tab = signal<Tab>("all");
	const query = signal("");
	const all = computed(() => joinRows(front.headlines.value, front.marks.value, front.sources.value));
	const rows = computed(() => chooseRows(all.value, tab.value, query.value));
	const unread = computed(() => chooseRows(all.value, "unread", "").length);

	const markUnread = async (ids: HeadlineId[]) => {
		if (notes.take(await send("mark", { ids, act: "unread" }))) notes.tell("Unread again.");
	};

	return {
		tab,
		query,
		rows,
		unread,
		async toggleSaved({ headline, mark }) {
			const act = mark.saved === undefined ? "saved" : "unsaved";
			notes.take(await send("mark", { ids: [headline.id], act }));
		},
		async markAllRead() {
			// Without a search the list stands for everything that is kept, however much of it is listed.
			const everything = tab.value !== "saved" && query.value.trim() === "";
			const outcome = everything
				? await send("markAllRead", null)
				: await send("mark", { ids: rows.value.map((row) => row.headline.id), act: "read" });
			const ids = notes.take(outcome);
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
