import type { SourceId } from "../model/headline";
import { withArchive } from "./database";
import { isUnread } from "./shelf";
import { openShelves } from "./shelves";

/** Counts the unread headlines of some sources, for a page, muted ones left out. */
export function readUnreadCounts(sources: readonly SourceId[]): Promise<Record<SourceId, number>> {
	return withArchive(async (archive) => {
		const shelves = openShelves(archive.transaction("shelves").store);
		const count = async (source: SourceId) => {
			const marks = [...(await shelves.ofSource(source)).values()];
			return [source, marks.filter(isUnread).length] as const;
		};
		return Object.fromEntries(await Promise.all(sources.map(count)));
	});
}
