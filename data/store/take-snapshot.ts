import type { IDBPDatabase } from "idb";
import { DAY_MS, MINUTE_MS } from "../model/durations";
import { squeeze } from "../model/gzip";
import { readSnapshot } from "../model/read-snapshot";
import { countsOf, type Snapshot, type SnapshotFacts, type SnapshotReason } from "../model/snapshot";
import { isFull } from "../model/trouble";
import type { Archive } from "./database";
import { tellRoom } from "./health";
import { migratedItems } from "./item-steps";
import { readItems, readRawItems, writeItems } from "./items";
import { keepSnapshot, readSnapshots } from "./safe";
import { markedOn } from "./shelf";
import type { Store } from "./store";

/** Removals within so long of a snapshot before one need none of their own. */
const RUN_MS = 10 * MINUTE_MS;

/** The archive's stores that snapshots are made from, in every version that there has been. */
const STORES = ["marks", "shelves", "headlines", "articles", "fullTexts", "removed"];

interface AnyMark {
	id?: unknown;
	saved?: unknown;
}

/** What the user did, as an archive of any version keeps it; marks and saved headlines are alike in all. */
async function readDone(
	archive: IDBPDatabase,
): Promise<{ marks: unknown[]; saved: unknown[]; former: unknown[] }> {
	const stores = STORES.filter((store) => archive.objectStoreNames.contains(store));
	if (stores.length === 0) return { marks: [], saved: [], former: [] };
	const reading = archive.transaction(stores);
	// What isn't as it should be is left out when the whole is read.
	const marks: AnyMark[] = stores.includes("marks")
		? await reading.objectStore("marks").getAll()
		: (await reading.objectStore("shelves").getAll()).flatMap(markedOn);
	const get = async (store: string, id: string): Promise<unknown> =>
		stores.includes(store) ? reading.objectStore(store).get(id) : undefined;
	const savedOnes = marks.flatMap(({ id, saved }) =>
		saved !== undefined && typeof id === "string" ? [id] : [],
	);
	const saved = await Promise.all(
		savedOnes.map(async (id) => {
			const [headline, article, fullText] = await Promise.all([
				get("headlines", id),
				get("articles", id),
				get("fullTexts", id),
			]);
			return { headline, ...(article ? { article } : {}), ...(fullText ? { fullText } : {}) };
		}),
	);
	const removed: unknown[] = stores.includes("removed") ? await reading.objectStore("removed").getAll() : [];
	return { marks, saved, former: removed.map((one) => Object(one).source) };
}

/** Whether the user did anything with a headline: that a rule hides it is found anew. */
const isDone = ({ shown, read, saved }: Snapshot["marks"][number]) =>
	shown !== undefined || read !== undefined || saved !== undefined;

/**
 * Reads what snapshots hold from an archive, and from extension storage, of any version that there has been.
 * The caller holds the lock.
 */
export async function readForSnapshot(archive: IDBPDatabase, now: number): Promise<Snapshot> {
	const [stored, done] = await Promise.all([readRawItems(), readDone(archive)]);
	const items = { ...stored, ...migratedItems(stored) };
	const snapshot = readSnapshot({ ...items, ...done, format: 1, takenAt: now });
	if (!snapshot) throw new TypeError(`No snapshot can be taken at ${now}.`);
	const known = new Set([...snapshot.sources, ...snapshot.former].map(({ id }) => id));
	const saved = snapshot.saved.filter(({ headline }) => known.has(headline.source));
	const savedOf = new Set(saved.map(({ headline }) => headline.source));
	return {
		...snapshot,
		former: snapshot.former.filter(({ id }) => savedOf.has(id)),
		marks: snapshot.marks.filter(isDone),
		saved,
	};
}

/** Keeps a snapshot with why it was taken. */
export async function keepTaken(snapshot: Snapshot, why: SnapshotReason): Promise<SnapshotFacts> {
	const squeezed = await squeeze(snapshot);
	const { takenAt } = snapshot;
	return keepSnapshot({ takenAt, why, bytes: squeezed.length, ...countsOf(snapshot) }, squeezed, takenAt);
}

/** The archive without its types, as one of any version has none. */
export const untyped = (archive: Archive): IDBPDatabase => archive as unknown as IDBPDatabase;

/** Keeps what there is, with why. The caller holds the lock, and goes on where that is kept. */
export async function keepPresent(
	archive: Archive,
	why: SnapshotReason,
	now: number,
): Promise<SnapshotFacts> {
	return keepTaken(await readForSnapshot(untyped(archive), now), why);
}

/** Takes a snapshot of what the store holds now. */
export async function takeSnapshot(store: Store, why: SnapshotReason): Promise<SnapshotFacts> {
	const snapshot = await store.lock(async () => readForSnapshot(untyped(await store.archive()), store.now()));
	return keepTaken(snapshot, why);
}

/**
 * Takes a snapshot before something that changes much. Several removals in a row are one: what was there before
 * the first is what they can be undone to. Where none can be taken, as on a full disk, that is no reason to
 * refuse what may make room; that there is none is told.
 */
export async function takeSnapshotBefore(store: Store, why: SnapshotReason): Promise<void> {
	try {
		const [last] = why === "removal" ? await readSnapshots() : [];
		const isInRun = last?.why === why && Math.abs(store.now() - last.takenAt) < RUN_MS;
		if (!isInRun) await takeSnapshot(store, why);
	} catch (cause) {
		console.error("No snapshot could be taken.", cause);
		if (isFull(cause)) await tellRoom(false);
	}
}

/** Takes the daily snapshot, where it is due. */
export async function takeDailySnapshot(store: Store): Promise<void> {
	const { snapshotDueAt } = await readItems(["snapshotDueAt"]);
	const now = store.now();
	// A clock that was set back must not put it off for ever.
	if (snapshotDueAt > now && snapshotDueAt <= now + DAY_MS) return;
	await takeSnapshot(store, "day");
	await writeItems({ snapshotDueAt: now + DAY_MS });
}
