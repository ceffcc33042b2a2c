import type { RefObject } from "preact";
import { useEffect, useLayoutEffect } from "preact/hooks";
import type { Sight } from "@/data/model/popup-place";
import { linkIn, rowOfId, rowsIn } from "../headlines/list-rows";
import { putBack, sightOf } from "../headlines/sight";

/** What a user does to a list, or to scroll it. Not its scrolling itself: Firefox does that after a reload. */
const ACTS = ["keydown", "pointerdown", "wheel", "touchmove"] as const;

/**
 * Puts a list that scrolls back to where it was left, with the focus on the headline that had it, or else on the
 * first in sight. Where that isn't listed yet, it does so when it is, unless the user has begun to do something by
 * then. Answers how to stop that.
 */
function comeBack(scroller: HTMLElement, returnTo: Sight, onDone: () => void): () => void {
	let frame = 0;
	const back = () => {
		const row = putBack(scroller, returnTo);
		const begin = rowOfId(scroller, returnTo.current) ?? row ?? rowsIn(scroller)[0];
		linkIn(begin)?.focus({ preventScroll: true });
		return row !== undefined || returnTo.top === undefined;
	};
	const observer = new MutationObserver(() => {
		if (rowOfId(scroller, returnTo.top?.id) && back()) end();
	});
	const stop = () => {
		observer.disconnect();
		for (const act of ACTS) document.removeEventListener(act, giveUp, true);
		cancelAnimationFrame(frame);
	};
	const giveUp = () => {
		stop();
		onDone();
	};
	const end = () => {
		giveUp();
		// Rows have their real height only when they have been in sight.
		frame = requestAnimationFrame(() => putBack(scroller, returnTo));
	};
	if (back()) {
		end();
		return stop;
	}
	observer.observe(scroller, { childList: true, subtree: true });
	for (const act of ACTS) document.addEventListener(act, giveUp, { capture: true, passive: true });
	return stop;
}

/** Puts a list that scrolls back to where it was left, and tells from then on what is in sight. */
export function usePlace(
	scrolls: RefObject<HTMLElement | null>,
	returnTo: Sight,
	look: (sight: Sight) => void,
): void {
	// Told before that, a popup that is closed while its rows are read would forget its place.
	let isBack = false;
	useLayoutEffect(() => {
		if (!scrolls.current) return;
		return comeBack(scrolls.current, returnTo, () => {
			isBack = true;
		});
	}, []);

	useEffect(() => {
		const scroller = scrolls.current;
		if (!scroller) return;
		const tell = () => {
			if (isBack) look(sightOf(scroller));
		};
		scroller.addEventListener("scroll", tell, { passive: true });
		scroller.addEventListener("focusin", tell);
		return () => {
			scroller.removeEventListener("scroll", tell);
			scroller.removeEventListener("focusin", tell);
		};
	}, []);
}
