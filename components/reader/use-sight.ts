import { effect } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { putBack, sightOf } from "../headlines/sight";
import type { HeadlineList } from "../signals/headline-list";
import type { Router } from "../signals/router";

/** How long the list must rest before its place is kept: browsers limit how often that may be. */
const REST_MS = 150;
/** How often more is listed to find the place that somebody comes back to. */
const PAGES_AT_MOST = 5;
/** For so many frames the place is held to: by then rows have their heights. */
const FRAMES = 10;

/**
 * Keeps a list that scrolls where it was at each address: whoever comes back finds it as it was left, and another
 * list, which `key` names, begins at its top. Answers what keeps the place at once.
 */
export function useSight(
	scrolls: RefObject<HTMLElement | null>,
	{ returned, keep }: Pick<Router, "returned" | "keep">,
	list: HeadlineList,
	key: string,
): () => void {
	const sight = returned.value;
	const shown = useRef(key);
	const resting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
	const putItBack = () => {
		if (scrolls.current && sight) putBack(scrolls.current, sight);
	};

	useLayoutEffect(() => {
		if (sight?.top) putItBack();
		else if (sight || shown.current !== key) scrolls.current?.scrollTo(0, 0);
		shown.current = key;
		// Where another list stood is nothing to be kept with this address.
		clearTimeout(resting.current);
	}, [sight, key]);

	useEffect(() => {
		const id = sight?.top?.id;
		if (id === undefined) return;
		let isCurrent = true;
		// Rows have their real height only once they have been in sight, and what is open comes into it.
		const settle = (frames = FRAMES) => {
			if (!isCurrent || frames === 0) return;
			putItBack();
			requestAnimationFrame(() => settle(frames - 1));
		};
		const isListed = () => list.rows.value.some((row) => row.headline.id === id);
		const find = async () => {
			for (let pages = 0; pages < PAGES_AT_MOST && isCurrent && !isFound && list.hasMore.peek(); pages++)
				await list.listMore();
		};
		let isFound = false;
		// The list may still be on its way, and is brought back once.
		const stop = effect(() => {
			if (isFound || !isListed()) return;
			isFound = true;
			settle();
		});
		if (!isFound) void find();
		return () => {
			isCurrent = false;
			stop();
		};
	}, [sight, key]);

	const keepNow = () => {
		const scroller = scrolls.current;
		if (scroller?.checkVisibility()) keep(sightOf(scroller));
	};
	useEffect(() => {
		const scroller = scrolls.current;
		if (!scroller) return;
		const rest = () => {
			clearTimeout(resting.current);
			resting.current = setTimeout(keepNow, REST_MS);
		};
		scroller.addEventListener("scroll", rest, { passive: true });
		// A link leads away before the list has come to rest.
		document.addEventListener("click", keepNow, { capture: true });
		return () => {
			clearTimeout(resting.current);
			scroller.removeEventListener("scroll", rest);
			document.removeEventListener("click", keepNow, { capture: true });
		};
	}, []);
	return keepNow;
}
