import { isCutOff } from "@/data/model/cut-off";
import type { ArticlePage } from "@/data/store/read-article";

/** An article as it is read: with its whole text where that is there, and is wanted. */
export function asRead(kept: ArticlePage, whole: boolean): ArticlePage {
	const { headline, article, fullText } = kept;
	if (!whole || fullText?.html === undefined) return kept;
	const author = article?.author ?? fullText.author;
	return {
		...kept,
		headline: { ...headline, kind: isCutOff(fullText.html) ? "cut-off" : "article" },
		article: {
			...article,
			id: headline.id,
			html: fullText.html,
			...(author !== undefined && { author }),
		},
	};
}
