import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import { rowOfId } from "../headlines/list-rows";
import { putBack, sightOf } from "../headlines/sight";
import type { HeadlineList } from "../signals/headline-list";
import type { Router } from "../signals/router";

/** How long the list must rest before its place is kept: browsers limit how often that may be. */
const REST_MS = 150;
/** How often more is listed to find the place that somebody comes back to. */
const PAGES_AT_MOST = 5;

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
	const putItBack = () => {
		if (scrolls.current && sight) putBack(scrolls.current, sight);
	};

	useLayoutEffect(() => {
		if (sight?.top) putItBack();
		else if (sight || shown.current !== key) scrolls.current?.scrollTo(0, 0);
		shown.current = key;
	}, [sight, key]);

	useEffect(() => {
		// Rows have their real height only now that they have been in sight, and the open one has come into it.
		putItBack();
		const id = sight?.top?.id;
		if (id === undefined) return;
		let isCurrent = true;
		const isListed = () => list.rows.peek().some((row) => row.headline.id === id);
		const find = async () => {
			for (let pages = 0; pages < PAGES_AT_MOST && isCurrent && !isListed() && list.hasMore.peek(); pages++)
				await list.listMore();
			if (isCurrent) requestAnimationFrame(putItBack);
		};
		if (scrolls.current && !rowOfId(scrolls.current, id)) void find();
		return () => {
			isCurrent = false;
		};
	}, [sight, key]);

	const keepNow = () => {
		const scroller = scrolls.current;
		if (scroller?.checkVisibility()) keep(sightOf(scroller));
	};
	useEffect(() => {
		const scroller = scrolls.current;
		if (!scroller) return;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const rest = () => {
			clearTimeout(timer);
			timer = setTimeout(keepNow, REST_MS);
		};
		scroller.addEventListener("scroll", rest, { passive: true });
		// A link leads away before the list has come to rest.
		document.addEventListener("click", keepNow, { capture: true });
		return () => {
			clearTimeout(timer);
			scroller.removeEventListener("scroll", rest);
			document.removeEventListener("click", keepNow, { capture: true });
		};
	}, []);
	return keepNow;
}
