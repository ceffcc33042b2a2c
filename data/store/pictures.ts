import type { HeadlineId } from "../model/headline";
import type { Media } from "../model/media";
import type { Archive, KeptPicture } from "./database";

/** All pictures of one headline, by key. */
export const picturesOf = (id: HeadlineId): IDBKeyRange => IDBKeyRange.bound([id], [id, []]);

/** A headline's text as the reader shows it, with what its feed named beside it; unsanitised. */
interface SavedText {
	html: string;
	media: Media[];
	page?: string;
}

/** Reads what a saved headline's pictures are to be found in; undefined where it isn't saved. */
export async function readSavedText(archive: Archive, id: HeadlineId): Promise<SavedText | undefined> {
	const reading = archive.transaction(["headlines", "articles", "fullTexts", "marks"]);
	const [headline, article, fullText, mark] = await Promise.all([
		reading.objectStore("headlines").get(id),
		reading.objectStore("articles").get(id),
		reading.objectStore("fullTexts").get(id),
		reading.objectStore("marks").get(id),
	]);
	if (!headline || mark?.saved === undefined) return undefined;
	return {
		html: (fullText?.state === "there" ? fullText.html : undefined) ?? article?.html ?? "",
		media: article?.media ?? [],
		...(headline.url !== undefined && { page: headline.url }),
	};
}

/** Reads the pictures that are kept of one headline, by their addresses. */
export async function readPictures(archive: Archive, id: HeadlineId): Promise<Map<string, Blob>> {
	const kept = await archive.getAll("pictures", picturesOf(id));
	return new Map(kept.map(({ url, picture }) => [url, picture]));
}

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
