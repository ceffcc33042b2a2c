import type { Headline, HeadlineId, Marks } from "../model/headline";
import { type Archive, type KeptHeadline, type KeptMark, openArchive, toHeadlines, toMark } from "./database";

/** How many are read at a time: what comes of them is worked off in well under a frame's time. */
const CHUNK = 500;

async function withArchive<T>(read: (archive: Archive) => Promise<T>): Promise<T> {
	const archive = await openArchive();
	try {
		return await read(archive);
	} finally {
		archive.close();
	}
}

/**
 * Reads everything that is kept, newest first, for a page, and hands it on a chunk at a time; no chunk holds
 * up a page. Muted headlines are left out; those of removed sources are not.
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

/** Reads all marks that are kept, for a page, in chunks that don't hold it up. */
export function readMarks(): Promise<Marks> {
	return withArchive(async (archive) => {
		const marks = new Map<HeadlineId, Marks[HeadlineId]>();
		let after: IDBKeyRange | null = null;
		for (;;) {
			const chunk: KeptMark[] = await archive.getAll("marks", after, CHUNK * 4);
			for (const mark of chunk) marks.set(mark.id, toMark(mark));
			const last = chunk.at(-1);
			if (!last || chunk.length < CHUNK * 4) return Object.fromEntries(marks);
			after = IDBKeyRange.lowerBound(last.id, true);
		}
	});
}
