import type { HeadlineId } from "../model/headline";
import type { Media } from "../model/media";
import type { Archive, KeptPicture } from "./database";
import { openShelves } from "./shelves";

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
	const reading = archive.transaction(["headlines", "articles", "fullTexts", "shelves"]);
	const [headline, article, fullText] = await Promise.all([
		reading.objectStore("headlines").get(id),
		reading.objectStore("articles").get(id),
		reading.objectStore("fullTexts").get(id),
	]);
	if (!headline) return undefined;
	const mark = await openShelves(reading.objectStore("shelves")).of(headline);
	if (mark?.saved === undefined) return undefined;
	return {
		html: fullText?.html ?? article?.html ?? "",
		media: article?.media ?? [],
		...(headline.url !== undefined && { page: headline.url }),
	};
}

/** Reads the pictures that are kept of one headline, by their addresses. */
export async function readPictures(archive: Archive, id: HeadlineId): Promise<Map<string, Blob>> {
	const kept = await archive.getAll("pictures", picturesOf(id));
	return new Map(kept.map(({ url, picture }) => [url, picture]));
}

/** Keeps one more picture of a saved headline; answers whether it was. The caller holds the lock. */
export async function keepPicture(archive: Archive, picture: KeptPicture): Promise<boolean> {
	const writing = archive.transaction(["headlines", "shelves", "pictures"], "readwrite");
	const headline = await writing.objectStore("headlines").get(picture.headline);
	const mark = headline && (await openShelves(writing.objectStore("shelves")).of(headline));
	const isSaved = mark?.saved !== undefined;
	if (isSaved) await writing.objectStore("pictures").put(picture);
	await writing.done;
	return isSaved;
}

/** Drops the pictures of a headline that aren't at one of the addresses. The caller holds the lock. */
export async function dropOtherPictures(
	archive: Archive,
	id: HeadlineId,
	urls: ReadonlySet<string>,
): Promise<void> {
	const { store, done } = archive.transaction("pictures", "readwrite");
	const others = (await store.getAllKeys(picturesOf(id))).filter(([, url]) => !urls.has(url));
	await Promise.all(others.map((key) => store.delete(key)));
	await done;
}
