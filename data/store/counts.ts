import type { RunCounts } from "../model/badge";
import type { HeadlineId } from "../model/headline";
import { countedApart } from "./counted-apart";
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
	const openedAt = lastOpened(await readMeta(reading.objectStore("meta")));
	const [removed, { watched, fresh }, marks] = await Promise.all([
		reading.objectStore("removed").getAllKeys(),
		countedApart(reading.objectStore("headlines"), openedAt),
		openShelves(reading.objectStore("shelves")).all(),
	]);
	const gone = new Set(removed);
	const unread = new Set(
		marks.filter((mark) => isUnread(mark) && !gone.has(mark.source)).map(({ id }) => id),
	);
	const countIn = (ids: Iterable<HeadlineId>) => [...ids].filter((id) => unread.has(id)).length;
	return {
		unread: unread.size,
		fresh: fresh ? countIn(fresh) : unread.size,
		watched: countIn(watched),
	};
}
