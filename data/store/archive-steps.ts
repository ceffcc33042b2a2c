import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from "idb";
import type { HeadlineId, Mark, SourceId } from "../model/headline";
import type { Archive, ArchiveSchema, KeptMark, Shelf } from "./archive-schema";
import { sourcesIn } from "./kept";
import { BESIDE, isName, saysSomething, toShelf } from "./shelf";

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
 * Puts on a shelf for each source which headlines it has, and what was done with them. A mark lies with its headline,
 * whatever source it names. Marks of which something is wrong come together on a shelf that is none, which is set
 * aside when the archive is looked through.
 */
async function putOnShelves(archive: Archive, upgrade: Upgrade): Promise<void> {
	const shelves = archive.createObjectStore("shelves", { keyPath: "source" });
	const bySource = upgrade.objectStore("headlines").index("source");
	const kept = new Map<SourceId, Map<HeadlineId, KeptMark>>();
	const homes = new Map<HeadlineId, SourceId>();
	for (const source of await sourcesIn(bySource)) {
		const ids = await bySource.getAllKeys(IDBKeyRange.bound([source], [source, []]));
		kept.set(source, new Map(ids.map((id) => [id, { id, source }])));
		for (const id of ids) homes.set(id, source);
	}
	const wrong: unknown[] = [];
	for (const { settled: _, ...mark } of await marksBefore(upgrade).getAll()) {
		const source = homes.get(mark.id) ?? mark.source;
		const isRight = isName(mark.id) && isName(source) && [mark.shown, mark.read, mark.saved].every(isTime);
		if (!isRight) {
			wrong.push(mark);
			continue;
		}
		const { muted, ...alone } = { ...mark, source };
		const isKept = homes.has(mark.id);
		const one: KeptMark = isKept ? { ...alone, ...(muted && { muted }) } : { ...alone, waits: true };
		const shelf = kept.get(source) ?? new Map<HeadlineId, KeptMark>();
		kept.set(source, shelf);
		if (isKept || saysSomething(one)) shelf.set(mark.id, one);
	}
	for (const [source, shelf] of kept) if (shelf.size > 0) await shelves.put(toShelf(source, shelf.values()));
	// It is meant to be misshapen.
	if (wrong.length > 0) await shelves.put({ source: BESIDE, wrong } as unknown as Shelf);
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
	putOnShelves,
];
