import { type ReadonlySignal, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { HeadlineId } from "@/data/model/headline";
import type { HeadlineList as Model } from "../signals/headline-list";
import { HeadlineRow } from "./headline-row";
import type { Tab } from "./rows";

/** As many rows as fill a tall screen twice: the first paint costs the same however long the list is. */
const ROWS_AT_FIRST = 40;
const ROWS_MORE = 120;

const EMPTY: Record<Tab, string> = {
	all: "No headlines yet. Add a source, and they come in here.",
	unread: "You are caught up.",
	saved: "Nothing saved yet. The star beside a headline keeps it here.",
};

interface HeadlineListProps {
	list: Model;
	now: ReadonlySignal<number>;
	hrefOf: (id: HeadlineId) => string;
	newTab?: boolean;
	current?: HeadlineId | undefined;
}

/** The headlines of a list's tab and query, which grows as one scrolls down. */
export function HeadlineList({ list, now, hrefOf, newTab = false, current }: HeadlineListProps) {
	const shown = useSignal(ROWS_AT_FIRST);
	const end = useRef<HTMLDivElement>(null);
	const rows = list.rows.value;
	const at = current === undefined ? -1 : rows.findIndex((row) => row.headline.id === current);
	const count = Math.max(shown.value, at + 1);
	const more = rows.length > count;
	const element = useRef<HTMLUListElement>(null);

	useEffect(() => {
		if (current === undefined) return;
		element.current
			?.querySelector("[aria-current=true]")
			?.closest("li")
			?.scrollIntoView({ block: "nearest" });
	}, [current]);

	useEffect(() => {
		if (!more || !end.current) return;
		const observer = new IntersectionObserver((entries) => {
			if (entries.some((entry) => entry.isIntersecting)) shown.value = count + ROWS_MORE;
		});
		observer.observe(end.current);
		return () => observer.disconnect();
	}, [more, count]);

	if (rows.length === 0) {
		const searching = list.query.value.trim() !== "";
		return <p class="list-empty">{searching ? "No headline has these words." : EMPTY[list.tab.value]}</p>;
	}
	return (
		<>
			<ul class="headline-list" aria-label="Headlines" ref={element}>
				{rows.slice(0, count).map((row) => (
					<HeadlineRow
						key={row.headline.id}
						row={row}
						href={hrefOf(row.headline.id)}
						now={now}
						newTab={newTab}
						current={row.headline.id === current}
						onToggleSaved={list.toggleSaved}
					/>
				))}
			</ul>
			{more && <div ref={end} style={{ blockSize: "1px" }} />}
		</>
	);
}
