import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { HeadlineId } from "@/data/model/headline";
import { goToSearch, idAt, linkIn, type Move, placeAfter, rowsIn } from "../headlines/list-rows";
import type { Row, Tab } from "../headlines/rows";
import { pressOf } from "../ui/key-press";
import { actOf, SEARCH } from "./popup-keys";

/** What keys can bring about, beside moving in the list. */
export interface ListActs {
	original: (row: Row) => void;
	save: (row: Row) => void;
	read: (row: Row) => void;
	mute: (row: Row) => void;
	refresh: () => void;
	help: () => void;
	choose: (tab: Tab) => void;
	/** Clears the search; answers whether there was anything to clear. */
	clear: () => boolean;
}

/**
 * Lets a page with a list of headlines be driven by keys; for the element that the list is in. The headlines'
 * links have the focus themselves.
 */
export function useListKeys(
	rowOf: (id: HeadlineId) => Row | undefined,
	acts: ListActs,
): RefObject<HTMLDivElement | null> {
	const list = useRef<HTMLDivElement>(null);
	const latest = useRef({ rowOf, acts });
	latest.current = { rowOf, acts };

	useEffect(() => {
		let last: string | undefined;
		const noteFocus = ({ target }: FocusEvent) => {
			last = idAt(target) ?? last;
		};

		const move = (to: Move, isOnSearch: boolean) => {
			const rows = list.current ? rowsIn(list.current) : [];
			const placeOf = (id: string | undefined) => rows.findIndex(({ dataset }) => dataset.headline === id);
			const begin = isOnSearch ? 0 : placeOf(last);
			linkIn(rows[placeAfter(to, rows.length, placeOf(idAt(document.activeElement)), begin)])?.focus();
		};
		const press = (event: KeyboardEvent) => {
			const pressed = pressOf(event);
			const act = pressed && actOf(pressed);
			// What is typed goes on into the field that has the focus by then.
			if (act?.do === "type") return void goToSearch();
			const { rowOf, acts } = latest.current;
			if (!act || (act.do === "escape" && !acts.clear())) return;
			event.preventDefault();
			const row = rowOf(idAt(document.activeElement) ?? last ?? "");
			switch (act.do) {
				case "move":
					return move(act.to, pressed.isOn(SEARCH));
				case "tab":
					return acts.choose(act.tab);
				case "search":
					return void goToSearch();
				case "refresh":
				case "help":
					return acts[act.do]();
				case "original":
				case "save":
				case "read":
				case "mute":
					if (row) acts[act.do](row);
			}
		};

		document.addEventListener("focusin", noteFocus);
		document.addEventListener("keydown", press);
		return () => {
			document.removeEventListener("focusin", noteFocus);
			document.removeEventListener("keydown", press);
		};
	}, []);
	return list;
}
