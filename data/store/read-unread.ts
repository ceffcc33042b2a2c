import type { SourceId } from "../model/headline";
import { openArchive } from "./database";
import { isUnread } from "./shelf";
import { openShelves } from "./shelves";

/** Counts the unread headlines of some sources, for a page, muted ones left out. */
export async function readUnreadCounts(sources: readonly SourceId[]): Promise<Record<SourceId, number>> {
	const archive = await openArchive();
	try {
		const counts = new Map(sources.map((source) => [source, 0]));
		for (const mark of await openShelves(archive.transaction("shelves").store).all()) {
			const count = counts.get(mark.source);
			if (count !== undefined && isUnread(mark)) counts.set(mark.source, count + 1);
		}
		return Object.fromEntries(counts);
	} finally {
		archive.close();
	}
}
