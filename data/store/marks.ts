import type { HeadlineId, Mark, SourceId } from "../model/headline";
import { applyAct, type MarkAct } from "../model/mark";
import type { Scope } from "../model/scope";
import type { Archive, KeptHeadline } from "./database";
import { ofSourceIn } from "./in-order";
import { keepMark } from "./keep-mark";
import { picturesOf } from "./pictures";
import { countChange } from "./revision";
import { addCounts, carryCounts, NO_CHANGE, weightOf } from "./tally";

/**
 * Marks headlines in the archive, in one transaction, all as of one time or each as of its own; answers those that
 * it changed. Headlines that aren't kept are passed over. What is no longer saved loses its kept pictures. The
 * caller holds the lock.
 */
export async function markHeadlines(
	archive: Archive,
	ids: readonly HeadlineId[],
	act: MarkAct,
	at: number | ((id: HeadlineId) => number),
): Promise<HeadlineId[]> {
	const writing = archive.transaction(["headlines", "marks", "pictures", "removed", "meta"], "readwrite");
	const marks = writing.objectStore("marks");
	const removed = new Set(await writing.objectStore("removed").getAllKeys());
	/** What has become read, and so counts once less, or unread again. */
	const turned: { headline: KeptHeadline; times: 1 | -1 }[] = [];
	const mark = async (id: HeadlineId): Promise<HeadlineId[]> => {
		const [headline, kept] = await Promise.all([writing.objectStore("headlines").get(id), marks.get(id)]);
		if (!headline) return [];
		const before: Mark = kept ?? {};
		const after = applyAct(before, act, typeof at === "number" ? at : at(id));
		if (after === before) return [];
		await keepMark(marks, { headline, mark: after, muted: headline.mutedBy !== undefined });
		const isRead = after.read !== undefined;
		if ((before.read !== undefined) !== isRead && !removed.has(headline.source))
			turned.push({ headline, times: isRead ? -1 : 1 });
		if (act === "unsaved") await writing.objectStore("pictures").delete(picturesOf(id));
		return [id];
	};
	const changed = (await Promise.all([...new Set(ids)].map(mark))).flat();
	const meta = changed.length > 0 ? await countChange(writing.objectStore("meta")) : undefined;
	await writing.done;
	if (meta)
		carryCounts(
			archive,
			meta.revision,
			turned.reduce(
				(counts, { headline, times }) => addCounts(counts, weightOf(headline, meta), times),
				NO_CHANGE,
			),
		);
	return changed;
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
	const writing = archive.transaction(["headlines", "marks", "meta"], "readwrite");
	const marks = writing.objectStore("marks");
	const markSource = async (source: SourceId): Promise<HeadlineId[]> => {
		const [ids, kept] = await Promise.all([
			writing.objectStore("headlines").index("source").getAllKeys(ofSourceIn(source, scope)),
			marks.index("source").getAll(source),
		]);
		const keptById = new Map(kept.map((mark) => [mark.id, mark]));
		const unread = ids.filter((id) => keptById.get(id)?.settled === undefined);
		const read = (id: HeadlineId) =>
			keepMark(marks, {
				headline: { id, source },
				mark: { ...keptById.get(id), read: now },
				muted: false,
			});
		await Promise.all(unread.map(read));
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
		const { shown, ...mark } = kept;
		await keepMark(marks, { headline: kept, mark, muted: kept.muted ?? false });
	};
	await Promise.all(ids.map(forget));
	await countChange(writing.objectStore("meta"), { restartedAt: now });
	await writing.done;
}
