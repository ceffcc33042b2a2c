import type { MarkedHeadline } from "../model/headline";
import { type KeptMark, toHeadlines, toMark, withArchive } from "./database";
import { openShelves } from "./shelves";

/**
 * Reads every saved headline from the archive, for a page, the last saved first: one that was saved long ago
 * is no longer on the front. Those of removed sources are among them: what is saved stays.
 */
export function readSaved(): Promise<MarkedHeadline[]> {
	return withArchive(async (archive) => {
		const reading = archive.transaction(["headlines", "shelves"]);
		const marks = await openShelves(reading.objectStore("shelves")).marked();
		const shown = marks
			.filter(({ saved }) => saved !== undefined)
			.sort((a, b) => Number(b.saved) - Number(a.saved));
		const read = async (mark: KeptMark): Promise<MarkedHeadline[]> => {
			const kept = await reading.objectStore("headlines").get(mark.id);
			return kept ? toHeadlines([kept]).map((headline) => ({ headline, mark: toMark(mark) })) : [];
		};
		return (await Promise.all(shown.map(read))).flat();
	});
}
