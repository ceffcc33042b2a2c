import { byShortId } from "../model/sync/changes";
import type { Present } from "../model/sync/facts";
import { type Archive, toMark } from "./database";
import { readItems, writeItems } from "./items";
import { isWholeShelf, markedOn } from "./shelf";

/**
 * Reads what this device has of all that is synced. Rejects where there is a damaged shelf, and has the archive be
 * looked through: what can't be read of it would be told to other devices as undone. The caller holds the lock.
 */
export async function readPresent(archive: Archive): Promise<Present> {
	const reading = archive.transaction(["headlines", "shelves", "removed"]);
	const [items, ids, shelves, removed] = await Promise.all([
		readItems(["settings", "sources", "rules"]),
		reading.objectStore("headlines").getAllKeys(),
		reading.objectStore("shelves").getAll(),
		reading.objectStore("removed").getAll(),
	]);
	if (!shelves.every(isWholeShelf)) {
		await writeItems({ checkDueAt: 0 });
		throw new TypeError("Nothing is synced before a damaged shelf has been set aside.");
	}
	const marks = shelves.flatMap(markedOn);
	const kept = new Set(ids);
	return {
		...items,
		kept: byShortId(ids),
		// A mark that waits for its headline, from a backup, is no news before that is there.
		marks: new Map(marks.filter(({ id }) => kept.has(id)).map((mark) => [mark.id, toMark(mark)])),
		removed: new Map(removed.map(({ id, removedAt }) => [id, removedAt])),
	};
}
