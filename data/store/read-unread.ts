import type { SourceId } from "../model/headline";
import { ofSource, openArchive } from "./database";

/** So many sources are counted at a time: whoever marks something meanwhile waits for these alone. */
const AT_ONCE = 10;

/**
 * Counts the unread headlines of some sources, for a page, muted ones left out. It counts by indexes, as
 * {@link import("./unread").countUnread} does; a browser walks them for that, so with much that is kept it takes
 * long, and is done in small steps. What changes between two of them is in the next count.
 */
export async function readUnreadCounts(sources: readonly SourceId[]): Promise<Record<SourceId, number>> {
	const archive = await openArchive();
	const counts: Record<SourceId, number> = {};
	try {
		for (let from = 0; from < sources.length; from += AT_ONCE) {
			const reading = archive.transaction(["headlines", "marks"]);
			const headlines = reading.objectStore("headlines").index("source");
			const settled = reading.objectStore("marks").index("settled");
			const count = async (source: SourceId) => {
				const all = ofSource(source);
				const [kept, done] = await Promise.all([headlines.count(all), settled.count(all)]);
				counts[source] = kept - done;
			};
			await Promise.all(sources.slice(from, from + AT_ONCE).map(count));
		}
		return counts;
	} finally {
		archive.close();
	}
}
