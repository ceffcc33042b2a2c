import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Found, SetAside } from "../model/set-aside";
import type { SnapshotFacts } from "../model/snapshot";
import { surplusOf } from "../model/snapshots-kept";
import { writeItems } from "./items";
import { whole } from "./whole";

/** A snapshot as it is kept; see ../model/gzip.ts. */
export type Squeezed = Uint8Array<ArrayBuffer>;

interface SafeSchema extends DBSchema {
	snapshots: { key: number; value: SnapshotFacts };
	/** The squeezed snapshots by their ids, apart, so that a list of them reads little. */
	squeezed: { key: number; value: Squeezed };
	setAside: { key: number; value: SetAside };
}

/** The open database of what has to outlive the archive. */
type Safe = IDBPDatabase<SafeSchema>;

const NAME = "headline-ticker-safe";
const VERSION = 1;

const openSafe = (): Promise<Safe> =>
	openDB<SafeSchema>(NAME, VERSION, {
		upgrade: (safe) => {
			safe.createObjectStore("snapshots", { keyPath: "id", autoIncrement: true });
			safe.createObjectStore("squeezed");
			safe.createObjectStore("setAside", { keyPath: "id", autoIncrement: true });
		},
		// A deletion is announced to the connection itself, so the event's target is that connection.
		blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
	});

/** Does something with the database, which is opened for it: it is seldom needed. */
async function withSafe<T>(work: (safe: Safe) => Promise<T>): Promise<T> {
	const safe = await openSafe();
	try {
		return await work(safe);
	} finally {
		safe.close();
	}
}

/** Keeps a snapshot, and drops those that are one too many; answers it with its id. */
export async function keepSnapshot(
	facts: Omit<SnapshotFacts, "id">,
	squeezed: Squeezed,
	now: number,
): Promise<SnapshotFacts> {
	const kept = await withSafe(async (safe) => {
		const writing = safe.transaction(["snapshots", "squeezed"], "readwrite");
		const snapshots = writing.objectStore("snapshots");
		return whole(writing, async () => {
			// The key path takes the id that the database gives; the type of a kept one has it already.
			const id = await snapshots.add(facts as SnapshotFacts);
			await writing.objectStore("squeezed").add(squeezed, id);
			for (const surplus of surplusOf(await snapshots.getAll()))
				await Promise.all([snapshots.delete(surplus), writing.objectStore("squeezed").delete(surplus)]);
			return { ...facts, id };
		});
	});
	await writeItems({ safeAt: now });
	return kept;
}

/** The snapshots that are kept, newest first. */
export const readSnapshots = (): Promise<SnapshotFacts[]> =>
	withSafe(async (safe) => (await safe.getAll("snapshots")).reverse());

/** A snapshot as it was kept; undefined for one that isn't any more. */
export const readSqueezed = (id: number): Promise<Squeezed | undefined> =>
	withSafe((safe) => safe.get("squeezed", id));

/** Sets aside what can't be used, before it goes from where it was. */
export async function setAside(found: readonly Found[], now: number): Promise<void> {
	await withSafe(async (safe) => {
		const writing = safe.transaction("setAside", "readwrite");
		// Their ids are given by the database too.
		await Promise.all(found.map((one) => writing.store.add(one as SetAside)));
		await writing.done;
	});
	await writeItems({ safeAt: now });
}

/** What was set aside, newest first. */
export const readSetAside = (): Promise<SetAside[]> =>
	withSafe(async (safe) => (await safe.getAll("setAside")).reverse());

/** Forgets, for good, what was set aside. */
export async function forgetSetAside(ids: readonly number[], now: number): Promise<void> {
	await withSafe(async (safe) => {
		const writing = safe.transaction("setAside", "readwrite");
		await Promise.all([...ids.map((id) => writing.store.delete(id)), writing.done]);
	});
	await writeItems({ safeAt: now });
}
