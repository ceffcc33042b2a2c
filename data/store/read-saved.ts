import type { Headline } from "../model/headline";
import { openArchive, toHeadline } from "./database";

/**
 * Reads every saved headline from the archive, for a page, the last saved first: one that was saved long ago
 * is no longer on the front. Those of removed sources are left out.
 */
export async function readSaved(): Promise<Headline[]> {
	const archive = await openArchive();
	try {
		const reading = archive.transaction(["headlines", "marks", "removed"]);
		const [marks, removed] = await Promise.all([
			reading.objectStore("marks").index("saved").getAll(),
			reading.objectStore("removed").getAllKeys(),
		]);
		const shown = marks.filter(({ source }) => !removed.includes(source)).reverse();
		const kept = await Promise.all(shown.map(({ id }) => reading.objectStore("headlines").get(id)));
		return kept.flatMap((headline) => (headline ? [toHeadline(headline)] : []));
	} finally {
		archive.close();
	}
}
