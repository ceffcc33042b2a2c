import { DAY_MS } from "../model/durations";
import type { SourceId } from "../model/headline";
import type { Polls, Source } from "../model/source";
import type { Archive, RemovedSource } from "./database";
import { deleteUnsaved } from "./delete-headlines";
import { readItems, writeItems } from "./items";
import { putAll } from "./put-all";
import { countChange } from "./revision";
import { whole } from "./whole";

/** How long a removed source can be restored. */
export const RESTORABLE_MS = DAY_MS;

/** Notes in the archive that sources join the list of sources; to be done in ./change-members.ts. */
export async function joinSources(archive: Archive, sources: readonly Source[]): Promise<void> {
	const writing = archive.transaction(["joining", "removed", "shelves", "meta"], "readwrite");
	const removed = writing.objectStore("removed");
	await whole(writing, async () => {
		const [goneKeys, shelvedKeys] = await Promise.all([
			removed.getAllKeys(),
			writing.objectStore("shelves").getAllKeys(),
		]);
		const [gone, shelved] = [new Set(goneKeys), new Set(shelvedKeys)];
		// With a source that nothing is kept of no headlines come; one that was removed isn't a former one any more.
		const headlines = sources.some(({ id }) => shelved.has(id) || gone.has(id));
		await Promise.all([
			putAll(writing.objectStore("joining"), sources),
			...sources.flatMap(({ id }) => (gone.has(id) ? [removed.delete(id)] : [])),
			countChange(writing.objectStore("meta"), { headlines }),
		]);
	});
}

/**
 * Notes in the archive that sources change: their title or address, or that they are paused; to be done in
 * ./change-members.ts.
 */
export async function noteChanges(archive: Archive, sources: readonly Source[]): Promise<void> {
	const writing = archive.transaction(["joining", "meta"], "readwrite");
	await Promise.all([
		...sources.map((source) => writing.objectStore("joining").add({ ...source, replaces: true })),
		countChange(writing.objectStore("meta")),
		writing.done,
	]);
}

/** Notes in the archive that a source is removed, for a day at first; to be done in ./change-members.ts. */
export async function noteRemoval(archive: Archive, source: Source, now: number): Promise<void> {
	const writing = archive.transaction(["removed", "meta"], "readwrite");
	await Promise.all([
		writing.objectStore("removed").put({ id: source.id, source, removedAt: now }),
		countChange(writing.objectStore("meta"), { headlines: true }),
		writing.done,
	]);
}

/** The sources that were removed: those that can still be restored, and former ones of which something is saved. */
export function readRemoved(archive: Archive): Promise<RemovedSource[]> {
	return archive.getAll("removed");
}

/** Whether a source is asked at another address than before. */
const isElsewhere = (before: Source | undefined, after: Source): boolean =>
	before !== undefined && before.url !== after.url;

/** Writes the list of sources as the archive's notes say, where it differs; answers it, and whether anyone was to join. */
async function settleList(archive: Archive): Promise<{ list: Source[]; isJoined: boolean }> {
	const [{ sources }, joining, removed] = await Promise.all([
		readItems(["sources"]),
		archive.getAll("joining"),
		archive.getAllKeys("removed"),
	]);
	const before = new Map(sources.map((source) => [source.id, source]));
	const settled = new Map(before);
	for (const { replaces, ...source } of joining) {
		if ((replaces ?? false) === settled.has(source.id)) settled.set(source.id, source);
	}
	for (const id of removed) settled.delete(id);
	const list = [...settled.values()];
	const isSettled =
		list.length === sources.length && list.every((source, place) => sources[place] === source);
	if (!isSettled) {
		const moved = list.filter((source) => isElsewhere(before.get(source.id), source)).map(({ id }) => id);
		await writeItems({ sources: list, ...(moved.length > 0 && { polls: await pollsWithout(moved) }) });
	}
	return { list, isJoined: joining.length > 0 };
}

/**
 * Brings the list of sources in extension storage to what the archive says of joined, changed and removed
 * ones, and answers it. What polling has learnt of an address is forgotten with it. Where the list can't be
 * written, `takeBack` is done before that is told. The caller holds the lock.
 */
export async function settleSources(
	archive: Archive,
	takeBack: () => Promise<void> = async () => {},
): Promise<Source[]> {
	const { list, isJoined } = await settleList(archive).catch(async (cause) => {
		await takeBack();
		throw cause;
	});
	if (isJoined) await archive.clear("joining");
	return list;
}

async function pollsWithout(ids: readonly SourceId[]): Promise<Polls> {
	const { polls } = await readItems(["polls"]);
	return Object.fromEntries(Object.entries(polls).filter(([id]) => !ids.includes(id)));
}

/** How many sources were dealt with, and how many headlines of theirs went. */
interface Swept {
	sources: number;
	headlines: number;
}

/**
 * Deletes from the archive, for good, what wasn't saved of some removed sources; each source in a transaction of its
 * own. Where a damaged shelf doesn't say what is saved, nothing goes before the archive has been looked through.
 * Answers how many sources were dealt with, and how many headlines went. The caller holds the lock.
 */
async function sweepOut(archive: Archive, removed: readonly RemovedSource[]): Promise<Swept> {
	const deleted: number[] = [];
	for (const source of removed) {
		const count = await deleteUnsaved(archive, source);
		if (count === undefined) await writeItems({ checkDueAt: 0 });
		else deleted.push(count);
	}
	return { sources: deleted.length, headlines: deleted.reduce((sum, count) => sum + count, 0) };
}

/**
 * Deletes what wasn't saved of sources that were removed longer than {@link RESTORABLE_MS} ago: their day is over.
 * For one that was removed by a clock that was ahead it begins now. Answers how many sources were dealt with. The
 * caller holds the lock.
 */
export async function sweepRemoved(archive: Archive, now: number): Promise<number> {
	const removed = await readRemoved(archive);
	for (const one of removed)
		if (one.removedAt > now) await archive.put("removed", { ...one, removedAt: now });
	const stale = removed.filter(({ removedAt, former }) => !former && removedAt <= now - RESTORABLE_MS);
	return (await sweepOut(archive, stale)).sources;
}

/**
 * Deletes what isn't saved any more of former sources, and forgets those of which nothing is. Answers how many
 * sources were dealt with, and how many headlines went. The caller holds the lock.
 */
export async function sweepFormer(archive: Archive): Promise<Swept> {
	const removed = await readRemoved(archive);
	return sweepOut(
		archive,
		removed.filter(({ former }) => former),
	);
}
