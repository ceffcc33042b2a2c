import { type IDBPObjectStore, unwrap } from "idb";

/** A store of the archive, in any transaction that writes it. */
interface Writable<T> {
	put: (value: T) => Promise<unknown>;
}

/**
 * Puts many records, inside a transaction, and waits for the last alone: a promise and two listeners for each would
 * take as long as the putting. One that is refused ends the transaction, as any is.
 */
export async function putAll<T>(store: Writable<T>, records: readonly T[]): Promise<void> {
	const last = records.at(-1);
	if (last === undefined) return;
	// What idb gives as a store wraps one.
	const bare = unwrap(store as unknown as IDBPObjectStore);
	for (const record of records.slice(0, -1)) bare.put(record);
	await store.put(last);
}
