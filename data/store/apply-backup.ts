import { gunzipSync, strFromU8 } from "fflate";
import {
	BACKUP_KINDS,
	type BackupChoices,
	type BackupPart,
	type FormerSources,
	type RestoreWay,
	type Steps,
} from "../model/backup";
import type { HeadlineId, SourceId } from "../model/headline";
import { createJudge } from "../model/match";
import { mergeMarks } from "../model/merge-choices";
import { hasEnded } from "../model/rule";
import type { SnapshotMark } from "../model/snapshot";
import type { Source } from "../model/source";
import { type Applying, addPart, beginApplying, type Known } from "./backup-parts";
import { type Archive, type KeptMark, toMark } from "./database";
import { countChange, judgedAnew, readMeta } from "./revision";
import { settleMembers } from "./settle-members";
import { saysSomething } from "./shelf";
import { openShelvesToWrite } from "./shelves-to-write";
import type { StagedPart } from "./staging";
import { whole } from "./whole";

/** How a backup is applied. */
interface Applied {
	way: RestoreWay;
	/** When the backup was made, in milliseconds since 1970. */
	madeAt: number;
	/** The sources that were followed before. */
	followed: readonly Source[];
	/** The backup's sources that are followed under other ids, with those. */
	twins: ReadonlyMap<SourceId, SourceId>;
	former: FormerSources;
	/** What is chosen from now on, as {@link settleOwed} then has to write it. */
	owed: BackupChoices;
	/** Milliseconds since 1970. */
	now: number;
	/** Is told how far it has come. It is called in the middle of a transaction, which waits for nothing of it. */
	told: (steps: Steps) => void;
}

/** A part is unsqueezed without waiting: a transaction that waits for anything but itself ends. */
const read = ({ kind, squeezed }: StagedPart): BackupPart =>
	// It was staged by ./staging.ts, from records of this very kind.
	({ kind, records: JSON.parse(strFromU8(gunzipSync(squeezed))) }) as BackupPart;

async function look(
	applying: Applying,
	{ way, twins, former, owed: { sources, rules }, now }: Applied,
): Promise<Known> {
	const headlines = applying.objectStore("headlines");
	const [ids, muted] = await Promise.all([headlines.getAllKeys(), headlines.index("mutedBy").getAllKeys()]);
	return {
		way,
		judge: createJudge(rules.filter((rule) => !hasEnded(rule, now))),
		now,
		sources: new Set([...sources, ...former].map(({ id }) => id)),
		headlines: new Set(ids),
		twins: { sources: twins, headlines: new Map() },
		muted: new Set(muted),
		added: new Map(),
		wanted: new Map(),
	};
}

/** What becomes of a mark that is kept, that the backup has, or both. */
async function markAfter(
	applying: Applying,
	kept: KeptMark | undefined,
	wanted: SnapshotMark | undefined,
	{ way, madeAt }: Applied,
	{ sources }: Known,
): Promise<Partial<SnapshotMark>> {
	if (way === "merge") return mergeMarks(kept ? toMark(kept) : {}, wanted ?? {});
	if (wanted) return wanted;
	const headline = kept && (await applying.objectStore("headlines").get(kept.id));
	if (!headline) return {};
	// What was done since with what has come since stays, and what is saved of sources that it doesn't know.
	const isBeyond = kept.saved !== undefined && !sources.has(headline.source);
	return isBeyond || headline.seenAt > madeAt ? toMark(kept) : {};
}

/** Where the mark of a headline that is kept lies; undefined for one that isn't. Whatever a file says, it is one place. */
async function homeOf(
	applying: Applying,
	id: HeadlineId,
	{ headlines, added }: Known,
	shelved: ReadonlyMap<HeadlineId, KeptMark>,
): Promise<SourceId | undefined> {
	if (!headlines.has(id)) return undefined;
	const mark = shelved.get(id);
	const known = added.get(id) ?? (mark?.waits ? undefined : mark?.source);
	return known ?? (await applying.objectStore("headlines").get(id))?.source;
}

async function settleMarks(applying: Applying, known: Known, applied: Applied): Promise<void> {
	const shelves = openShelvesToWrite(applying.objectStore("shelves"));
	const shelved = new Map((await shelves.all()).map((mark) => [mark.id, mark]));
	const settle = async (id: HeadlineId) => {
		const [before, wanted] = [shelved.get(id), known.wanted.get(id)];
		const mark = await markAfter(applying, before, wanted, applied, known);
		const home = await homeOf(applying, id, known, shelved);
		const source = home ?? before?.source ?? wanted?.source;
		if (source === undefined) return;
		if (before && before.source !== source) await shelves.drop(before);
		if (home === undefined) await shelves.keepWaiting({ id, source }, mark);
		else await shelves.keep({ id, source }, mark, known.muted.has(id));
	};
	const marked = [...shelved.values()].filter(saysSomething).map(({ id }) => id);
	await Promise.all([...new Set([...marked, ...known.wanted.keys(), ...known.added.keys()])].map(settle));
	await shelves.write();
}

/**
 * Applies a backup's parts to the archive, in one transaction: where anything of it is refused, the archive stays
 * as it was. What is kept stays; headlines of sources that aren't followed any more are hidden, and deleted after
 * a day, but for what is saved. It can be repeated. Answers how many headlines came anew. The caller holds the lock.
 */
export async function applyBackup(
	archive: Archive,
	parts: readonly StagedPart[],
	applied: Applied,
): Promise<number> {
	const { followed, former, owed, now, told } = applied;
	const { sources, rules } = owed;
	const applying = beginApplying(archive);
	return whole(applying, async () => {
		const known = await look(applying, applied);
		const inOrder = BACKUP_KINDS.flatMap((kind) => parts.filter((part) => part.kind === kind));
		for (const [done, part] of inOrder.entries()) {
			told({ done, total: parts.length });
			await addPart(applying, read(part), known);
		}
		await settleMarks(applying, known, applied);
		const staying = new Set(sources.map(({ id }) => id));
		const going = followed.filter(({ id }) => !staying.has(id));
		await settleMembers(applying, { going, staying: sources, former }, now);
		const meta = applying.objectStore("meta");
		const { judged } = await readMeta(meta);
		const isJudged = rules.length > 0 || judged !== undefined;
		await countChange(meta, {
			headlines: true,
			owed,
			...(isJudged && { judged: { ...judged, ...judgedAnew(rules.map(({ id }) => id)) } }),
		});
		return known.added.size;
	});
}
