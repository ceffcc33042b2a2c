import { readdirSync, readFileSync } from "node:fs";

/** A store of the archive as scripts/record-stored.mjs wrote it down. */
interface RecordedStore {
	name: string;
	keyPath: string | string[] | null;
	autoIncrement: boolean;
	indexes: { name: string; keyPath: string | string[]; multiEntry: boolean; unique: boolean }[];
	records: [IDBValidKey, unknown][];
}

/** What a commit of this project stored. */
export interface Stored {
	commit: string;
	archive: { version: number; stores: RecordedStore[] };
	items: Record<string, unknown>;
}

const FOLDER = "tests/fixtures/stored";

/** The stored state of every schema that there has been since the first release, by its name. */
export const storedStates: [name: string, stored: Stored][] = readdirSync(FOLDER).map((file) => [
	file.replace(".json", ""),
	// The script that writes these writes this shape.
	JSON.parse(readFileSync(`${FOLDER}/${file}`, "utf8")) as Stored,
]);

/** Makes the archive of a stored state, in place of any that is there; it uses nothing from outside, so that it can run in a page too. */
export function makeArchive({ version, stores }: Stored["archive"]): Promise<void> {
	return new Promise((resolve, reject) => {
		// What is asked of one database is done in turn, and nobody gets in between.
		indexedDB.deleteDatabase("headline-ticker");
		const opening = indexedDB.open("headline-ticker", version);
		opening.onerror = () => reject(opening.error);
		opening.onupgradeneeded = () => {
			for (const { name, keyPath, autoIncrement, indexes, records } of stores) {
				const store = opening.result.createObjectStore(name, { keyPath, autoIncrement });
				for (const { name, keyPath, ...how } of indexes) store.createIndex(name, keyPath, how);
				for (const [key, record] of records) store.put(record, keyPath === null ? key : undefined);
			}
		};
		opening.onsuccess = () => {
			opening.result.close();
			resolve();
		};
	});
}
