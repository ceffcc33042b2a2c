import { withFormer } from "../model/former-texts";
import type { FullText } from "../model/full-text";
import type { Article, HeadlineId } from "../model/headline";
import { readFullText } from "../model/text-schemas";
import type { Archive, KeptHeadline } from "./database";
import { openShelves } from "./shelves";
import { tellOfTexts } from "./tell-texts";

/** A headline with what is needed to fetch its page. */
export interface FullTextSubject {
	headline: KeptHeadline;
	article?: Article;
	fullText?: FullText;
	isRead: boolean;
}

/** Reads a headline as fetching its page needs it; undefined where it isn't kept. */
export async function readSubject(archive: Archive, id: HeadlineId): Promise<FullTextSubject | undefined> {
	const reading = archive.transaction(["headlines", "articles", "fullTexts", "shelves"]);
	const [headline, article, fullText] = await Promise.all([
		reading.objectStore("headlines").get(id),
		reading.objectStore("articles").get(id),
		reading.objectStore("fullTexts").get(id),
	]);
	if (!headline) return undefined;
	const mark = await openShelves(reading.objectStore("shelves")).of(headline);
	return {
		headline,
		...(article && { article }),
		...(fullText && { fullText }),
		isRead: mark?.read !== undefined,
	};
}

/**
 * Keeps what came of headlines' pages, and tells of it; what of them isn't kept any more is passed over. A text that an
 * edited one takes the place of is kept with that, in the same transaction. The caller holds the lock.
 */
export async function keepFullTexts(archive: Archive, fullTexts: readonly FullText[]): Promise<void> {
	const writing = archive.transaction(["headlines", "fullTexts", "revisions"], "readwrite");
	const keep = async (came: FullText) => {
		const isKept = (await writing.objectStore("headlines").getKey(came.id)) !== undefined;
		if (!isKept) return;
		const [known, edits] = await Promise.all([
			writing.objectStore("fullTexts").get(came.id),
			writing.objectStore("revisions").index("headline").getAll(came.id),
		]);
		await writing.objectStore("fullTexts").put(withFormer(readFullText(known), came, edits));
	};
	await Promise.all([...fullTexts.map(keep), writing.done]);
	const came = fullTexts.filter(({ state }) => state === "there").map(({ at }) => at);
	if (came.length > 0) await tellOfTexts(Math.max(...came));
}
