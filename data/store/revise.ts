import { changeOfText } from "../model/edit";
import type { Article, Revision } from "../model/headline";
import type { Arrival } from "./arrivals";
import type { KeptHeadline } from "./database";

/** What becomes of a kept headline whose source has sent it otherwise. */
export interface Revised {
	headline: KeptHeadline;
	/** Its text and author as they are now. */
	article?: Article;
	/** Whether the text is another than the one that was kept. */
	hasNewText: boolean;
	/** What it was; absent where only what was missing has come, or another link. */
	revision?: Revision;
}

/**
 * Compares a kept headline and its article with what has come in for it at a time; undefined where that says
 * nothing new. Who sends no text, author or media any more has not taken back what is kept.
 */
export function revise(
	kept: { headline: KeptHeadline; article: Article | undefined },
	arrival: Arrival,
	now: number,
): Revised | undefined {
	const { headline, article } = kept;
	const { title, kind, url, link } = arrival.headline;
	const isRenamed = headline.title !== title;
	const moved = url !== undefined && link !== undefined && link !== headline.link && { url, link };
	const change = changeOfText(
		{ kind: headline.kind, html: article?.html },
		{ kind, html: arrival.article?.html },
	);
	const hasNewText = change === "completed" || change === "edited";
	if (!isRenamed && !hasNewText && !moved) return undefined;
	const isEdited = change === "edited";
	const current = hasNewText ? { ...article, ...arrival.article, id: headline.id } : article;
	return {
		headline: { ...headline, title, ...moved, ...(hasNewText && { kind }) },
		...(current && { article: current }),
		hasNewText,
		...((isRenamed || isEdited) && {
			revision: {
				headline: headline.id,
				seenAt: now,
				title: headline.title,
				...(isEdited && article?.html !== undefined && { html: article.html }),
			},
		}),
	};
}
