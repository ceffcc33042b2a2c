import type { HeadlineId } from "../model/headline";
import type { Archive } from "./database";
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

/** Deletes headlines with all that belongs to them, in one transaction. The caller holds the lock. */
export async function deleteHeadlines(archive: Archive, ids: readonly HeadlineId[]): Promise<void> {
	const writing = archive.transaction(STORES, "readwrite");
	const revisions = writing.objectStore("revisions");
	const forget = async (id: HeadlineId) => {
		const changes = await revisions.index("headline").getAllKeys(id);
		await Promise.all([
			writing.objectStore("headlines").delete(id),
			writing.objectStore("articles").delete(id),
			writing.objectStore("marks").delete(id),
			writing.objectStore("fullTexts").delete(id),
			writing.objectStore("places").delete(id),
			writing.objectStore("pictures").delete(IDBKeyRange.bound([id], [id, []])),
			writing.objectStore("news").delete(id),
			...changes.map((key) => revisions.delete(key)),
		]);
	};
	await Promise.all([
		...ids.map(forget),
		countChange(writing.objectStore("meta"), { headlines: true }),
		writing.done,
	]);
}
