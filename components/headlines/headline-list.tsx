import { type ReadonlySignal, signal, useComputed } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { HeadlineId } from "@/data/model/headline";
import { isSameScope } from "@/data/model/scope";
import type { HeadlineList as Model } from "../signals/headline-list";
import { hrefOf } from "../signals/route";
import { useEndInSight } from "../ui/end-in-sight";
import { inRow, useFocusBack } from "../ui/focus-back";
import { dayOf, dayStarts, sayDay } from "./day";
import { Found, LOOKING, sayNoneFound } from "./found";
import { type ChooseRow, HeadlineRow } from "./headline-row";
import { useRowKeys } from "./row-keys";
import type { Tab } from "./rows";

/** As many rows as fill a tall screen twice: the first paint costs the same however long the list is. */
const ROWS_AT_FIRST = 40;
const ROWS_MORE = 120;
/** A row has at least one line of a title, and one of what is known of it; in CSS pixels. */
const ROW_HEIGHT = 62;
/** Of a page's height the popup's head, its foot and the first day take at least so much; the reader's head more. */
const AROUND_LIST = 170;
const REST_MS = 150;
/**
 * As many as can be in sight: a list that has changed may do so again at the next key, and each row costs that key
 * its time. The others follow when it rests.
 */
const rowsInSight = () => Math.ceil(Math.max(innerHeight - AROUND_LIST, ROW_HEIGHT) / ROW_HEIGHT);
/** As ages and dates are written. */
const LOCALE = "en-GB";

const EMPTY: Record<Tab, string> = {
	all: "Nothing here.",
	unread: "You are caught up.",
	saved: "Nothing saved yet. The star beside a headline keeps it here.",
	watched: "Nothing you watch for. Settings is where you say what that is.",
};

/** What stands in place of a list that shows nothing. */
function Empty({ list, newTab }: { list: Model; newTab: boolean }) {
	const searching = list.words.value.length > 0;
	if (list.scope.value.sources?.length === 0)
		return <p class="list-empty">No source is in this group any more.</p>;
	// What is saved of removed sources is found, too.
	if (list.isEmpty.value && !searching)
		return (
			<p class="list-empty">
				No headlines yet.{" "}
				<a
					href={hrefOf({ room: "sources" })}
					target={newTab ? "_blank" : undefined}
					rel={newTab ? "noopener" : undefined}
				>
					Add a source
				</a>
				, and they come in here.
			</p>
		);
	if (list.hasMore.value) return <p class="list-empty">{LOOKING}</p>;
	const isPart = !isSameScope(list.scope.value, {});
	const words = isPart ? "Nothing here." : EMPTY[list.tab.value];
	return <p class="list-empty">{searching ? sayNoneFound(list) : words}</p>;
}

interface HeadlineListProps {
	list: Model;
	now: ReadonlySignal<number>;
	hrefOfHeadline: (id: HeadlineId) => string;
	newTab?: boolean;
	current?: HeadlineId | undefined;
	/** What stands at the end of a list, but of a search that has found something. */
	end?: ComponentChildren;
	/** A headline that is listed from the start, however far down, with some more after it. */
	reach?: HeadlineId | undefined;
	/** Whether the days have headings. */
	byDay?: boolean;
	/** Those that are chosen while one chooses; else null. */
	chosen?: ReadonlySet<HeadlineId> | null;
	onChoose?: ChooseRow;
}

/** The headlines of a list's tab and query, which grows as one scrolls down. */
export function HeadlineList({
	list,
	now,
	hrefOfHeadline,
	newTab = false,
	current,
	reach,
	byDay = false,
	chosen = null,
	onChoose,
	end: atEnd,
}: HeadlineListProps) {
	const rows = list.rows.value;
	const reached = reach === undefined ? -1 : rows.findIndex((row) => row.headline.id === reach);
	const hasBegun = useRef(false);
	const shown = useMemo(
		() => signal(hasBegun.current ? rowsInSight() : ROWS_AT_FIRST),
		[list.tab.value, list.words.value, list.scope.value],
	);
	hasBegun.current = true;
	useEffect(() => {
		const timer = setTimeout(() => {
			shown.value = Math.max(shown.value, ROWS_AT_FIRST);
		}, REST_MS);
		return () => clearTimeout(timer);
	}, [shown]);
	const today = useComputed(() => dayOf(now.value)).value;
	const at = current === undefined ? -1 : rows.findIndex((row) => row.headline.id === current);
	const count = Math.max(shown.value, at + 1, reached < 0 ? 0 : reached + 1 + ROWS_AT_FIRST);
	const more = rows.length > count || list.hasMore.value;
	const element = useFocusBack<HTMLDivElement>((part, row) => inRow(part, row, ".headline-link") ?? part);

	useEffect(() => {
		if (current === undefined) return;
		element.current
			?.querySelector("[aria-current=true]")
			?.closest("li")
			?.scrollIntoView({ block: "nearest" });
	}, [current]);

	const end = useEndInSight(more, () => {
		if (rows.length > count) shown.value = count + ROWS_MORE;
		if (rows.length < count + ROWS_MORE) void list.listMore();
	});

	const listed = rows.slice(0, count);
	const keys = useRowKeys(
		element,
		listed.map(({ headline }) => headline.id),
		list.words.value,
	);
	const starts = byDay ? dayStarts(listed.map(({ headline }) => headline.publishedAt)) : [];
	const sayStart = (start: number | undefined) =>
		start === undefined ? undefined : sayDay(start, today, LOCALE);

	return (
		<div ref={element} tabIndex={-1}>
			<Found list={list} />
			{rows.length === 0 ? (
				<Empty list={list} newTab={newTab} />
			) : (
				<ul class="headline-list" aria-label="Headlines">
					{listed.map((row, place) => (
						<HeadlineRow
							key={keys.get(row.headline.id)?.key}
							row={row}
							skips={keys.get(row.headline.id)?.skips}
							href={hrefOfHeadline(row.headline.id)}
							now={now}
							newTab={newTab}
							current={row.headline.id === current}
							words={list.words.value}
							day={sayStart(starts[place])}
							onToggleSaved={list.toggleSaved}
							chosen={chosen?.has(row.headline.id)}
							onChoose={onChoose}
						/>
					))}
				</ul>
			)}
			{list.isLooking.value && rows.length > 0 && <p class="list-empty">{LOOKING}</p>}
			{more && <div ref={end} style={{ blockSize: "1px" }} />}
			{!more && list.tab.value !== "saved" && (rows.length === 0 || list.query.value.trim() === "") && atEnd}
		</div>
	);
}
