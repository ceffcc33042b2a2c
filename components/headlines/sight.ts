import type { Sight } from "@/data/model/popup-place";
import { rowOfId, rowsIn } from "./list-rows";

/** What is in sight of a list that scrolls: the first row, and the one with the focus. */
export function sightOf(scroller: HTMLElement): Sight {
	const edge = scroller.getBoundingClientRect().top;
	const rows = rowsIn(scroller);
	const first = scroller.scrollTop > 0 && rows.find((row) => row.getBoundingClientRect().bottom > edge);
	const id = first ? first.dataset.headline : undefined;
	const current = document.activeElement?.closest<HTMLElement>("[data-headline]")?.dataset.headline;
	return {
		...(first && id && { top: { id, above: edge - first.getBoundingClientRect().top } }),
		...(current && current !== rows[0]?.dataset.headline && { current }),
	};
}

/** Scrolls a list so that its first row in sight is that of a sight; answers the row, where it is listed. */
export function putBack(scroller: HTMLElement, { top }: Sight): HTMLElement | undefined {
	const row = rowOfId(scroller, top?.id);
	if (row && top) {
		const { top: edge } = scroller.getBoundingClientRect();
		scroller.scrollTop += row.getBoundingClientRect().top - edge + top.above;
	}
	return row;
}
