import type { HeadlineId } from "../model/headline";
import type { Archive, KeptPicture } from "./database";

/** All pictures of one headline, by key. */
export const picturesOf = (id: HeadlineId): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

/**
 * Keeps pictures of a saved headline, in place of those that it had; answers how many. One that isn't saved by
 * now gets none. The caller holds the lock.
 */
export async function keepPictures(
	archive: Archive,
	id: HeadlineId,
	pictures: readonly Omit<KeptPicture, "headline">[],
): Promise<number> {
	const writing = archive.transaction(["marks", "pictures"], "readwrite");
	const store = writing.objectStore("pictures");
	const isSaved = (await writing.objectStore("marks").get(id))?.saved !== undefined;
	await store.delete(picturesOf(id));
	if (isSaved) await Promise.all(pictures.map((picture) => store.put({ headline: id, ...picture })));
	await writing.done;
	return isSaved ? pictures.length : 0;
}
