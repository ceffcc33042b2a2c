import type { RunCounts } from "../model/badge";
import type { HeadlineId, Mark, SourceId } from "../model/headline";
import { applyAct, type MarkAct } from "../model/mark";
import type { Scope } from "../model/scope";
import type { Archive, Meta } from "./database";
import { picturesOf } from "./pictures";
import { countChange, lastOpened, readMeta } from "./revision";
import { isUnread } from "./shelf";
import { openShelvesToWrite, type ShelvesToWrite } from "./shelves-to-write";
import { type Subject, subjectsIn, subjectsOf } from "./subjects";
import { addCounts, carryCounts, NO_CHANGE, weightOf } from "./tally";
import { whole } from "./whole";

/**
 * Notes on the shelves what becomes of each headline's mark; answers the headlines whose mark is another one then,
 * and what they change of the counts. It waits for the shelves alone, and not for each of what may be many thousands.
 */
async function markEach(
	shelves: ShelvesToWrite,
	subjects: readonly Subject[],
	becomes: (before: Mark, subject: Subject) => Mark,
	removed: ReadonlySet<SourceId> = new Set(),
): Promise<{ marks: Map<HeadlineId, Mark>; change: RunCounts }> {
	const sources = [...new Set(subjects.map(({ source }) => source))];
	const taken = await Promise.all(sources.map(shelves.take));
	const shelfOf = new Map(sources.map((source, place) => [source, taken[place]]));
	const marks = new Map<HeadlineId, Mark>();
	let change = NO_CHANGE;
	for (const subject of subjects) {
		const { id, source, muted } = subject;
		const shelf = shelfOf.get(source);
		if (!shelf) continue;
		const known = shelf.marks.get(id);
		const before: Mark = known ?? {};
		const after = becomes(before, subject);
		if (after === before) continue;
		shelf.keep(id, after, muted);
		marks.set(id, after);
		// What the shelf didn't know of hasn't been counted.
		const wasUnread = known !== undefined && isUnread(known);
		const times = Number(!muted && after.read === undefined) - Number(wasUnread);
		if (times !== 0 && !removed.has(source)) change = addCounts(change, weightOf(subject), times);
	}
	return { marks, change };
}

/** What came of marking headlines. */
export interface Marked {
	/** The headlines whose mark is another one now, with that mark. */
	marks: ReadonlyMap<HeadlineId, Mark>;
	/** What is known of the archive then; absent where nothing was changed. */
	meta: Meta | undefined;
}

/**
 * Marks headlines in the archive, in one transaction, all as of one time or each as of its own. Headlines that aren't
 * kept are passed over. What is no longer saved loses its kept pictures. The caller holds the lock.
 */
export async function markHeadlines(
	archive: Archive,
	ids: readonly HeadlineId[],
	act: MarkAct,
	at: number | ((id: HeadlineId) => number),
): Promise<Marked> {
	const writing = archive.transaction(["headlines", "shelves", "pictures", "removed", "meta"], "readwrite");
	const shelves = openShelvesToWrite(writing.objectStore("shelves"));
	const becomes = (before: Mark, { id }: Subject) =>
		applyAct(before, act, typeof at === "number" ? at : at(id));
	const metaStore = writing.objectStore("meta");
	const { marks, change, meta } = await whole(writing, async () => {
		// Each wait is one for the browser's other processes: what can be asked together is.
		const reading = readMeta(metaStore);
		const openedAt = reading.then(lastOpened);
		const headlines = writing.objectStore("headlines");
		const [before, removed, subjects] = await Promise.all([
			reading,
			writing.objectStore("removed").getAllKeys(),
			subjectsOf({ headlines, shelves, openedAt }, [...new Set(ids)]),
		]);
		const marked = await markEach(shelves, subjects, becomes, new Set(removed));
		if (marked.marks.size === 0) return { ...marked, meta: undefined };
		const pictures = writing.objectStore("pictures");
		const gone = act === "unsaved" ? [...marked.marks.keys()] : [];
		const [meta] = await Promise.all([
			countChange(metaStore, {}, before),
			shelves.write(),
			...gone.map((id) => pictures.delete(picturesOf(id))),
		]);
		return { ...marked, meta };
	});
	if (meta) carryCounts(archive, meta.revision, change);
	return { marks, meta };
}

/**
 * Marks everything of the given sources as read but what is muted, and what was published before a scope
 * begins, in one transaction; answers the headlines that it changed. The caller holds the lock.
 */
export async function markSourcesRead(
	archive: Archive,
	sources: readonly SourceId[],
	now: number,
	scope: Pick<Scope, "from"> = {},
): Promise<HeadlineId[]> {
	const writing = archive.transaction(["headlines", "shelves", "meta"], "readwrite");
	const shelves = openShelvesToWrite(writing.objectStore("shelves"));
	const becomes = (before: Mark, { muted }: Subject) => (muted ? before : applyAct(before, "read", now));
	const metaStore = writing.objectStore("meta");
	const { marks, change, meta } = await whole(writing, async () => {
		const before = await readMeta(metaStore);
		const headlines = writing.objectStore("headlines");
		const finding = { headlines, shelves, openedAt: lastOpened(before) };
		const marked = await markEach(shelves, await subjectsIn(finding, sources, scope), becomes);
		if (marked.marks.size === 0) return { ...marked, meta: undefined };
		const [meta] = await Promise.all([countChange(metaStore, {}, before), shelves.write()]);
		return { ...marked, meta };
	});
	if (meta) carryCounts(archive, meta.revision, change);
	return [...marks.keys()];
}

/**
 * Forgets of the given headlines that the ticker has shown them, where they are unread, and notes that the
 * run begins again. The caller holds the lock.
 */
export async function forgetShown(
	archive: Archive,
	headlines: readonly { id: HeadlineId; source: SourceId }[],
	now: number,
): Promise<void> {
	const writing = archive.transaction(["shelves", "meta"], "readwrite");
	const shelves = openShelvesToWrite(writing.objectStore("shelves"));
	const forget = async (headline: { id: HeadlineId; source: SourceId }) => {
		const kept = await shelves.of(headline);
		if (kept?.shown === undefined || kept.read !== undefined || kept.waits) return;
		const { shown, ...mark } = kept;
		await shelves.keep(headline, mark, kept.muted ?? false);
	};
	await whole(writing, async () => {
		await Promise.all(headlines.map(forget));
		await shelves.write();
		await countChange(writing.objectStore("meta"), { restartedAt: now });
	});
}
