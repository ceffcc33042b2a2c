import type { RunCounts } from "../model/badge";
import type { HeadlineId } from "../model/headline";
import { type Archive, ofSource } from "./database";
import { keptMarks } from "./kept-marks";
import { isSettled } from "./mark-page";
import { readMeta } from "./revision";

/**
 * How many headlines of the whole archive are unread, and how many of these are new since the popup was last
 * open, and watched; those of removed sources and muted ones are left out. Until the popup has been open once, all
 * are new. It reads keys and marks, never the headlines.
 */
export async function countRun(archive: Archive): Promise<RunCounts> {
	const reading = archive.transaction(["headlines", "markPages", "removed", "meta"]);
	const headlines = reading.objectStore("headlines");
	const { popupOpenedAt } = await readMeta(reading.objectStore("meta"));
	const hiddenOnes = async (): Promise<HeadlineId[]> => {
		const bySource = headlines.index("source");
		const removed = await reading.objectStore("removed").getAllKeys();
		return (await Promise.all(removed.map((source) => bySource.getAllKeys(ofSource(source))))).flat();
	};
	const [all, since, watched, marks, hidden] = await Promise.all([
		headlines.count(),
		popupOpenedAt === undefined
			? undefined
			: headlines.index("seen").getAllKeys(IDBKeyRange.lowerBound(popupOpenedAt, true)),
		// A headline that several rules watch for is there once for each.
		headlines.index("watchedBy").getAllKeys(),
		keptMarks(reading.objectStore("markPages")).all(),
		hiddenOnes(),
	]);
	const uncounted = new Set([...marks.filter(isSettled).map(({ id }) => id), ...hidden]);
	const unreadAmong = (ids: Iterable<HeadlineId>) =>
		[...new Set(ids)].filter((id) => !uncounted.has(id)).length;
	const unread = all - uncounted.size;
	return {
		unread,
		fresh: since === undefined ? unread : unreadAmong(since),
		watched: unreadAmong(watched),
	};
}
