import { withFormer } from "../model/former-texts";
import { type FullText, leadsToText, withoutWant } from "../model/full-text";
import type { Article, HeadlineId, SourceId } from "../model/headline";
import { readFullText } from "../model/text-schemas";
import { type Archive, type KeptHeadline, ofSource } from "./database";
import { readItems, writeItems } from "./items";
import { isUnread } from "./shelf";
import { openShelves } from "./shelves";

/** As many of a source's newest headlines are looked at for pages to fetch ahead. */
const AHEAD_PER_SOURCE = 30;

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

/** Tells the pages that are open that whole texts have come. */
async function tellOf(fullTexts: readonly FullText[]): Promise<void> {
	const came = fullTexts.filter(({ state }) => state === "there").map(({ at }) => at);
	if (came.length === 0) return;
	const { fullTextsAt } = await readItems(["fullTextsAt"]);
	await writeItems({ fullTextsAt: Math.max(fullTextsAt + 1, ...came) });
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
	await tellOf(fullTexts);
}

/** Gives up that a headline's page is wanted; a text that is there stays. The caller holds the lock. */
export async function dropWant(archive: Archive, wanted: FullText): Promise<void> {
	const there = withoutWant(wanted);
	await (there ? archive.put("fullTexts", there) : archive.delete("fullTexts", wanted.id));
}

/** The archive's store `fullTexts`, in any transaction that writes it. */
interface WritableFullTexts {
	get: (id: HeadlineId) => Promise<FullText | undefined>;
	put: (fullText: FullText) => Promise<unknown>;
}

/** Notes, inside a transaction, that a headline was edited whose whole text is there: its page is wanted anew. */
export async function wantAnew(fullTexts: WritableFullTexts, id: HeadlineId, now: number): Promise<void> {
	const known = await fullTexts.get(id);
	if (known?.state === "there" && known.html !== undefined)
		await fullTexts.put({ ...known, state: "wanted", at: now, readAt: known.at });
}

/**
 * Notes that the pages of a source's newest headlines are to be fetched: of those that nobody has read or
 * muted, and that lead to a text. What is noted already stays as it is. The caller
 * holds the lock.
 */
export async function wantNewest(archive: Archive, source: SourceId, now: number): Promise<void> {
	const writing = archive.transaction(["headlines", "shelves", "fullTexts"], "readwrite");
	const shelves = openShelves(writing.objectStore("shelves"));
	const newest = await writing
		.objectStore("headlines")
		.index("source")
		.getAll(ofSource(source), AHEAD_PER_SOURCE);
	const want = async (headline: KeptHeadline, place: number) => {
		const { id } = headline;
		const [known, mark] = await Promise.all([
			writing.objectStore("fullTexts").getKey(id),
			shelves.of(headline),
		]);
		if (known !== undefined || (mark && !isUnread(mark)) || !leadsToText(headline)) return;
		// What has waited for the longest goes first, and the newest is to.
		const at = now - newest.length + place;
		await writing.objectStore("fullTexts").put({ id, source, at, state: "wanted" });
	};
	await Promise.all([...newest.map(want), writing.done]);
}

const allWanted = () => IDBKeyRange.bound(["wanted"], ["wanted", []]);

/** The pages that are to be fetched by now, those that have waited for the longest first. */
export function dueFullTexts(archive: Archive, now: number, limit: number): Promise<FullText[]> {
	const due = IDBKeyRange.bound(["wanted"], ["wanted", now]);
	return archive.getAllFromIndex("fullTexts", "state", due, limit);
}

/** All pages that are still to be fetched. */
export function wantedFullTexts(archive: Archive): Promise<FullText[]> {
	return archive.getAllFromIndex("fullTexts", "state", allWanted());
}

/** When the next page is to be fetched, in milliseconds since 1970; undefined where none is. */
export async function nextFullTextAt(archive: Archive): Promise<number | undefined> {
	const waiting = archive.transaction("fullTexts").store.index("state");
	// By its key alone: a text, with what it was before, can be long.
	return (await waiting.openKeyCursor(allWanted()))?.key[1];
}
