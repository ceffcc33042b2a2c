import type { RefObject } from "preact";
import { useEffect, useLayoutEffect } from "preact/hooks";
import type { Sight } from "../signals/popup";

const rowsIn = (scroller: HTMLElement) => [...scroller.querySelectorAll<HTMLElement>("[data-headline]")];

/** What is in sight of a list that scrolls: the first row, and the one with the focus. */
function sightOf(scroller: HTMLElement): Sight {
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

/**
 * Puts a list that scrolls back to where it was left, with the focus on the headline that had it, or else on
 * the first in sight; and tells from then on what is in sight.
 */
export function usePlace(
	scrolls: RefObject<HTMLElement | null>,
	returnTo: Sight,
	look: (sight: Sight) => void,
): void {
	useLayoutEffect(() => {
		const scroller = scrolls.current;
		if (!scroller) return;
		const rows = rowsIn(scroller);
		const rowOf = (id: string | undefined) => rows.find(({ dataset }) => dataset.headline === id);
		const { top, current } = returnTo;
		const row = rowOf(top?.id);
		const putBack = () => {
			if (!row || !top) return;
			const { top: edge } = scroller.getBoundingClientRect();
			scroller.scrollTop += row.getBoundingClientRect().top - edge + top.above;
		};
		putBack();
		const begin = rowOf(current) ?? row ?? rows[0];
		begin?.querySelector<HTMLElement>(".headline-link")?.focus({ preventScroll: true });
		// Rows have their real height only when they have been in sight.
		const frame = requestAnimationFrame(putBack);
		return () => cancelAnimationFrame(frame);
	}, []);

	useEffect(() => {
		const scroller = scrolls.current;
		if (!scroller) return;
		const tell = () => look(sightOf(scroller));
		scroller.addEventListener("scroll", tell, { passive: true });
		scroller.addEventListener("focusin", tell);
		return () => {
			scroller.removeEventListener("scroll", tell);
			scroller.removeEventListener("focusin", tell);
		};
	}, []);
}
