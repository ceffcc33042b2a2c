import type { IDBPObjectStore, StoreNames } from "idb";
import type { HeadlineId, SourceId } from "../model/headline";
import { type ArchiveSchema, type KeptHeadline, ofSource } from "./archive-schema";

/**
 * Up to so many headlines are looked up each by itself. For more, the keys of all that is kept are read: for 50,000
 * that takes as long as some thousand looks.
 */
const FEW = 500;

/** A headline that is kept, as far as it is needed to mark it. */
export interface Subject {
	id: HeadlineId;
	source: SourceId;
	/** Whether a rule mutes it. */
	muted: boolean;
	/** All that is kept of it; absent where it is one of many. */
	headline?: KeptHeadline;
}

/** The archive's headlines in a transaction that writes. */
type Headlines = IDBPObjectStore<ArchiveSchema, StoreNames<ArchiveSchema>[], "headlines", "readwrite">;

async function lookUp(headlines: Headlines, id: HeadlineId): Promise<Subject[]> {
	const headline = await headlines.get(id);
	if (!headline) return [];
	return [{ id, source: headline.source, muted: headline.mutedBy !== undefined, headline }];
}

/** All sources that anything is kept of; it leaps from one to the next. */
async function sourcesOf(headlines: Headlines): Promise<SourceId[]> {
	const sources: SourceId[] = [];
	let cursor = await headlines.index("source").openKeyCursor();
	while (cursor) {
		const [source] = cursor.key;
		sources.push(source);
		// No age is as high: what comes next is another source's.
		cursor = await cursor.continue([source, Number.POSITIVE_INFINITY]);
	}
	return sources;
}

async function sift(headlines: Headlines, ids: readonly HeadlineId[]): Promise<Subject[]> {
	const sources = await sourcesOf(headlines);
	const bySource = headlines.index("source");
	const [muted, ...lists] = await Promise.all([
		headlines.index("mutedBy").getAllKeys(),
		...sources.map((source) => bySource.getAllKeys(ofSource(source))),
	]);
	const mutedOnes = new Set(muted);
	const wanted = new Set(ids);
	return lists.flatMap((list, place) => {
		const source = sources[place];
		if (source === undefined) return [];
		return list
			.filter((id) => wanted.has(id))
			.map((id): Subject => ({ id, source, muted: mutedOnes.has(id) }));
	});
}

/** Of some headlines those that are kept, in the order that comes. */
export async function subjectsOf(headlines: Headlines, ids: readonly HeadlineId[]): Promise<Subject[]> {
	if (ids.length > FEW) return sift(headlines, ids);
	return (await Promise.all(ids.map((id) => lookUp(headlines, id)))).flat();
}
