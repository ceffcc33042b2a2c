import type { RunCounts } from "../model/badge";
import type { HeadlineId } from "../model/headline";
import type { Archive } from "./database";
import { lastOpened, readMeta } from "./revision";
import { isUnread } from "./shelf";
import { openShelves } from "./shelves";

/**
 * How many headlines of the whole archive are unread, and how many of these are new since the popup was last
 * open, and watched; those of removed sources and muted ones are left out. Until the popup has been open once, all
 * are new. It reads shelves and the keys of few, never the headlines.
 */
export async function countRun(archive: Archive): Promise<RunCounts> {
	const reading = archive.transaction(["headlines", "shelves", "removed", "meta"]);
	const headlines = reading.objectStore("headlines");
	const openedAt = lastOpened(await readMeta(reading.objectStore("meta")));
	const isOpened = Number.isFinite(openedAt);
	const [removed, since, watched, marks] = await Promise.all([
		reading.objectStore("removed").getAllKeys(),
		isOpened ? headlines.index("seen").getAllKeys(IDBKeyRange.lowerBound(openedAt, true)) : undefined,
		// A headline that several rules watch for is there once for each.
		headlines.index("watchedBy").getAllKeys(),
		openShelves(reading.objectStore("shelves")).all(),
	]);
	const gone = new Set(removed);
	const unread = new Set(
		marks.filter((mark) => isUnread(mark) && !gone.has(mark.source)).map(({ id }) => id),
	);
	const countIn = (ids: Iterable<HeadlineId>) => [...new Set(ids)].filter((id) => unread.has(id)).length;
	return {
		unread: unread.size,
		fresh: since ? countIn(since) : unread.size,
		watched: countIn(watched),
	};
}
