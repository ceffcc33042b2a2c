import type { SourceId } from "../model/headline";
import { ofSource, openArchive } from "./database";

/**
 * Counts the unread headlines of some sources, for a page, muted ones left out. It counts by indexes, as
 * {@link import("./unread").countUnread} does, and so never walks the headlines.
 */
export async function readUnreadCounts(sources: readonly SourceId[]): Promise<Record<SourceId, number>> {
	const archive = await openArchive();
	try {
		const reading = archive.transaction(["headlines", "marks"]);
		const headlines = reading.objectStore("headlines").index("source");
		const settled = reading.objectStore("marks").index("settled");
		const counts = await Promise.all(
			sources.map(async (source) => {
				const all = ofSource(source);
				const [kept, done] = await Promise.all([headlines.count(all), settled.count(all)]);
				return [source, kept - done] as const;
			}),
		);
		return Object.fromEntries(counts);
	} finally {
		archive.close();
	}
}
