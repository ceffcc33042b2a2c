import type { HeadlineId, Mark, SourceId } from "../model/headline";
import { applyAct, type MarkAct } from "../model/mark";
import type { Scope } from "../model/scope";
import type { Archive, KeptHeadline } from "./database";
import { ofSourceIn } from "./in-order";
import { keptMarksToWrite } from "./kept-marks";
import { isSettled } from "./mark-page";
import { picturesOf } from "./pictures";
import { countChange } from "./revision";
import { type Subject, subjectsOf } from "./subjects";
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
	const writing = archive.transaction(["headlines", "markPages", "pictures", "removed", "meta"], "readwrite");
	const marks = keptMarksToWrite(writing.objectStore("markPages"));
	const removed = new Set(await writing.objectStore("removed").getAllKeys());
	const subjects = await subjectsOf(writing.objectStore("headlines"), [...new Set(ids)]);
	/** What has become read, and so counts once less, or unread again; undefined where that isn't known. */
	let turned: { headline: KeptHeadline; times: 1 | -1 }[] | undefined = [];
	const mark = async ({ id, source, muted, headline }: Subject): Promise<HeadlineId[]> => {
		const before: Mark = (await marks.of({ id, source })) ?? {};
		const after = applyAct(before, act, typeof at === "number" ? at : at(id));
		if (after === before) return [];
		await marks.keep({ id, source }, after, muted);
		const isRead = after.read !== undefined;
		if ((before.read !== undefined) !== isRead && !removed.has(source)) {
			if (headline) turned?.push({ headline, times: isRead ? -1 : 1 });
			else turned = undefined;
		}
		if (act === "unsaved") await writing.objectStore("pictures").delete(picturesOf(id));
		return [id];
	};
	const changed = (await Promise.all(subjects.map(mark))).flat();
	await marks.write();
	const meta = changed.length > 0 ? await countChange(writing.objectStore("meta")) : undefined;
	await writing.done;
	if (meta && turned)
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
	const writing = archive.transaction(["headlines", "markPages", "meta"], "readwrite");
	const marks = keptMarksToWrite(writing.objectStore("markPages"));
	const markSource = async (source: SourceId): Promise<HeadlineId[]> => {
		const [ids, kept] = await Promise.all([
			writing.objectStore("headlines").index("source").getAllKeys(ofSourceIn(source, scope)),
			marks.ofSource(source),
		]);
		const isUnread = (id: HeadlineId) => {
			const mark = kept.get(id);
			return mark === undefined || !isSettled(mark);
		};
		const unread = ids.filter(isUnread);
		await Promise.all(unread.map((id) => marks.keep({ id, source }, { ...kept.get(id), read: now }, false)));
		return unread;
	};
	const changed = (await Promise.all(sources.map(markSource))).flat();
	await marks.write();
	if (changed.length > 0) await countChange(writing.objectStore("meta"));
	await writing.done;
	return changed;
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
	const writing = archive.transaction(["markPages", "meta"], "readwrite");
	const marks = keptMarksToWrite(writing.objectStore("markPages"));
	const forget = async (headline: { id: HeadlineId; source: SourceId }) => {
		const kept = await marks.of(headline);
		if (kept?.shown === undefined || kept.read !== undefined) return;
		const { shown, ...mark } = kept;
		await marks.keep(headline, mark, kept.muted ?? false);
	};
	await Promise.all(headlines.map(forget));
	await marks.write();
	await countChange(writing.objectStore("meta"), { restartedAt: now });
	await writing.done;
}
