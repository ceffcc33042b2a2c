import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from "idb";
import type { HeadlineId, Mark, SourceId } from "../model/headline";
import type { Archive, ArchiveSchema, KeptMark, MarkPage } from "./archive-schema";
import { toPage } from "./mark-page";

/** The transaction that an archive is brought up to date in. */
export type Upgrade = IDBPTransaction<ArchiveSchema, StoreNames<ArchiveSchema>[], "versionchange">;

async function noteWhenSeen(upgrade: Upgrade): Promise<void> {
	for (
		let cursor = await upgrade.objectStore("headlines").openCursor();
		cursor;
		cursor = await cursor.continue()
	)
		await cursor.update({ ...cursor.value, seenAt: cursor.value.publishedAt });
}

/** What the archive's stores were before version 6, when each mark was a record of its own. */
interface MarksBefore extends DBSchema {
	marks: {
		key: HeadlineId;
		value: Mark & { id: HeadlineId; source: SourceId; muted?: true; settled?: 1 };
		indexes: { source: SourceId; read: [SourceId, read: number]; saved: number; settled: [SourceId, 1] };
	};
}

// A store that a later version has dropped is unknown to the types of today's, and there until that version's step.
const archiveBefore = (archive: Archive) => archive as unknown as IDBPDatabase<MarksBefore>;
const marksBefore = (upgrade: Upgrade) =>
	(upgrade as unknown as IDBPTransaction<MarksBefore, ["marks"], "versionchange">).objectStore("marks");

async function noteSettled(upgrade: Upgrade): Promise<void> {
	const marks = marksBefore(upgrade);
	for (let cursor = await marks.openCursor(); cursor; cursor = await cursor.continue())
		if (cursor.value.read !== undefined) await cursor.update({ ...cursor.value, settled: 1 });
}

const isTime = (value: unknown) => value === undefined || Number.isFinite(value);

/**
 * Lays out each source's marks on one page. Marks of which something is wrong come together on a page that is none,
 * which is set aside when the archive is looked through.
 */
async function layOutMarks(archive: Archive, upgrade: Upgrade): Promise<void> {
	const pages = archive.createObjectStore("markPages", { keyPath: "source" });
	const marks = await marksBefore(upgrade).getAll();
	const isRight = ({ id, source, shown, read, saved }: (typeof marks)[number]) =>
		[id, source].every((name) => typeof name === "string" && name !== "") &&
		[shown, read, saved].every(isTime);
	const bySource = new Map<SourceId, KeptMark[]>();
	for (const { settled, ...mark } of marks.filter(isRight)) {
		// What was read or muted and not settled had lost its headline.
		const waits = settled === undefined && (mark.read !== undefined || mark.muted === true);
		const one: KeptMark = waits ? { ...mark, waits } : mark;
		const kept = bySource.get(mark.source);
		if (kept) kept.push(one);
		else bySource.set(mark.source, [one]);
	}
	for (const [source, kept] of bySource) await pages.put(toPage(source, kept));
	const wrong = marks.filter((mark) => !isRight(mark));
	// It is meant to be misshapen.
	if (wrong.length > 0) await pages.put({ source: "damaged", wrong } as unknown as MarkPage);
	archiveBefore(archive).deleteObjectStore("marks");
}

/**
 * A step from one version to the next. It is pure: it knows nothing but the archive, and is always the same. It
 * awaits requests of the upgrade alone, which ends when it waits for anything else.
 */
export type Step = (archive: Archive, upgrade: Upgrade) => void | Promise<void>;

/** Step n takes the archive from version n to version n + 1; a step that was released never changes. */
export const STEPS: readonly Step[] = [
	(archive) => {
		const headlines = archive.createObjectStore("headlines", { keyPath: "id" });
		headlines.createIndex("newest", ["age", "id"]);
		headlines.createIndex("source", "source");
		headlines.createIndex("link", ["source", "link"]);
		archive.createObjectStore("articles", { keyPath: "id" });
		const marks = archiveBefore(archive).createObjectStore("marks", { keyPath: "id" });
		marks.createIndex("source", "source");
		marks.createIndex("read", ["source", "read"]);
		marks.createIndex("saved", "saved");
		archive.createObjectStore("revisions", { autoIncrement: true }).createIndex("headline", "headline");
		archive.createObjectStore("removed", { keyPath: "id" });
		archive.createObjectStore("joining", { autoIncrement: true });
		archive.createObjectStore("meta");
	},
	(_archive, upgrade) => {
		const headlines = upgrade.objectStore("headlines");
		headlines.deleteIndex("source");
		// With the age, so that a source's newest headline and its days are found without reading the others.
		headlines.createIndex("source", ["source", "age"]);
	},
	async (archive, upgrade) => {
		const headlines = upgrade.objectStore("headlines");
		headlines.createIndex("seen", "seenAt");
		headlines.createIndex("mutedBy", "mutedBy", { multiEntry: true });
		headlines.createIndex("watchedBy", "watchedBy", { multiEntry: true });
		marksBefore(upgrade).createIndex("settled", ["source", "settled"]);
		archive.createObjectStore("news", { keyPath: "id" });
		archive.createObjectStore("notifications", { keyPath: "id" });
		await noteWhenSeen(upgrade);
		await noteSettled(upgrade);
	},
	(archive) => {
		archive.createObjectStore("icons", { keyPath: "id" }).createIndex("again", "again");
	},
	(archive) => {
		const fullTexts = archive.createObjectStore("fullTexts", { keyPath: "id" });
		fullTexts.createIndex("source", "source");
		fullTexts.createIndex("state", ["state", "at"]);
		archive.createObjectStore("places", { keyPath: "id" });
		archive
			.createObjectStore("pictures", { keyPath: ["headline", "url"] })
			.createIndex("headline", "headline");
	},
	layOutMarks,
];
