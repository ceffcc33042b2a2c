import { type FullText, leadsToText, withoutWant } from "../model/full-text";
import type { HeadlineId, SourceId } from "../model/headline";
import { type Archive, type KeptHeadline, ofSource } from "./database";
import { isUnread } from "./shelf";
import { openShelves } from "./shelves";

/** As many of a source's newest headlines are looked at for pages to fetch ahead. */
const AHEAD_PER_SOURCE = 30;

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
 * muted, and that lead to a text. What is noted already stays as it is. The caller holds the lock.
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

/** Changes what is still wanted of some pages: what has come of one meanwhile stays. The caller holds the lock. */
async function changeWanted(
	archive: Archive,
	ids: readonly HeadlineId[],
	change: (wanted: FullText) => FullText | undefined,
): Promise<void> {
	const { store, done } = archive.transaction("fullTexts", "readwrite");
	const changeOne = async (id: HeadlineId) => {
		const known = await store.get(id);
		if (known?.state !== "wanted") return;
		const changed = change(known);
		await (changed ? store.put(changed) : store.delete(id));
	};
	await Promise.all([...ids.map(changeOne), done]);
}

/** Gives up that a headline's page is wanted; a text that is there stays. The caller holds the lock. */
export const dropWant = (archive: Archive, id: HeadlineId): Promise<void> =>
	changeWanted(archive, [id], withoutWant);

/** Has some of the pages that are wanted fetched from a time on, in milliseconds since 1970. The caller holds the lock. */
export const fetchFrom = (archive: Archive, ids: readonly HeadlineId[], at: number): Promise<void> =>
	changeWanted(archive, ids, (wanted) => ({ ...wanted, at }));
