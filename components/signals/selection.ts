import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { HeadlineId } from "@/data/model/headline";
import type { MarkAct } from "@/data/model/mark";
import { countOf } from "../words/count";
import type { HeadlineList } from "./headline-list";
import type { Notes } from "./notes";

/** What can be done to several headlines at once. */
export type BulkAct = Exclude<MarkAct, "shown">;

/** Several headlines of a list, chosen to do something to all of them. */
export interface Selection {
	/** The chosen ones; null while nobody chooses. */
	readonly ids: ReadonlySignal<ReadonlySet<HeadlineId> | null>;
	/** Begins to choose. */
	start(): void;
	/** Ends it; nothing is chosen any more. */
	end(): void;
	/** Chooses one, or lets it go; begins to choose where that isn't done yet. */
	toggle(id: HeadlineId): void;
	/** Chooses all that is listed from the one that was chosen or let go last to this one; or from another one. */
	extendTo(id: HeadlineId, from?: HeadlineId): void;
	/** Chooses all that the list holds, listed or not. */
	selectAll(): Promise<void>;
	/** Does something to all that are chosen, and offers to undo it. */
	act(what: BulkAct): Promise<void>;
}

/** Each act's opposite, and how both are told. */
const ACTS: Record<BulkAct, { undo: BulkAct; done: string; undone: string }> = {
	read: { undo: "unread", done: "marked read", undone: "Unread again." },
	unread: { undo: "read", done: "marked unread", undone: "Read again." },
	saved: { undo: "unsaved", done: "saved", undone: "No longer saved." },
	unsaved: { undo: "saved", done: "no longer saved", undone: "Saved again." },
};

/** Makes the selection of one list. Another list begins with nothing chosen. */
export function createSelection(list: HeadlineList, notes: Notes): Selection {
	const ids = signal<ReadonlySet<HeadlineId> | null>(null);
	let anchor: HeadlineId | undefined;
	const meant = computed(() => [list.scope.value, list.tab.value, list.words.value]);
	effect(() => {
		meant.value;
		if (ids.peek() !== null) ids.value = new Set();
		anchor = undefined;
	});

	const undo = async (changed: HeadlineId[], what: BulkAct) => {
		if (await list.mark(changed, ACTS[what].undo)) notes.tell(ACTS[what].undone);
	};

	return {
		ids,
		start() {
			ids.value ??= new Set();
		},
		end() {
			ids.value = null;
			anchor = undefined;
		},
		toggle(id) {
			const chosen = new Set(ids.value);
			if (!chosen.delete(id)) chosen.add(id);
			ids.value = chosen;
			anchor = id;
		},
		extendTo(id, from = anchor ?? id) {
			const listed = list.rows.value.map((row) => row.headline.id);
			const [begin = 0, end = 0] = [listed.indexOf(from), listed.indexOf(id)].sort((a, b) => a - b);
			if (begin < 0) return;
			ids.value = new Set([...(ids.value ?? []), ...listed.slice(begin, end + 1)]);
			anchor = id;
		},
		async selectAll() {
			const all = await list.all();
			if (all) ids.value = new Set(all);
		},
		async act(what) {
			const changed = await list.mark([...(ids.value ?? [])], what);
			if (changed === null) return;
			if (ids.value !== null) ids.value = new Set();
			const { done } = ACTS[what];
			if (changed.length === 0) notes.tell(`All of these were ${done} already.`);
			else
				notes.tell(`${countOf(changed.length, "headline")} ${done}.`, {
					label: "Undo",
					act: () => void undo(changed, what),
				});
		},
	};
}
