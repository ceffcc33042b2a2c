import type { Extension } from "./driver/driver";

/** Runs in a page of the extension. */
async function readAll(store: string): Promise<unknown[]> {
	const answer = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const archive = await answer(indexedDB.open("headline-ticker"));
	try {
		return await answer(archive.transaction(store).objectStore(store).getAll());
	} finally {
		archive.close();
	}
}

/** All records of one of the archive's stores, as a page of the extension finds them. */
export const recordsOf = async <T>(page: Pick<Extension, "evaluate">, store: string): Promise<T[]> =>
	// What a store has is the archive's schema's to say; a test names what it needs of it.
	(await page.evaluate(readAll, store)) as T[];
