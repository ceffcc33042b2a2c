import { isSameText } from "@/data/model/former-texts";
import type { ArticlePage } from "@/data/store/read-article";

/** Whether two have the same whole text, as far as both have one. */
const isSameWhole = ({ fullText: one }: ArticlePage, { fullText: other }: ArticlePage): boolean =>
	one?.html === undefined || other?.html === undefined || isSameText(one, other);

/** Whether an article that is being read says something else by now. */
export const isNewer = (read: ArticlePage, now: ArticlePage): boolean =>
	read.headline.title !== now.headline.title ||
	read.article?.html !== now.article?.html ||
	!isSameWhole(read, now);

/**
 * An article that is being read, with what has come to it: its words stay as they are, and what was missing comes
 * along, be it a text or a whole one. With `isAsked`, its whole text is the one that is there now.
 */
export function keepReading(
	{ headline, article, revisions, fullText }: ArticlePage,
	now: ArticlePage,
	isAsked: boolean,
): ArticlePage {
	const given =
		headline.kind === "bare"
			? { headline: { ...now.headline, title: headline.title } }
			: { headline, ...(article && { article }) };
	const stays = fullText?.html !== undefined && !isAsked;
	return { ...now, ...given, revisions, ...(stays && { fullText }) };
}
