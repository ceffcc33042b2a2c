import type { MarkedHeadline } from "../model/headline";
import { type KeptMark, openArchive, toHeadlines, toMark } from "./database";
import { openShelves } from "./shelves";

/**
 * Reads every saved headline from the archive, for a page, the last saved first: one that was saved long ago
 * is no longer on the front. Those of removed sources are left out.
 */
export async function readSaved(): Promise<MarkedHeadline[]> {
	const archive = await openArchive();
	try {
		const reading = archive.transaction(["headlines", "shelves", "removed"]);
		const [marks, removed] = await Promise.all([
			openShelves(reading.objectStore("shelves")).marked(),
			reading.objectStore("removed").getAllKeys(),
		]);
		const shown = marks
			.filter(({ source, saved }) => saved !== undefined && !removed.includes(source))
			.sort((a, b) => Number(b.saved) - Number(a.saved));
		const read = async (mark: KeptMark): Promise<MarkedHeadline[]> => {
			const kept = await reading.objectStore("headlines").get(mark.id);
			return kept ? toHeadlines([kept]).map((headline) => ({ headline, mark: toMark(mark) })) : [];
		};
		return (await Promise.all(shown.map(read))).flat();
	} finally {
		archive.close();
	}
}
