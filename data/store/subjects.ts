import type { IDBPObjectStore, StoreNames } from "idb";
import type { HeadlineId, SourceId } from "../model/headline";
import type { Scope } from "../model/scope";
import type { ArchiveSchema, KeptHeadline } from "./archive-schema";
import { countedApart } from "./counted-apart";
import { ofSourceIn } from "./in-order";
import type { Shelves } from "./shelves";

/** Up to so many headlines are looked up each by itself; more are found on the shelves. */
const FEW = 200;

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

/** Where subjects are looked for. */
export interface Finding {
	headlines: IDBPObjectStore<ArchiveSchema, StoreNames<ArchiveSchema>[], "headlines", "readwrite">;
	shelves: Shelves;
	/**
	 * When the popup was last open, in milliseconds since 1970; minus infinity where it never was. Whoever still reads it
	 * needn't wait for that.
	 */
	openedAt: number | Promise<number>;
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
async function tellByKeys({ headlines, openedAt }: Finding) {
	const { watched, fresh } = await countedApart(headlines, await openedAt);
	return ({ id, source, muted = false }: { id: HeadlineId; source: SourceId; muted?: boolean }): Subject => ({
		id,
		source,
		muted,
		watched: watched.has(id),
		fresh: fresh?.has(id) ?? true,
	});
}

/** All headlines of some sources, or those that were published since a scope begins. */
export async function subjectsIn(
	finding: Finding,
	sources: readonly SourceId[],
	scope: Pick<Scope, "from">,
): Promise<Subject[]> {
	const bySource = finding.headlines.index("source");
	const publishedIn = async (source: SourceId) =>
		scope.from === undefined ? undefined : new Set(await bySource.getAllKeys(ofSourceIn(source, scope)));
	const [tell, ...lists] = await Promise.all([
		tellByKeys(finding),
		...sources.map(async (source) => {
			const [marks, ids] = await Promise.all([finding.shelves.ofSource(source), publishedIn(source)]);
			return [...marks.values()].filter(({ id, waits }) => !waits && (ids?.has(id) ?? true));
		}),
	]);
	return lists.flat().map(tell);
}

/** Of some headlines those that are kept, in the order that comes. */
export async function subjectsOf(finding: Finding, ids: readonly HeadlineId[]): Promise<Subject[]> {
	if (ids.length <= FEW) {
		const [openedAt, ...kept] = await Promise.all([
			finding.openedAt,
			...ids.map((id) => finding.headlines.get(id)),
		]);
		return kept.flatMap((headline) => (headline ? [subjectOf(headline, openedAt)] : []));
	}
	const wanted = new Set(ids);
	const [tell, all] = await Promise.all([tellByKeys(finding), finding.shelves.all()]);
	return all.filter(({ id, waits }) => !waits && wanted.has(id)).map(tell);
}
