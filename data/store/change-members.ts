import type { Source } from "../model/source";
import type { Archive, RemovedSource } from "./database";
import { deleteSource } from "./delete-headlines";
import { readItems } from "./items";
import { readRemoved, settleSources } from "./membership";
import { putAll } from "./put-all";
import { countChange } from "./revision";
import { whole } from "./whole";

/** Makes the notes what they were, and deletes what has come of sources that are no one's then. */
async function takeBack(archive: Archive, removedBefore: readonly RemovedSource[]): Promise<void> {
	const [{ sources }, joining, shelved] = await Promise.all([
		readItems(["sources"]),
		archive.getAll("joining"),
		archive.getAllKeys("shelves"),
	]);
	const writing = archive.transaction(["joining", "removed", "meta"], "readwrite");
	const removed = writing.objectStore("removed");
	await whole(writing, async () => {
		await Promise.all([writing.objectStore("joining").clear(), removed.clear()]);
		await putAll(removed, removedBefore);
		await countChange(writing.objectStore("meta"), { headlines: true });
	});
	const known = new Set([...sources, ...removedBefore].map(({ id }) => id));
	const kept = new Set(shelved);
	for (const { id } of joining) if (kept.has(id) && !known.has(id)) await deleteSource(archive, id);
}

/**
 * Notes in the archive who joins, changes or goes, and brings the list of sources to that; answers what noting gave,
 * and the list. A worker that is stopped in between finishes at its next start. Where extension storage refuses the
 * list, the notes are taken back, so that nothing has changed. The caller holds the lock.
 */
export async function changeMembers<T>(
	archive: Archive,
	note: () => Promise<T>,
): Promise<{ noted: T; sources: Source[] }> {
	const removedBefore = await readRemoved(archive);
	const noted = await note();
	return { noted, sources: await settleSources(archive, () => takeBack(archive, removedBefore)) };
}
