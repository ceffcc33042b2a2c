import type { HeadlineId } from "../model/headline";
import type { ReadingPlace } from "../model/reading-place";
import type { Archive } from "./database";

/**
 * Notes how far somebody has come in an article; what the place doesn't say stays as it was. A headline that
 * isn't kept is passed over.
 */
export async function keepPlace(
	archive: Archive,
	id: HeadlineId,
	{ read, heard }: ReadingPlace,
	now: number,
): Promise<void> {
	const writing = archive.transaction(["headlines", "places"], "readwrite");
	const places = writing.objectStore("places");
	const [isKept, before] = await Promise.all([writing.objectStore("headlines").getKey(id), places.get(id)]);
	if (isKept !== undefined) {
		await places.put({
			...before,
			id,
			at: now,
			...(read !== undefined && { read }),
			...(heard !== undefined && { heard: { ...before?.heard, ...heard } }),
		});
	}
	await writing.done;
}
