import { byShortId } from "../model/sync/changes";
import type { Present } from "../model/sync/facts";
import { type Archive, toMark } from "./database";
import { readItems } from "./items";
import { openShelves } from "./shelves";

/** Reads what this device has of all that is synced. The caller holds the lock. */
export async function readPresent(archive: Archive): Promise<Present> {
	const reading = archive.transaction(["headlines", "shelves", "removed"]);
	const [items, ids, marks, removed] = await Promise.all([
		readItems(["settings", "sources", "rules"]),
		reading.objectStore("headlines").getAllKeys(),
		openShelves(reading.objectStore("shelves")).marked(),
		reading.objectStore("removed").getAll(),
	]);
	const kept = new Set(ids);
	return {
		...items,
		kept: byShortId(ids),
		// A mark that waits for its headline, from a backup, is no news before that is there.
		marks: new Map(marks.filter(({ id }) => kept.has(id)).map((mark) => [mark.id, toMark(mark)])),
		removed: new Map(removed.map(({ id, removedAt }) => [id, removedAt])),
	};
}
