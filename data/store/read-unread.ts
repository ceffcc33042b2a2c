import type { SourceId } from "../model/headline";
import { ofSource, openArchive } from "./database";
import { countSettled, keptMarks } from "./kept-marks";

/** So many sources are counted at a time: whoever marks something meanwhile waits for these alone. */
const AT_ONCE = 10;

/**
 * Counts the unread headlines of some sources, for a page, muted ones left out. A browser counts what an index holds
 * by walking it, so with much that is kept it takes long, and is done in small steps. What changes between two of
 * them is in the next count.
 */
export async function readUnreadCounts(sources: readonly SourceId[]): Promise<Record<SourceId, number>> {
	const archive = await openArchive();
	const counts: Record<SourceId, number> = {};
	try {
		for (let from = 0; from < sources.length; from += AT_ONCE) {
			const reading = archive.transaction(["headlines", "markPages"]);
			const headlines = reading.objectStore("headlines").index("source");
			const marks = keptMarks(reading.objectStore("markPages"));
			const count = async (source: SourceId) => {
				const [kept, done] = await Promise.all([
					headlines.count(ofSource(source)),
					countSettled(marks, source),
				]);
				counts[source] = kept - done;
			};
			await Promise.all(sources.slice(from, from + AT_ONCE).map(count));
		}
		return counts;
	} finally {
		archive.close();
	}
}
