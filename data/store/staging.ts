import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from "idb";
import type { BackupChoices, BackupFacts, BackupKind, BackupPart, FormerSources } from "../model/backup";
import { squeeze } from "../model/gzip";
import type { Lock } from "./lock";
import type { Squeezed } from "./safe";

/** A backup that has been looked through and can be restored. */
export interface Staged {
	/** By which its page knows it again. */
	id: string;
	facts: BackupFacts;
	choices: BackupChoices;
	former: FormerSources;
	/** How many parts it has. */
	parts: number;
}

/** A part as it is staged: JSON that is squeezed. */
export interface StagedPart {
	kind: BackupKind;
	squeezed: Squeezed;
}

interface StagingSchema extends DBSchema {
	/** By its id: two pages may be at it. */
	staged: { key: string; value: Staged };
	/** Its parts in their order. */
	parts: { key: [id: string, place: number]; value: StagedPart };
}

type Staging = IDBPDatabase<StagingSchema>;

const NAME = "headline-ticker-restore";

/** Does something with the database, which is opened for it: it is seldom needed. */
async function withStaging<T>(work: (staging: Staging) => Promise<T>): Promise<T> {
	const staging = await openDB<StagingSchema>(NAME, 1, {
		upgrade: (made) => {
			made.createObjectStore("staged");
			made.createObjectStore("parts");
		},
	});
	try {
		return await work(staging);
	} finally {
		staging.close();
	}
}

type Clearing = IDBPTransaction<StagingSchema, ("staged" | "parts")[], "readwrite">;

const partsOf = (id: string) => IDBKeyRange.bound([id], [id, []]);

const clear = (clearing: Clearing, id: string) =>
	Promise.all([clearing.objectStore("staged").delete(id), clearing.objectStore("parts").delete(partsOf(id))]);

/** Forgets the backup that is staged under an id. */
export const clearStaging = (id: string): Promise<void> =>
	withStaging(async (staging) => {
		const clearing = staging.transaction(["staged", "parts"], "readwrite");
		await clear(clearing, id);
		await clearing.done;
	});

/** Forgets all that other pages have staged, and left behind. */
const clearAll = (): Promise<void> =>
	withStaging(async (staging) => {
		const clearing = staging.transaction(["staged", "parts"], "readwrite");
		await Promise.all([
			clearing.objectStore("staged").clear(),
			clearing.objectStore("parts").clear(),
			clearing.done,
		]);
	});

/**
 * Notes that all parts of a backup are there; answers whether they are. A page that has begun later has cleared those
 * that were there by then.
 */
const noteStaged = (staged: Staged): Promise<boolean> =>
	withStaging(async (staging) => {
		const noting = staging.transaction(["staged", "parts"], "readwrite");
		const isWhole = (await noting.objectStore("parts").count(partsOf(staged.id))) === staged.parts;
		if (isWhole) await noting.objectStore("staged").put(staged, staged.id);
		await noting.done;
		return isWhole;
	});

/**
 * Stages a backup in place of any other: a page looks through it part by part, and the background restores it from
 * there, with the lock, under which any other is cleared. It is there once all parts are; where one fails, nothing is.
 * Answers whether it is there: of two pages that are at it at once, the one that began last has it.
 */
export async function stage(
	staged: Omit<Staged, "parts">,
	parts: AsyncIterable<BackupPart>,
	lock: Lock,
): Promise<boolean> {
	const { id } = staged;
	await lock(clearAll);
	let isThere = false;
	try {
		let place = 0;
		await withStaging(async (staging) => {
			for await (const { kind, records } of parts) {
				await staging.add("parts", { kind, squeezed: await squeeze(records) }, [id, place]);
				place += 1;
			}
		});
		isThere = await noteStaged({ ...staged, parts: place });
	} finally {
		if (!isThere) await clearStaging(id);
	}
	return isThere;
}

/** What is staged under an id, without its parts; undefined where nothing is, or not all of it. */
export const readStaged = (id: string): Promise<Staged | undefined> =>
	withStaging(async (staging) => {
		const reading = staging.transaction(["staged", "parts"]);
		const [staged, count] = await Promise.all([
			reading.objectStore("staged").get(id),
			reading.objectStore("parts").count(partsOf(id)),
		]);
		return staged?.parts === count ? staged : undefined;
	});

/** So many parts, of 200 kB before they were squeezed, are read in one go. */
const AT_ONCE = 100;

/** The parts of what is staged under an id. */
export const readStagedParts = (id: string): Promise<StagedPart[]> =>
	withStaging(async (staging) => {
		const parts: StagedPart[] = [];
		for (;;) {
			const some = await staging.getAll("parts", IDBKeyRange.bound([id, parts.length], [id, []]), AT_ONCE);
			parts.push(...some);
			if (some.length < AT_ONCE) return parts;
		}
	});
