import { useSignal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import type { HeadlineId, HeadlineKind, Mark } from "@/data/model/headline";
import { withoutTracking } from "@/data/model/tracking";
import type { ArticlePage } from "@/data/store/read-article";
import { sayDate } from "../headlines/age";
import type { ArticleMedia } from "../signals/article-media";
import type { FullTextReading } from "../signals/full-text";
import type { Sharing } from "../signals/sharing";
import type { Speech } from "../signals/speech";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { later } from "../ui/later";
import { Words } from "../ui/words";
import { ArticleBody } from "./article-body";
import { ChangedSince } from "./changed-since";
import { Edited } from "./edited";
import { FullTextButton, FullTextNote } from "./full-text";
import { Listen, Listening } from "./listen";
import { Share } from "./share";
import { type DetectLanguage, useLanguage } from "./use-language";
import { type Edited as EditedPage, lastEditOf } from "./versions";

/** Comparing texts takes code that hardly any article needs. */
const Changes = later(() => import("./changes").then((module) => module.Changes));

/** What an article is read aloud and shared with. */
export interface ArticleTools {
	speech: Speech;
	sharing: Sharing;
	/** The user's own language, as a BCP 47 tag: that of a text that tells no other. */
	ownLanguage: string;
}

/** What is said of a headline whose text isn't all there; the rest speaks for itself. */
const KIND_NOTES: Partial<Record<HeadlineKind, string>> = {
	bare: "The source gave this headline without any text.",
	"cut-off": "The text is cut off here: the source gave no more of it.",
	video: "This is a video. It plays where it was published.",
};
const CUT_OFF_PAGE = "The text is cut off here: its page gave no more of it.";

interface ArticleProps {
	kept: ArticlePage;
	mark: Mark;
	sourceTitle: string;
	/** The same as its source gave it, with what it was before. */
	edited: EditedPage;
	/** In milliseconds since 1970. */
	now: number;
	tools: ArticleTools;
	/** The headline after it, with its address. */
	next: { id: HeadlineId; href: string } | undefined;
	fullText: FullTextReading;
	media: ArticleMedia;
	/** Whether it has changed since it was opened. */
	hasChanged: boolean;
	/** Shows it as it is now. */
	onShowNewest: () => void;
	onToggleSaved: () => void;
	onToggleRead: () => void;
	/** Looks words up with the search engine that the user has set in the browser. */
	onLookUp: (words: string) => void;
	detectLanguage: DetectLanguage;
	/** More that can be done with it. */
	children?: ComponentChildren;
}

/** One article: where it is from, its headline, what can be done with it, and its text. */
export function Article(props: ArticleProps) {
	const {
		kept,
		mark,
		sourceTitle,
		edited,
		now,
		tools,
		next,
		fullText,
		media,
		hasChanged,
		onShowNewest,
		onToggleSaved,
		onToggleRead,
		onLookUp,
		detectLanguage,
		children,
	} = props;
	const { headline, article, fullText: ofPage } = kept;
	const element = useRef<HTMLElement>(null);
	const changesShown = useSignal(false);
	const text = headline.kind === "bare" ? "" : (article?.html ?? "");
	const isOfPage = ofPage?.html !== undefined && text === ofPage.html;
	const note = isOfPage && headline.kind === "cut-off" ? CUT_OFF_PAGE : KIND_NOTES[headline.kind];
	const url = headline.url && withoutTracking(headline.url);
	const saved = mark.saved !== undefined;
	const isRead = mark.read !== undefined;
	const language = useLanguage(kept, detectLanguage);
	return (
		<article class="article" ref={element}>
			<p class="article-kicker">
				<span class="article-source">{sourceTitle}</span>
				<time dateTime={new Date(headline.publishedAt).toISOString()}>{sayDate(headline.publishedAt)}</time>
				<Edited seenAt={lastEditOf(edited, isOfPage)} now={now} open={changesShown} />
				{article?.author && <span dir="auto">{article.author}</span>}
			</p>
			<h1 dir="auto" lang={language} tabIndex={-1}>
				{headline.title}
			</h1>
			<div class="article-tools">
				<button type="button" class="button" aria-pressed={saved} onClick={onToggleSaved}>
					<Icon name="star" />
					Save
				</button>
				<FullTextButton fullText={fullText} />
				<Button onClick={onToggleRead}>
					{isRead ? <Words say="Mark unread" or="Mark read" /> : <Words say="Mark read" or="Mark unread" />}
				</Button>
				{url ? (
					<a class="button" href={url} target="_blank" rel="noopener noreferrer">
						Open original
					</a>
				) : (
					<Button onClick={() => onLookUp(headline.title)}>Look it up</Button>
				)}
				<Listen {...tools} id={headline.id} article={element} />
				<Share
					sharing={tools.sharing}
					shared={{
						...headline,
						source: sourceTitle,
						author: article?.author,
						url,
					}}
					kept={kept.pictures ?? []}
					article={element}
				/>
				{children}
			</div>
			<Listening speech={tools.speech} next={next} />
			{changesShown.value && <Changes key={`${isOfPage}`} kept={edited} isWhole={isOfPage} />}
			<FullTextNote fullText={fullText} />
			<ChangedSince hasChanged={hasChanged} onShow={onShowNewest} />
			{url && <p class="article-address">{url}</p>}
			{(text || article?.media) && (
				<div lang={language}>
					<ArticleBody
						kept={kept}
						html={text}
						base={(isOfPage && ofPage.url) || headline.url}
						media={media}
					/>
				</div>
			)}
			{note && <p class="article-note">{note}</p>}
		</article>
	);
}
