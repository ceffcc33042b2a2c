import type { BackupChoices } from "../model/backup";
import type { Mark, SourceId } from "../model/headline";
import { createJudge, type Judge } from "../model/match";
import { hasEnded } from "../model/rule";
import type { SavedArticle, Snapshot, SnapshotMark } from "../model/snapshot";
import type { Source } from "../model/source";
import { type Archive, type KeptHeadline, type KeptMark, toKept } from "./database";
import { countChange, judgedAnew, readMeta } from "./revision";
import { settleMembers } from "./settle-members";
import { openShelvesToWrite, type ShelvesToWrite } from "./shelves-to-write";
import { withVerdict } from "./verdict";
import { whole } from "./whole";

const STORES = ["headlines", "articles", "fullTexts", "shelves", "removed", "joining", "meta"] as const;

const beginApplying = (archive: Archive) => archive.transaction(STORES, "readwrite");
type Applying = ReturnType<typeof beginApplying>;

/** A saved headline as the archive keeps it, with what the rules say of it. */
function toJudged({ headline, article }: SavedArticle, judge: Judge): KeptHeadline {
	const kept = toKept(headline);
	return withVerdict(kept, judge({ ...kept, html: article?.html }));
}

/** Keeps a saved article where it isn't kept; what is kept stays as it is. */
async function keepSaved(
	applying: Applying,
	shelves: ShelvesToWrite,
	saved: SavedArticle,
	judge: Judge,
): Promise<void> {
	const { id } = saved.headline;
	const { article, fullText } = saved;
	const keepIfGone = async (name: "articles" | "fullTexts", put: () => Promise<unknown>) => {
		if ((await applying.objectStore(name).getKey(id)) === undefined) await put();
	};
	const keepHeadline = async () => {
		if ((await applying.objectStore("headlines").getKey(id)) !== undefined) return;
		const judged = toJudged(saved, judge);
		await applying.objectStore("headlines").put(judged);
		await shelves.keep(judged, (await shelves.of(judged)) ?? {}, judged.mutedBy !== undefined);
	};
	await Promise.all([
		keepHeadline(),
		article && keepIfGone("articles", () => applying.objectStore("articles").put(article)),
		fullText && keepIfGone("fullTexts", () => applying.objectStore("fullTexts").put(fullText)),
	]);
}

const isSame = (one: Partial<SnapshotMark>, other: Partial<SnapshotMark>) =>
	one.shown === other.shown && one.read === other.read && one.saved === other.saved;

/**
 * Whether a headline has come since a snapshot was taken, from its source or with a backup: that one has been seen long
 * before perhaps, elsewhere, and is applied right after its snapshot is taken.
 */
const hasComeSince = ({ seenAt, broughtAt }: KeptHeadline, takenAt: number) =>
	broughtAt === undefined ? seenAt > takenAt : broughtAt >= takenAt;

/** What is known of a snapshot while it is applied. */
interface Known {
	takenAt: number;
	/** The sources that it speaks of, followed or not. */
	sources: ReadonlySet<SourceId>;
}

/**
 * What becomes of the mark of a headline that is kept: what the snapshot says. What it doesn't speak of stays where the
 * headline has come since, and where it is saved and of a source that the snapshot doesn't know either; but what a backup
 * has brought as saved of such a source isn't saved any more: that is undone.
 */
function markAfter(
	headline: KeptHeadline,
	mark: Mark,
	wanted: SnapshotMark | undefined,
	{ takenAt, sources }: Known,
): Mark {
	if (wanted) return wanted;
	const { saved, ...unsaved } = mark;
	const isSince = hasComeSince(headline, takenAt);
	if (sources.has(headline.source) || saved === undefined) return isSince ? mark : {};
	const isBrought = isSince && headline.broughtAt !== undefined && saved <= takenAt;
	return isBrought ? unsaved : mark;
}

/** Makes a mark what it is to be. */
async function settleMark(
	applying: Applying,
	shelves: ShelvesToWrite,
	mark: KeptMark | SnapshotMark,
	wanted: SnapshotMark | undefined,
	known: Known,
): Promise<void> {
	const headline = await applying.objectStore("headlines").get(mark.id);
	if (!headline) return shelves.keepWaiting(mark, wanted ?? {});
	await shelves.keep(headline, markAfter(headline, mark, wanted, known), headline.mutedBy !== undefined);
}

async function settleMarks(
	applying: Applying,
	shelves: ShelvesToWrite,
	{ marks, takenAt, sources, former }: Snapshot,
): Promise<void> {
	const known = { takenAt, sources: new Set([...sources, ...former].map(({ id }) => id)) };
	const wanted = new Map(marks.map((mark) => [mark.id, mark]));
	const kept = new Map((await shelves.all()).map((mark) => [mark.id, mark]));
	const differing = [...new Map([...kept, ...wanted]).values()].filter(
		({ id }) => !isSame(wanted.get(id) ?? {}, kept.get(id) ?? {}),
	);
	await Promise.all(differing.map((mark) => settleMark(applying, shelves, mark, wanted.get(mark.id), known)));
	await shelves.write();
}

/**
 * Makes the archive what a snapshot says, in one transaction: its marks, its saved articles, and which sources
 * are removed. Headlines that came since stay, those of sources that it doesn't know for a day, or as long as they
 * are saved. With `owed`, it decides in the same transaction what {@link settleOwed} then has to write; with
 * `lacksEdition`, that the edition is still to be put back. It can be repeated. The caller holds the lock.
 */
export async function applySnapshot(
	archive: Archive,
	snapshot: Snapshot,
	{
		followed,
		now,
		owed,
		lacksEdition,
	}: { followed: readonly Source[]; now: number; owed?: BackupChoices; lacksEdition?: true },
): Promise<void> {
	const judge = createJudge(snapshot.rules.filter((rule) => !hasEnded(rule, now)));
	const { sources: staying, former } = snapshot;
	const ids = new Set(staying.map(({ id }) => id));
	const applying = beginApplying(archive);
	const shelves = openShelvesToWrite(applying.objectStore("shelves"));
	await whole(applying, async () => {
		// What is saved first: marks are counted only for what is kept.
		await Promise.all(snapshot.saved.map((saved) => keepSaved(applying, shelves, saved, judge)));
		await settleMarks(applying, shelves, snapshot);
		const going = followed.filter(({ id }) => !ids.has(id));
		await settleMembers(applying, { going, staying, former }, now);
		const meta = applying.objectStore("meta");
		const { judged } = await readMeta(meta);
		await countChange(meta, {
			headlines: true,
			// What has just been judged may have verdicts by rules that are gone before all is.
			judged: { ...judgedAnew(snapshot.rules.map(({ id }) => id)), ...judged },
			...(owed && { owed }),
			...(lacksEdition && { lacksEdition }),
		});
	});
}
