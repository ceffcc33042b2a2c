import type { RefObject } from "preact";
import { useRef } from "preact/hooks";
import type { Headline, HeadlineId } from "@/data/model/headline";
import type { Filter } from "../headlines/filter";
import { goToSearch, idAt, linkIn, type Move, placeAfter, rowOfId, rowsIn } from "../headlines/list-rows";
import type { Notes } from "../signals/notes";
import type { Reader } from "../signals/reader";
import { withFilter } from "../signals/route";
import type { Router } from "../signals/router";
import type { Selection } from "../signals/selection";
import type { Step } from "../signals/walk";
import type { ReaderAct } from "./reader-keys";

/** What the acts work with. */
interface Parts {
	reader: Reader;
	router: Router;
	selection: Selection;
	notes: Notes;
	filter: Filter;
	/** What the list and the article scroll in. */
	list: RefObject<HTMLElement | null>;
	article: RefObject<HTMLElement | null>;
	/** Keeps the list's place before the address changes. */
	keepPlace: () => void;
	onOpenOriginal: (headline: Headline) => void;
	onRefresh: () => void;
	onHelp: () => void;
}

/** What stays in sight of a screenful that is scrolled away, in CSS pixels: two lines, and the strip at its top. */
const OVERLAP = 80;

const NOTHING: Record<"next" | "previous", { any: string; unread: string }> = {
	next: { any: "This is the last headline.", unread: "Nothing unread further down." },
	previous: { any: "This is the first headline.", unread: "Nothing unread further up." },
};

/**
 * What can be done in the reader by keys. `wanted` tells what is to have the focus once the page shows what an act
 * has gone to.
 */
export function useReaderActs(parts: Parts) {
	const wanted = useRef<"article" | "search" | null>(null);
	const { reader, router, selection, notes, filter, list, article, keepPlace } = parts;
	const rowAtFocus = () => {
		const id = list.current?.contains(document.activeElement) ? idAt(document.activeElement) : undefined;
		return reader.list.rows.value.find((row) => row.headline.id === id);
	};

	const goToList = () => router.go(withFilter({ room: "headlines" }, filter));
	const open = async (step: Step) => {
		const from = reader.current.value ?? idAt(document.activeElement);
		const id = await reader.find({ ...step, from });
		if (id === undefined) return notes.tell(NOTHING[step.to][step.unread ? "unread" : "any"]);
		keepPlace();
		wanted.current = "article";
		router.go(withFilter({ room: "article", id }, filter));
	};
	/** What is chosen grows from the open headline too; but with the same keys a browser selects more of a text. */
	const canGrow = () =>
		selection.ids.value !== null &&
		selection.ids.value.size > 0 &&
		getSelection()?.isCollapsed !== false &&
		list.current?.checkVisibility() === true;
	const move = (to: Move, extend: boolean): boolean => {
		const rows = list.current ? rowsIn(list.current) : [];
		const from = idAt(document.activeElement) ?? (extend && canGrow() ? reader.current.value : undefined);
		const at = rows.findIndex(({ dataset }) => dataset.headline === from);
		if (extend && at < 0) return false;
		const row = rows[placeAfter(to, rows.length, at, 0)];
		linkIn(row)?.focus();
		const id = idAt(row ?? null);
		if (extend && id) selection.extendTo(id, from);
		return true;
	};
	const page = (back: boolean, again: boolean) => {
		const pane = article.current;
		if (!pane || reader.current.value === undefined) {
			if (!back && !again) void open({ to: "next", unread: true });
			return;
		}
		const isAtEnd = pane.scrollTop + pane.clientHeight >= pane.scrollHeight - 2;
		if (!back && isAtEnd) {
			if (!again) void open({ to: "next", unread: true });
			return;
		}
		pane.scrollBy({ top: (back ? -1 : 1) * (pane.clientHeight - OVERLAP), behavior: "instant" });
	};
	const focusRow = (id: HeadlineId | undefined) => {
		const row = list.current && (rowOfId(list.current, id) ?? rowsIn(list.current)[0]);
		linkIn(row ?? undefined)?.focus();
	};
	const leave = (): boolean => {
		const isSearching = document.activeElement?.matches("[type=search]") ?? false;
		if (isSearching && reader.list.query.value !== "") reader.list.query.value = "";
		else if (isSearching) focusRow(reader.current.value);
		else if (selection.ids.value) selection.end();
		else if (reader.current.value === undefined) return false;
		else if (!list.current?.checkVisibility() || rowAtFocus()) goToList();
		else focusRow(reader.current.value);
		return true;
	};
	const search = () => {
		if (goToSearch()) return;
		wanted.current = "search";
		goToList();
	};
	const ofHeadline = (act: "save" | "original" | "read") => {
		const row = rowAtFocus();
		const opened = reader.opened.value;
		if (row && row.headline.id !== reader.current.value) {
			if (act === "save") void reader.list.toggleSaved(row);
			else if (act === "read") void reader.list.toggleRead(row);
			else parts.onOpenOriginal(row.headline);
		} else if (opened.state === "open") {
			if (act === "save") void reader.toggleSaved();
			else if (act === "read") void reader.toggleRead();
			else parts.onOpenOriginal(opened.kept.headline);
		}
	};
	// As its button does: what asks for a page's host must be within the key's press.
	const toggleFullText = () => {
		const isOffered = reader.fullText.toggle();
		if (!isOffered && reader.current.value !== undefined) notes.tell("There is no more text to be had.");
	};
	const choose = () => {
		const id = rowAtFocus()?.headline.id ?? reader.current.value;
		if (id !== undefined) selection.toggle(id);
	};

	const perform = (act: ReaderAct): boolean => {
		switch (act.do) {
			case "open":
				void open(act);
				return true;
			case "move":
				return move(act.to, act.extend);
			case "page":
				page(act.back, act.again);
				return true;
			case "tab":
				reader.list.tab.value = act.tab;
				return true;
			case "escape":
				return leave();
			case "search":
				search();
				return true;
			case "choose":
				choose();
				return true;
			case "refresh":
				parts.onRefresh();
				return true;
			case "help":
				parts.onHelp();
				return true;
			case "fullText":
				toggleFullText();
				return true;
			default:
				ofHeadline(act.do);
				return true;
		}
	};
	return { perform, wanted };
}
