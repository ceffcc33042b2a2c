import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { SourceId } from "@/data/model/headline";
import { HeadlineList } from "../headlines/headline-list";
import { HiddenBy } from "../headlines/hidden-by";
import { Search, Tabs } from "../headlines/list-tools";
import type { Notes } from "../signals/notes";
import type { Places } from "../signals/places";
import type { Reader } from "../signals/reader";
import type { ReadingStyles } from "../signals/reading-styles";
import { hashOf } from "../signals/route";
import type { Rules } from "../signals/rules";
import { isFocusLost, useFocusBack } from "../ui/focus-back";
import { Alert } from "../ui/notice";
import { sayTrouble } from "../words/trouble";
import { Article } from "./article";
import { ReadingProgress } from "./reading-progress";
import { typeOf } from "./type-of";
import { TypePanel } from "./type-panel";
import type { DetectLanguage } from "./use-language";

/** How articles are set, how fast and how far they are read, and in what language. */
export interface Typesetting {
	styles: ReadingStyles;
	places: Places;
	wordsPerMinute: ReadonlySignal<number>;
	detectLanguage: DetectLanguage;
}

interface ReaderPageProps {
	reader: Reader;
	rules: Rules;
	notes: Notes;
	/** A source's name by its id. */
	titleOf: (source: string) => string;
	now: ReadonlySignal<number>;
	typesetting: Typesetting;
	onLookUp: (words: string) => void;
}

const hrefOfHeadline = (id: string) => hashOf({ room: "article", id });

type OpenedProps = Pick<ReaderPageProps, "reader" | "titleOf" | "typesetting" | "onLookUp">;

function Opened({ reader, titleOf, typesetting, onLookUp }: OpenedProps) {
	const opened = reader.opened.value;
	if (opened.state === "none") return <p class="reader-hint">Choose a headline to read it here.</p>;
	if (opened.state === "missing")
		return <p class="reader-hint">{sayTrouble({ code: "unknown-headline" })}</p>;
	if (opened.state === "loading") return null;
	const { previous, next } = reader.neighbours.value;
	const { kept } = opened;
	const { id, source } = kept.headline;
	return (
		<>
			<Article
				key={id}
				kept={kept}
				mark={reader.mark.value}
				sourceTitle={titleOf(source)}
				fullText={reader.fullText}
				onToggleSaved={reader.toggleSaved}
				onMarkUnread={reader.markUnread}
				onLookUp={onLookUp}
				detectLanguage={typesetting.detectLanguage}
			>
				<TypePanel styles={typesetting.styles} source={source} />
			</Article>
			<nav class="article article-steps" aria-label="Articles">
				{previous && <a href={hrefOfHeadline(previous)}>Previous</a>}
				{next && <a href={hrefOfHeadline(next)}>Next</a>}
			</nav>
		</>
	);
}

/** The reader: the headlines, and beside them the one that is read. In a narrow window one of the two. */
export function ReaderPage({ reader, rules, notes, titleOf, now, typesetting, onLookUp }: ReaderPageProps) {
	const page = useRef<HTMLDivElement>(null);
	const pane = useFocusBack<HTMLDivElement>((part) => part.querySelector(".article-tools :is(a, button)"));
	const current = reader.current.value;
	const opened = reader.opened.value;
	const kept = opened.state === "open" ? opened.kept : undefined;
	const shown = kept?.headline.id;
	// Until the next one is there the pane stays as it is set, or its colours would flash.
	const source = useRef<SourceId | undefined>(undefined);
	if (opened.state !== "loading") source.current = kept?.headline.source;
	const last = useRef(current);
	useEffect(() => {
		if (current) pane.current?.scrollTo(0, 0);
	}, [current]);
	useEffect(() => {
		// What led here, a step or a row of a list that is hidden now, has taken the focus with it.
		const place = current === undefined ? `a[href="${hrefOfHeadline(last.current ?? "")}"]` : ".article h1";
		last.current = current ?? last.current;
		if (current === shown && isFocusLost())
			page.current?.querySelector<HTMLElement>(place)?.focus({ preventScroll: current !== undefined });
	}, [current, shown]);
	return (
		<div class={`reader ${current === undefined ? "reader-choosing" : "reader-reading"}`} ref={page}>
			<Alert note={notes.alert.value} />
			<div class="reader-list">
				{current === undefined && <h1 class="unseen">Headlines</h1>}
				<div class="list-tools">
					<Search query={reader.list.query} onFocus={reader.list.prepareSearch} />
					<Tabs tab={reader.list.tab} panel="reader-list" />
				</div>
				<div class="reader-scroll" id="reader-list" role="tabpanel" aria-label="Headlines of this tab">
					<HeadlineList
						list={reader.list}
						now={now}
						hrefOfHeadline={hrefOfHeadline}
						current={current}
						end={<HiddenBy rules={rules} now={now} hrefOfHeadline={hrefOfHeadline} />}
					/>
				</div>
			</div>
			<div class="reader-article type" ref={pane} {...typeOf(typesetting.styles.of(source.current))}>
				{kept?.article?.html && (
					<ReadingProgress
						key={shown}
						pane={pane}
						id={kept.headline.id}
						from={kept.place?.read}
						places={typesetting.places}
						wordsPerMinute={typesetting.wordsPerMinute.value}
					/>
				)}
				{current !== undefined && (
					<a class="reader-back" href={hashOf({ room: "headlines" })}>
						All headlines
					</a>
				)}
				<Opened reader={reader} titleOf={titleOf} typesetting={typesetting} onLookUp={onLookUp} />
			</div>
		</div>
	);
}
