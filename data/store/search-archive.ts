import type { Headline, HeadlineId, Mark, Marks } from "../model/headline";
import { type KeptHeadline, toHeadlines, toMark, withArchive } from "./database";
import { openShelves } from "./shelves";

/** How many are read at a time: what comes of them is worked off in well under a frame's time. */
const CHUNK = 500;

/**
 * Reads everything that is kept, newest first, for a page, and hands it on a chunk at a time; no chunk holds
 * up a page. Muted headlines are left out; those of removed sources are not, and whoever looks through them passes
 * over what isn't saved of these.
 */
export function readKept(take: (chunk: Headline[]) => void): Promise<void> {
	return withArchive(async (archive) => {
		let after: IDBKeyRange | null = null;
		for (;;) {
			const chunk: KeptHeadline[] = await archive.getAllFromIndex("headlines", "newest", after, CHUNK);
			take(toHeadlines(chunk.filter(({ mutedBy }) => mutedBy === undefined)));
			const last = chunk.at(-1);
			if (!last || chunk.length < CHUNK) return;
			after = IDBKeyRange.lowerBound([last.age, last.id], true);
		}
	});
}

/** Reads all marks that are kept, for a page, some sources at a time. */
export function readMarks(): Promise<Marks> {
	return withArchive(async (archive) => {
		const marks = new Map<HeadlineId, Mark>();
		await openShelves(archive.transaction("shelves").store).eachMarked((some) => {
			for (const mark of some) marks.set(mark.id, toMark(mark));
		});
		return Object.fromEntries(marks);
	});
}
