import * as v from "valibot";
import type { FullText } from "../model/full-text";
import type { Article, Headline, HeadlineId, Mark, Revision } from "../model/headline";
import type { ReadingPlace } from "../model/reading-place";
import { articleSchema, readFullText } from "../model/text-schemas";
import { isWhole, type KeptPicture, toHeadline, toMark, withArchive } from "./database";
import { KEPT_SCHEMAS } from "./kept-schemas";
import { picturesOf } from "./pictures";
import { openShelves } from "./shelves";

/** All that the archive knows of one headline. */
export interface ArticlePage {
	headline: Headline;
	mark: Mark;
	/** Absent where there is neither text nor author nor anything else. */
	article?: Article;
	/** Earlier titles, oldest first. */
	revisions: Revision[];
	/** What came of its page, with what that was before; absent where nobody has asked for it. */
	fullText?: FullText;
	/** How far it has been read and heard. */
	place?: ReadingPlace;
	/** The pictures that are kept of it, as it is saved. */
	pictures?: KeptPicture[];
}

/**
 * Reads one headline with its text from the archive, for a page. Answers undefined for one that isn't kept,
 * or that came of a source that was removed and isn't saved; what is damaged of it is left out.
 */
export function readArticle(id: HeadlineId): Promise<ArticlePage | undefined> {
	return withArchive(async (archive) => {
		const reading = archive.transaction([
			"headlines",
			"articles",
			"shelves",
			"revisions",
			"removed",
			"fullTexts",
			"places",
			"pictures",
		]);
		const [kept, article, revisions, ofPage, place, pictures] = await Promise.all([
			reading.objectStore("headlines").get(id),
			reading.objectStore("articles").get(id),
			reading.objectStore("revisions").index("headline").getAll(id),
			reading.objectStore("fullTexts").get(id),
			reading.objectStore("places").get(id),
			reading.objectStore("pictures").getAll(picturesOf(id)),
		]);
		if (!kept || !isWhole(kept)) return undefined;
		const [mark, removed] = await Promise.all([
			openShelves(reading.objectStore("shelves")).of(kept),
			reading.objectStore("removed").getKey(kept.source),
		]);
		if (removed !== undefined && mark?.saved === undefined) return undefined;
		const fullText = readFullText(ofPage);
		return {
			headline: toHeadline(kept),
			mark: mark ? toMark(mark) : {},
			...(article && v.is(articleSchema, article) && { article }),
			revisions: revisions.filter((revision) => v.is(KEPT_SCHEMAS.revisions, revision)),
			...(fullText && { fullText }),
			...(place && v.is(KEPT_SCHEMAS.places, place) && { place }),
			...(pictures.length > 0 && { pictures }),
		};
	});
}
