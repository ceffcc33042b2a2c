import type { Headline, MarkedHeadline } from "../model/headline";
import type { Scope } from "../model/scope";
import { toHeadline, toHeadlines, toMark, withArchive } from "./database";
import { headlinesAfter } from "./in-order";
import { openShelves } from "./shelves";

/**
 * Reads the headlines of a scope that come after a given one, newest first, from the archive, for a page: as
 * many as asked for, or fewer where there are no more. Those of removed sources and muted ones are left out,
 * and count.
 */
export function readOlder(
	after: Headline,
	count: number,
	scope: Scope = {},
): Promise<{ headlines: MarkedHeadline[]; hasMore: boolean; last: Headline | undefined }> {
	return withArchive(async (archive) => {
		const reading = archive.transaction(["headlines", "shelves", "removed"]);
		const shelves = openShelves(reading.objectStore("shelves"));
		const headlinesStore = reading.objectStore("headlines");
		const ordered = { newest: headlinesStore.index("newest"), source: headlinesStore.index("source") };
		const [page, removed] = await Promise.all([
			headlinesAfter(ordered, scope, { age: -after.publishedAt, id: after.id }, count),
			reading.objectStore("removed").getAllKeys(),
		]);
		const shown = page.filter(({ source, mutedBy }) => !mutedBy && !removed.includes(source));
		const headlines = await Promise.all(
			toHeadlines(shown).map(async (headline): Promise<MarkedHeadline> => {
				const mark = await shelves.of(headline);
				return { headline, mark: mark ? toMark(mark) : {} };
			}),
		);
		const last = page.at(-1);
		return { headlines, hasMore: page.length === count, last: last && toHeadline(last) };
	});
}
