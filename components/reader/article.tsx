import type { ComponentChildren } from "preact";
import type { HeadlineKind, Mark } from "@/data/model/headline";
import { withoutTracking } from "@/data/model/tracking";
import type { ArticlePage } from "@/data/store/read-article";
import { sayDate } from "../headlines/age";
import type { ArticleMedia } from "../signals/article-media";
import type { FullTextReading } from "../signals/full-text";
import { Button } from "../ui/button";
import { ArticleBody } from "./article-body";
import { FullTextButton, FullTextNote } from "./full-text";
import { type DetectLanguage, useLanguage } from "./use-language";

/** What is said of a headline whose text isn't all there; the rest speaks for itself. */
const KIND_NOTES: Partial<Record<HeadlineKind, string>> = {
	bare: "The source gave this headline without any text.",
	"cut-off": "The text is cut off here: the source gave no more of it.",
	video: "This is a video. It plays where it was published.",
};

interface ArticleProps {
	kept: ArticlePage;
	mark: Mark;
	sourceTitle: string;
	fullText: FullTextReading;
	media: ArticleMedia;
	onToggleSaved: () => void;
	onMarkUnread: () => void;
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
		fullText,
		media,
		onToggleSaved,
		onMarkUnread,
		onLookUp,
		detectLanguage,
		children,
	} = props;
	const { headline, article } = kept;
	const note = KIND_NOTES[headline.kind];
	const text = headline.kind === "bare" ? "" : (article?.html ?? "");
	const saved = mark.saved !== undefined;
	const language = useLanguage(kept, detectLanguage);
	return (
		<article class="article">
			<p class="article-kicker">
				<span class="article-source">{sourceTitle}</span>
				<time dateTime={new Date(headline.publishedAt).toISOString()}>{sayDate(headline.publishedAt)}</time>
				{article?.author && <span dir="auto">{article.author}</span>}
			</p>
			<h1 dir="auto" lang={language} tabIndex={-1}>
				{headline.title}
			</h1>
			<div class="article-tools">
				<button type="button" class="button" aria-pressed={saved} onClick={onToggleSaved}>
					{saved ? "Saved" : "Save"}
				</button>
				<FullTextButton fullText={fullText} />
				{mark.read !== undefined && <Button onClick={onMarkUnread}>Mark unread</Button>}
				{headline.url ? (
					<a class="button" href={withoutTracking(headline.url)} target="_blank" rel="noopener noreferrer">
						Open original
					</a>
				) : (
					<Button onClick={() => onLookUp(headline.title)}>Look it up</Button>
				)}
				{children}
			</div>
			<FullTextNote fullText={fullText} />
			{headline.url && <p class="article-address">{headline.url}</p>}
			{(text || article?.media) && (
				<div lang={language}>
					<ArticleBody kept={kept} html={text} base={headline.url} media={media} />
				</div>
			)}
			{note && <p class="article-note">{note}</p>}
		</article>
	);
}
