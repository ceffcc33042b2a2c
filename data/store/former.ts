import type { HeadlineId, SourceId } from "../model/headline";
import type { Source } from "../model/source";
import { type Archive, withArchive } from "./database";
import { openShelves } from "./shelves";

/** A source that was removed, and what is saved of it. */
interface Former {
	source: Source;
	saved: HeadlineId[];
}

/** Reads the removed sources of which something is saved, for a page; those that are followed are none. */
export function readFormer(followed: readonly SourceId[]): Promise<Former[]> {
	return withArchive(async (archive) => {
		const reading = archive.transaction(["removed", "shelves"]);
		const shelves = openShelves(reading.objectStore("shelves"));
		const removed = await reading.objectStore("removed").getAll();
		const read = async ({ source }: { source: Source }): Promise<Former> => {
			const marks = [...(await shelves.ofSource(source.id)).values()];
			const saved = marks.filter((mark) => mark.saved !== undefined && !mark.waits);
			return { source, saved: saved.map(({ id }) => id) };
		};
		const former = await Promise.all(removed.filter(({ id }) => !followed.includes(id)).map(read));
		return former.filter(({ saved }) => saved.length > 0);
	});
}

/**
 * Under which id a source was known that was removed, by the address that it was asked at; its own may have been
 * another.
 */
export async function formerId(archive: Archive, url: string): Promise<SourceId | undefined> {
	const removed = await archive.getAll("removed");
	return removed.find(({ source }) => source.url === url)?.id;
}
