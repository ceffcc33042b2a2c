import type { RefObject } from "preact";
import { useEffect, useLayoutEffect } from "preact/hooks";
import type { Sight } from "@/data/model/popup-place";
import { linkIn, rowOfId, rowsIn } from "../headlines/list-rows";
import { putBack, sightOf } from "../headlines/sight";

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
		const row = putBack(scroller, returnTo);
		const begin = rowOfId(scroller, returnTo.current) ?? row ?? rowsIn(scroller)[0];
		linkIn(begin)?.focus({ preventScroll: true });
		// Rows have their real height only when they have been in sight.
		const frame = requestAnimationFrame(() => putBack(scroller, returnTo));
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
