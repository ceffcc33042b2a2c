import type { Article, Headline, HeadlineId, Mark, Revision } from "../model/headline";
import { openArchive, toHeadline, toMark } from "./database";

/** All that the archive knows of one headline. */
export interface ArticlePage {
	headline: Headline;
	mark: Mark;
	/** Absent where there is neither text nor author. */
	article?: Article;
	/** Earlier titles, oldest first. */
	revisions: Revision[];
}

/**
 * Reads one headline with its text from the archive, for a page. Answers undefined for one that isn't kept,
 * or that came of a source that was removed.
 */
export async function readArticle(id: HeadlineId): Promise<ArticlePage | undefined> {
	const archive = await openArchive();
	try {
		const reading = archive.transaction(["headlines", "articles", "marks", "revisions", "removed"]);
		const [kept, article, mark, revisions] = await Promise.all([
			reading.objectStore("headlines").get(id),
			reading.objectStore("articles").get(id),
			reading.objectStore("marks").get(id),
			reading.objectStore("revisions").index("headline").getAll(id),
		]);
		if (!kept || (await reading.objectStore("removed").get(kept.source))) return undefined;
		return {
			headline: toHeadline(kept),
			mark: mark ? toMark(mark) : {},
			...(article && { article }),
			revisions,
		};
	} finally {
		archive.close();
	}
}
