import type { HeadlineId, SourceId } from "../model/headline";
import { type Archive, type KeptHeadline, type KeptMark, ofSource, type RemovedSource } from "./database";
import { picturesOf } from "./pictures";
import { countChange } from "./revision";
import { isWholeShelf, marksOn, toShelf } from "./shelf";
import { openShelvesToWrite } from "./shelves-to-write";
import { whole } from "./whole";

/** Every store of the archive that has something of a headline or its source, and the one that counts changes. */
const STORES = [
	"headlines",
	"articles",
	"shelves",
	"revisions",
	"fullTexts",
	"places",
	"pictures",
	"news",
	"removed",
	"icons",
	"meta",
] as const;

/** Begins a transaction in which headlines can be deleted. */
export const beginDeleting = (archive: Archive) => archive.transaction(STORES, "readwrite");
/** That transaction. */
export type Deleting = ReturnType<typeof beginDeleting>;

/** Deletes a headline with all that belongs to it, but its mark. */
export async function forgetHeadline(deleting: Deleting, id: HeadlineId): Promise<void> {
	const revisions = deleting.objectStore("revisions");
	const changes = await revisions.index("headline").getAllKeys(id);
	await Promise.all([
		deleting.objectStore("headlines").delete(id),
		deleting.objectStore("articles").delete(id),
		deleting.objectStore("fullTexts").delete(id),
		deleting.objectStore("places").delete(id),
		deleting.objectStore("pictures").delete(picturesOf(id)),
		deleting.objectStore("news").delete(id),
		...changes.map((key) => revisions.delete(key)),
	]);
}

/**
 * Deletes headlines with all that belongs to them, in one transaction, but those of which `stays` says so by what
 * they are then; answers how many it deleted. The caller holds the lock.
 */
export async function deleteHeadlines(
	archive: Archive,
	ids: readonly HeadlineId[],
	stays: (headline: KeptHeadline, mark: KeptMark | undefined) => boolean,
): Promise<number> {
	let deleted = 0;
	const writing = beginDeleting(archive);
	const shelves = openShelvesToWrite(writing.objectStore("shelves"));
	const forget = async (id: HeadlineId) => {
		const headline = await writing.objectStore("headlines").get(id);
		if (!headline || stays(headline, await shelves.of(headline))) return;
		deleted += 1;
		await Promise.all([forgetHeadline(writing, id), shelves.drop(headline)]);
	};
	await whole(writing, async () => {
		await Promise.all(ids.map(forget));
		await shelves.write();
		await countChange(writing.objectStore("meta"), { headlines: true });
	});
	return deleted;
}

/**
 * Deletes all that came of a source, saved or not, and that it was removed, in one transaction. The caller holds the
 * lock.
 */
export async function deleteSource(archive: Archive, source: SourceId): Promise<void> {
	const writing = beginDeleting(archive);
	await whole(writing, async () => {
		const ids = await writing.objectStore("headlines").index("source").getAllKeys(ofSource(source));
		await Promise.all([
			...ids.map((id) => forgetHeadline(writing, id)),
			writing.objectStore("shelves").delete(source),
			writing.objectStore("removed").delete(source),
			writing.objectStore("icons").delete(source),
			countChange(writing.objectStore("meta"), { headlines: true }),
		]);
	});
}

/**
 * Deletes what came of a removed source but for what is saved, in one transaction: it is a former one from then on, and
 * where nothing of it is saved, it is forgotten. Answers how many headlines it deleted; undefined where a damaged shelf
 * keeps it from telling what is saved, and nothing was changed. The caller holds the lock.
 */
export async function deleteUnsaved(archive: Archive, removed: RemovedSource): Promise<number | undefined> {
	const { id } = removed;
	const writing = beginDeleting(archive);
	return whole(writing, async () => {
		const [ids, shelf] = await Promise.all([
			writing.objectStore("headlines").index("source").getAllKeys(ofSource(id)),
			writing.objectStore("shelves").get(id),
		]);
		if (shelf ? !isWholeShelf(shelf) : ids.length > 0) return undefined;
		const marks = shelf ? [...marksOn(shelf).values()] : [];
		const saved = marks.filter((mark) => mark.saved !== undefined);
		const staying = new Set(saved.map((mark) => mark.id));
		const going = ids.filter((headline) => !staying.has(headline));
		const isKept = ids.length > going.length;
		if (isKept && removed.former && going.length === 0 && saved.length === marks.length) return 0;
		await Promise.all([
			...going.map((headline) => forgetHeadline(writing, headline)),
			isKept
				? writing.objectStore("removed").put({ ...removed, former: true })
				: writing.objectStore("removed").delete(id),
			isKept
				? writing.objectStore("shelves").put(toShelf(id, saved))
				: writing.objectStore("shelves").delete(id),
			!isKept && writing.objectStore("icons").delete(id),
			countChange(writing.objectStore("meta"), { headlines: true }),
		]);
		return going.length;
	});
}
