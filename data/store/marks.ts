import type { HeadlineId, SourceId } from "../model/headline";
import { applyAct, type MarkAct } from "../model/mark";
import { type Archive, type KeptMark, ofSource } from "./database";
import { countChange } from "./revision";

const isEmpty = ({ shown, read, saved }: KeptMark) =>
	shown === undefined && read === undefined && saved === undefined;

/**
 * Marks headlines in the archive, in one transaction; answers those that it changed. Headlines that aren't
 * kept are passed over. The caller holds the lock.
 */
export async function markHeadlines(
	archive: Archive,
	ids: readonly HeadlineId[],
	act: MarkAct,
	now: number,
): Promise<HeadlineId[]> {
	const writing = archive.transaction(["headlines", "marks", "meta"], "readwrite");
	const marks = writing.objectStore("marks");
	const mark = async (id: HeadlineId): Promise<HeadlineId[]> => {
		const [headline, kept] = await Promise.all([writing.objectStore("headlines").get(id), marks.get(id)]);
		if (!headline) return [];
		const before = kept ?? {};
		const after = applyAct(before, act, now);
		if (after === before) return [];
		const keeping = { ...after, id, source: headline.source };
		await (isEmpty(keeping) ? marks.delete(id) : marks.put(keeping));
		return [id];
	};
	const changed = (await Promise.all([...new Set(ids)].map(mark))).flat();
	if (changed.length > 0) await countChange(writing.objectStore("meta"));
	await writing.done;
	return changed;
}

/**
 * Marks everything of the given sources as read, in one transaction; answers the headlines that it changed.
 * The caller holds the lock.
 */
export async function markSourcesRead(
	archive: Archive,
	sources: readonly SourceId[],
	now: number,
): Promise<HeadlineId[]> {
	const writing = archive.transaction(["headlines", "marks", "meta"], "readwrite");
	const marks = writing.objectStore("marks");
	const markSource = async (source: SourceId): Promise<HeadlineId[]> => {
		const [ids, kept] = await Promise.all([
			writing.objectStore("headlines").index("source").getAllKeys(ofSource(source)),
			marks.index("source").getAll(source),
		]);
		const keptById = new Map(kept.map((mark) => [mark.id, mark]));
		const unread = ids.filter((id) => keptById.get(id)?.read === undefined);
		await Promise.all(unread.map((id) => marks.put({ ...keptById.get(id), id, source, read: now })));
		return unread;
	};
	const changed = (await Promise.all(sources.map(markSource))).flat();
	if (changed.length > 0) await countChange(writing.objectStore("meta"));
	await writing.done;
	return changed;
}

/**
 * Forgets of the given headlines that the ticker has shown them, where they are unread, and notes that the
 * run begins again. The caller holds the lock.
 */
export async function forgetShown(archive: Archive, ids: readonly HeadlineId[], now: number): Promise<void> {
	const writing = archive.transaction(["marks", "meta"], "readwrite");
	const marks = writing.objectStore("marks");
	const forget = async (id: HeadlineId) => {
		const kept = await marks.get(id);
		if (kept?.shown === undefined || kept.read !== undefined) return;
		const { shown, ...rest } = kept;
		await (isEmpty(rest) ? marks.delete(id) : marks.put(rest));
	};
	await Promise.all(ids.map(forget));
	await countChange(writing.objectStore("meta"), { restartedAt: now });
	await writing.done;
}
