import type { IDBPObjectStore, StoreNames } from "idb";
import type { HeadlineId, SourceId } from "../model/headline";
import type { Scope } from "../model/scope";
import type { ArchiveSchema, KeptHeadline } from "./archive-schema";
import { ofSourceIn } from "./in-order";

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
	/** Whether a rule watches for it. */
	watched: boolean;
	/** Whether it is new since the popup was last open. */
	fresh: boolean;
}

/** The archive's headlines in a transaction that writes. */
type Headlines = IDBPObjectStore<ArchiveSchema, StoreNames<ArchiveSchema>[], "headlines", "readwrite">;

async function lookUp(headlines: Headlines, id: HeadlineId, openedAt: number): Promise<Subject[]> {
	const headline = await headlines.get(id);
	return headline ? [subjectOf(headline, openedAt)] : [];
}

/** A kept headline, as far as it is needed to mark it or to count it. */
export const subjectOf = (
	{ id, source, mutedBy, watchedBy, seenAt }: KeptHeadline,
	openedAt: number,
): Subject => ({
	id,
	source,
	muted: mutedBy !== undefined,
	watched: watchedBy !== undefined,
	fresh: seenAt > openedAt,
});

/** Tells of headlines, by the keys of indexes alone, what a look at each of them would. */
async function tellByKeys(headlines: Headlines, openedAt: number) {
	const [muted, watched, fresh] = await Promise.all([
		headlines.index("mutedBy").getAllKeys(),
		headlines.index("watchedBy").getAllKeys(),
		openedAt === Number.NEGATIVE_INFINITY
			? undefined
			: headlines.index("seen").getAllKeys(IDBKeyRange.lowerBound(openedAt, true)),
	]);
	const [mutedOnes, watchedOnes, freshOnes] = [muted, watched, fresh].map((ids) => ids && new Set(ids));
	return (id: HeadlineId, source: SourceId): Subject => ({
		id,
		source,
		muted: mutedOnes?.has(id) ?? false,
		watched: watchedOnes?.has(id) ?? false,
		fresh: freshOnes?.has(id) ?? true,
	});
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

/**
 * All headlines of some sources, within a scope, by the keys of indexes alone. With `openedAt` goes when the popup
 * was last open, in milliseconds since 1970; minus infinity where it never was.
 */
export async function subjectsIn(
	headlines: Headlines,
	sources: readonly SourceId[],
	openedAt: number,
	scope: Pick<Scope, "from"> = {},
): Promise<Subject[]> {
	const bySource = headlines.index("source");
	const [tell, ...lists] = await Promise.all([
		tellByKeys(headlines, openedAt),
		...sources.map(async (source) => ({
			source,
			ids: await bySource.getAllKeys(ofSourceIn(source, scope)),
		})),
	]);
	return lists.flatMap(({ source, ids }) => ids.map((id) => tell(id, source)));
}

/** Of some headlines those that are kept, in the order that comes; `openedAt` as above. */
export async function subjectsOf(
	headlines: Headlines,
	ids: readonly HeadlineId[],
	openedAt: number,
): Promise<Subject[]> {
	if (ids.length <= FEW) return (await Promise.all(ids.map((id) => lookUp(headlines, id, openedAt)))).flat();
	const wanted = new Set(ids);
	const all = await subjectsIn(headlines, await sourcesOf(headlines), openedAt);
	return all.filter(({ id }) => wanted.has(id));
}
