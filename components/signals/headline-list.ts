import { computed, effect, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { send as sendCommand } from "@/data/commands";
import type { HeadlineId } from "@/data/model/headline";
import { failed } from "@/data/model/trouble";
import type { SavedHeadline } from "@/data/store/read-saved";
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

/**
 * Makes a list over the front. What was saved stays saved when newer headlines have pushed it off the front:
 * for that tab alone the archive is read too.
 */
export function createHeadlineList(
	front: Followed<"headlines" | "marks" | "sources">,
	send: Send,
	notes: Notes,
	readSaved: () => Promise<SavedHeadline[]>,
): HeadlineList {
	const tab = signal<Tab>("all");
	const query = signal("");
	const archived = signal<SavedHeadline[]>([]);
	const all = computed(() => joinRows(front.headlines.value, front.marks.value, front.sources.value));
	const savedBefore = computed(() => {
		const onFront = new Set(front.headlines.value.map(({ id }) => id));
		const older = archived.value.filter(({ headline }) => !onFront.has(headline.id));
		const marks = Object.fromEntries(older.map(({ headline, mark }) => [headline.id, mark]));
		return joinRows(
			older.map(({ headline }) => headline),
			marks,
			front.sources.value,
		);
	});
	const rows = computed(() => {
		const listed = tab.value === "saved" ? [...all.value, ...savedBefore.value] : all.value;
		return chooseRows(listed, tab.value, query.value);
	});
	const unread = computed(() => chooseRows(all.value, "unread", "").length);

	const loadSaved = async () => {
		try {
			archived.value = await readSaved();
		} catch (cause) {
			console.error("What was saved could not be read.", cause);
			notes.take(failed("storage-unreadable"));
		}
	};
	effect(() => {
		front.marks.value;
		if (tab.value === "saved") void loadSaved();
	});

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
			if (notes.take(await send("mark", { ids: [headline.id], act })) && tab.value === "saved")
				await loadSaved();
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
