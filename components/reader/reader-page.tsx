import type { ReadonlySignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { HeadlineList } from "../headlines/headline-list";
import { Search, Tabs } from "../headlines/list-tools";
import type { Notes } from "../signals/notes";
import type { Reader } from "../signals/reader";
import { hashOf } from "../signals/route";
import { Alert } from "../ui/notice";
import { sayTrouble } from "../words/trouble";
import { Article } from "./article";

interface ReaderPageProps {
	reader: Reader;
	notes: Notes;
	/** A source's name by its id. */
	titleOf: (source: string) => string;
	now: ReadonlySignal<number>;
	onLookUp: (words: string) => void;
}

const hrefOfHeadline = (id: string) => hashOf({ room: "article", id });

function Opened({ reader, titleOf, onLookUp }: Pick<ReaderPageProps, "reader" | "titleOf" | "onLookUp">) {
	const opened = reader.opened.value;
	if (opened.state === "none") return <p class="reader-hint">Choose a headline to read it here.</p>;
	if (opened.state === "missing")
		return <p class="reader-hint">{sayTrouble({ code: "unknown-headline" })}</p>;
	if (opened.state === "loading") return null;
	const { previous, next } = reader.neighbours.value;
	return (
		<>
			<Article
				key={opened.kept.headline.id}
				kept={opened.kept}
				mark={reader.mark.value}
				sourceTitle={titleOf(opened.kept.headline.source)}
				onToggleSaved={reader.toggleSaved}
				onMarkUnread={reader.markUnread}
				onLookUp={onLookUp}
			/>
			<nav class="article article-steps" aria-label="Articles">
				{previous && <a href={hrefOfHeadline(previous)}>Previous</a>}
				{next && <a href={hrefOfHeadline(next)}>Next</a>}
			</nav>
		</>
	);
}

/** The reader: the headlines, and beside them the one that is read. In a narrow window one of the two. */
export function ReaderPage({ reader, notes, titleOf, now, onLookUp }: ReaderPageProps) {
	const pane = useRef<HTMLDivElement>(null);
	const current = reader.current.value;
	useEffect(() => {
		if (current) pane.current?.scrollTo(0, 0);
	}, [current]);
	return (
		<div class={`reader ${current === undefined ? "reader-choosing" : "reader-reading"}`}>
			<div class="reader-list">
				{current === undefined && <h1 class="unseen">Headlines</h1>}
				<div class="list-tools">
					<Search query={reader.list.query} />
					<Tabs tab={reader.list.tab} panel="reader-list" />
					<Alert note={notes.alert.value} />
				</div>
				<div class="reader-scroll" id="reader-list" role="tabpanel" aria-label="Headlines of this tab">
					<HeadlineList list={reader.list} now={now} hrefOf={hrefOfHeadline} current={current} />
				</div>
			</div>
			<div class="reader-article" ref={pane}>
				{current !== undefined && (
					<a class="reader-back" href={hashOf({ room: "headlines" })}>
						All headlines
					</a>
				)}
				<Opened reader={reader} titleOf={titleOf} onLookUp={onLookUp} />
			</div>
		</div>
	);
}
