import { BACKUP_KINDS, type BackupKind, type BackupPart, type Steps } from "../model/backup";
import type { HeadlineId, SourceId } from "../model/headline";
import { type Archive, type KeptHeadline, openArchive, toMark } from "./database";
import { markedOn } from "./shelf";

/** How many are read at a time: a page stays at hand in between. */
const BATCH = 200;
/** A shelf has the marks of a whole source. */
const SHELVES = 8;

/** A batch of a store, and the key that it ends at; undefined where there are no more. */
async function readBatch<Name extends Exclude<BackupKind, "marks"> | "shelves">(
	archive: Archive,
	name: Name,
	after: IDBValidKey | undefined,
	size = BATCH,
) {
	const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
	const { store } = archive.transaction(name);
	// The range is one of this store's own keys.
	const [keys, records] = await Promise.all([
		store.getAllKeys(range as Parameters<typeof store.getAllKeys>[0], size),
		store.getAll(range as Parameters<typeof store.getAll>[0], size),
	]);
	const last: IDBValidKey | undefined = keys.length === size ? keys.at(-1) : undefined;
	return { records, last, count: keys.length };
}

/** The same for what goes into a backup as one kind: each mark as one record. */
async function readBatchOf(archive: Archive, kind: BackupKind, after: IDBValidKey | undefined) {
	if (kind !== "marks") return readBatch(archive, kind, after);
	const { records, ...batch } = await readBatch(archive, "shelves", after, SHELVES);
	return {
		records: records.flatMap(markedOn),
		...batch,
	};
}

/** All batches of all kinds. The next is asked for before one is given: the browser reads it while that is worked on. */
async function* batchesOf(archive: Archive) {
	for (const kind of BACKUP_KINDS) {
		let reading: ReturnType<typeof readBatchOf> | undefined = readBatchOf(archive, kind, undefined);
		while (reading) {
			const { records, last, count }: Awaited<typeof reading> = await reading;
			reading = last === undefined ? undefined : readBatchOf(archive, kind, last);
			yield { kind, records, count };
		}
	}
}

/** The fact in a kept headline alone: who watches for it or mutes it is found out again. */
const toFact = ({ age, link, broughtAt, mutedBy, watchedBy, ...headline }: KeptHeadline) => headline;

/** Whether a headline is in a backup, or a mark of one. */
type Belongs = (one: { id: HeadlineId; source: SourceId }) => boolean;

/** What of a batch belongs to a backup, as that has it. */
function toPart(batch: BackupPart, belongs: Belongs, headlines: Set<HeadlineId>): BackupPart {
	switch (batch.kind) {
		case "headlines": {
			const records = batch.records.filter(belongs);
			for (const { id } of records) headlines.add(id);
			// The archive's own have more to them.
			return { kind: "headlines", records: (records as KeptHeadline[]).map(toFact) };
		}
		case "marks": {
			const records = batch.records.filter(belongs);
			const marks = records.map(({ id, source, ...mark }) => ({
				...toMark({ id, source, ...mark }),
				id,
				source,
			}));
			return { kind: "marks", records: marks.filter((mark) => Object.keys(mark).length > 2) };
		}
		case "revisions":
			return { kind: "revisions", records: batch.records.filter(({ headline }) => headlines.has(headline)) };
		default:
			// All other kinds belong to a headline, whose id theirs is.
			return {
				...batch,
				records: (batch.records as { id: HeadlineId }[]).filter(({ id }) => headlines.has(id)),
			} as BackupPart;
	}
}

/**
 * Reads all that is kept of some sources, and of others what is saved, for a page, a batch at a time, and says how far
 * it has come. What is done meanwhile may be in it or not.
 */
export async function* readEverything(
	{ followed, saved }: { followed: Iterable<SourceId>; saved: Iterable<HeadlineId> },
	told: (steps: Steps) => void,
): AsyncGenerator<BackupPart> {
	const [sources, alone] = [new Set(followed), new Set(saved)];
	const belongs: Belongs = ({ id, source }) => sources.has(source) || alone.has(id);
	const headlines = new Set<HeadlineId>();
	const archive = await openArchive();
	try {
		const counts = await Promise.all(
			BACKUP_KINDS.map((kind) => archive.count(kind === "marks" ? "shelves" : kind)),
		);
		const total = counts.reduce((sum, count) => sum + count, 0);
		let done = 0;
		for await (const { kind, records, count } of batchesOf(archive)) {
			// What a store holds is its kind's; what is damaged of it is left out when it is written.
			yield toPart({ kind, records } as BackupPart, belongs, headlines);
			done += count;
			told({ done, total });
		}
	} finally {
		archive.close();
	}
}
