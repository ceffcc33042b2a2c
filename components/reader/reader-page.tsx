import type { ReadonlySignal } from "@preact/signals";
import { useCallback, useEffect, useMemo, useRef } from "preact/hooks";
import type { Headline, HeadlineId } from "@/data/model/headline";
import type { Filter } from "../headlines/filter";
import { goToSearch, linkIn, rowOfId } from "../headlines/list-rows";
import type { ArticleMedia } from "../signals/article-media";
import type { Notes } from "../signals/notes";
import type { Reader } from "../signals/reader";
import type { Refresh } from "../signals/refresh";
import { hashOf, withFilter } from "../signals/route";
import type { Router } from "../signals/router";
import type { Rules } from "../signals/rules";
import type { Selection } from "../signals/selection";
import { Asking } from "../ui/asking";
import { isFocusLost, useFocusBack } from "../ui/focus-back";
import { Alert, Status } from "../ui/notice";
import { useKeySheet } from "../ui/use-key-sheet";
import type { ArticleTools } from "./article";
import { ArticlePane, type Typesetting } from "./article-pane";
import { ListPane } from "./list-pane";
import { KEYS_IN_WORDS } from "./reader-keys";
import { SourcesPane, type SourcesPaneProps } from "./sources-pane";
import { useReaderActs } from "./use-reader-acts";
import { useReaderKeys } from "./use-reader-keys";
import { useSight } from "./use-sight";

/** What the reader shows, and what it does. */
export interface ReaderPageProps {
	reader: Reader;
	router: Router;
	refresh: Refresh;
	selection: Selection;
	/** What the column of sources and groups knows. */
	pane: Omit<SourcesPaneProps, "onFilter">;
	rules: Rules;
	media: ArticleMedia;
	notes: Notes;
	/** A source's name by its id. */
	titleOf: (source: string) => string;
	now: ReadonlySignal<number>;
	typesetting: Typesetting;
	tools: ArticleTools;
	onLookUp: (words: string) => void;
	onOpenOriginal: (headline: Headline) => void;
}

/**
 * The reader: the sources, the headlines, and the one that is read, beside each other as far as there is room. In a
 * narrow window it is the headlines or the one that is read.
 */
export function ReaderPage(props: ReaderPageProps) {
	const { reader, router, refresh, selection, rules, notes, titleOf, now, typesetting, media, onLookUp } =
		props;
	const filter = props.pane.filter.value;
	const { query: _, ...narrowed } = filter;
	const listKey = JSON.stringify(narrowed);
	const hrefOfHeadline = useCallback(
		(id: HeadlineId) => hashOf(withFilter({ room: "article", id }, filter)),
		[filter],
	);

	const list = useRef<HTMLDivElement>(null);
	const article = useFocusBack<HTMLElement>((part) => part.querySelector(".article-tools :is(a, button)"));
	const keepPlace = useSight(list, router, reader.list, listKey + (filter.query ?? ""));
	const progress = refresh.own.value;
	const { openKeys, keySheet } = useKeySheet(KEYS_IN_WORDS);
	const { perform, wanted } = useReaderActs({
		reader,
		router,
		selection,
		notes,
		filter,
		list,
		article,
		keepPlace,
		onOpenOriginal: props.onOpenOriginal,
		onRefresh: () => void (progress ? refresh.stop() : refresh.start()),
		onHelp: openKeys,
	});
	useReaderKeys(perform);

	const current = reader.current.value;
	const opened = reader.opened.value;
	const shown = opened.state === "open" ? opened.kept.headline.id : undefined;
	const last = useRef(current);
	useEffect(() => {
		if (current) article.current?.scrollTo(0, 0);
	}, [current]);
	useEffect(() => {
		const left = last.current;
		last.current = current ?? last.current;
		if (current !== shown) return;
		const wants = wanted.current;
		wanted.current = null;
		if (wants === "search") goToSearch();
		// What led here, a step or a row of a list that is hidden now, has taken the focus with it.
		else if (wants === "article" || isFocusLost()) {
			const row = list.current && left !== undefined ? rowOfId(list.current, left) : undefined;
			const heading = article.current?.querySelector<HTMLElement>(".article h1");
			if (current === undefined) linkIn(row)?.focus();
			// The article may be at a place in it that was remembered.
			else heading?.focus({ preventScroll: true });
		}
	}, [current, shown]);

	// The same as before: what opens a headline leaves the sources as they are.
	const pane = useMemo(
		() => ({
			...props.pane,
			onFilter: (next: Filter) => router.go(withFilter({ room: "headlines" }, next)),
		}),
		[props.pane, router],
	);
	return (
		<div class={`reader ${current === undefined ? "reader-choosing" : "reader-reading"}`}>
			<Alert note={notes.alert.value} />
			<div class="reader-sources">
				<SourcesPane {...pane} />
			</div>
			<ListPane
				reader={reader}
				router={router}
				selection={selection}
				rules={rules}
				pane={pane}
				titleOf={titleOf}
				now={now}
				hrefOfHeadline={hrefOfHeadline}
				onKeys={openKeys}
				scroller={list}
				listKey={listKey}
			/>
			<ArticlePane
				reader={reader}
				titleOf={titleOf}
				typesetting={typesetting}
				media={media}
				tools={props.tools}
				now={now}
				onLookUp={onLookUp}
				hrefOfHeadline={hrefOfHeadline}
				hrefOfList={hashOf(withFilter({ room: "headlines" }, filter))}
				pane={article}
			/>
			<Status note={notes.status.value} />
			{progress && <Asking progress={progress} />}
			{keySheet}
		</div>
	);
}
