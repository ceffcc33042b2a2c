import type { HeadlineId, SourceId } from "../model/headline";
import { type Archive, type KeptHeadline, type KeptMark, ofSource } from "./database";
import { picturesOf } from "./pictures";
import { countChange } from "./revision";
import { openShelvesToWrite } from "./shelves";
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
const beginDeleting = (archive: Archive) => archive.transaction(STORES, "readwrite");
type Deleting = ReturnType<typeof beginDeleting>;

/** Deletes a headline with all that belongs to it, but its mark. */
async function forgetHeadline(deleting: Deleting, id: HeadlineId): Promise<void> {
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

/** Deletes all that came of a source, and that it was removed, in one transaction. The caller holds the lock. */
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
