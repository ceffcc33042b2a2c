import type { HeadlineId } from "../model/headline";
import type { Archive, KeptHeadline, KeptMark } from "./database";
import { picturesOf } from "./pictures";
import { countChange } from "./revision";

/** Every store of the archive that has something of a headline. */
const STORES = [
	"headlines",
	"articles",
	"marks",
	"revisions",
	"fullTexts",
	"places",
	"pictures",
	"news",
	"meta",
] as const;

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
	const writing = archive.transaction(STORES, "readwrite");
	const revisions = writing.objectStore("revisions");
	const forget = async (id: HeadlineId) => {
		const [headline, mark, changes] = await Promise.all([
			writing.objectStore("headlines").get(id),
			writing.objectStore("marks").get(id),
			revisions.index("headline").getAllKeys(id),
		]);
		if (!headline || stays(headline, mark)) return;
		deleted += 1;
		await Promise.all([
			writing.objectStore("headlines").delete(id),
			writing.objectStore("articles").delete(id),
			writing.objectStore("marks").delete(id),
			writing.objectStore("fullTexts").delete(id),
			writing.objectStore("places").delete(id),
			writing.objectStore("pictures").delete(picturesOf(id)),
			writing.objectStore("news").delete(id),
			...changes.map((key) => revisions.delete(key)),
		]);
	};
	await Promise.all([
		...ids.map(forget),
		countChange(writing.objectStore("meta"), { headlines: true }),
		writing.done,
	]);
	return deleted;
}
