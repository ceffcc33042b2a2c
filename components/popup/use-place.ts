import type { RefObject } from "preact";
import { useEffect, useLayoutEffect } from "preact/hooks";
import type { Sight } from "@/data/model/popup-place";
import { linkIn, rowOfId, rowsIn } from "../headlines/list-rows";
import { putBack, sightOf } from "../headlines/sight";

/** What a user does to a list, or to scroll it. Not its scrolling itself: Firefox does that after a reload. */
const ACTS = ["keydown", "pointerdown", "wheel", "touchmove"] as const;

/** So many frames in a row a list that stays where it is has come to rest, and so many are waited for at most. */
const [STILL_FRAMES, FRAMES_AT_MOST] = [3, 30];

/**
 * Puts a list that scrolls back to where it was left, with the focus on the headline that had it, or else on the
 * first in sight. Where that isn't listed yet, it does so when it is, unless the user has begun to do something by
 * then. Rows have their real heights only when they have been in sight, and move what is below them, so it is put back
 * until it stays. Answers how to stop that.
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
		if (rowOfId(scroller, returnTo.top?.id) && back()) settle();
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
	const settle = (still = 0, frames = 0) => {
		observer.disconnect();
		frame = requestAnimationFrame(() => {
			const before = scroller.scrollTop;
			putBack(scroller, returnTo);
			const isStill = scroller.scrollTop === before;
			if (frames < FRAMES_AT_MOST && !(isStill && still >= STILL_FRAMES))
				settle(isStill ? still + 1 : 0, frames + 1);
			else giveUp();
		});
	};
	for (const act of ACTS) document.addEventListener(act, giveUp, { capture: true, passive: true });
	if (returnTo.top === undefined) {
		back();
		giveUp();
	} else if (back()) settle();
	else observer.observe(scroller, { childList: true, subtree: true });
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
