import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** Whether nothing that can be seen has the focus: what had it is gone. */
export function isFocusLost(): boolean {
	const held = document.activeElement;
	return held === null || held === document.body || !held.checkVisibility();
}

/** The index of the list item that holds an element, or -1. */
const rowOf = (part: HTMLElement, element: Element): number =>
	[...part.querySelectorAll("li")].findIndex((row) => row.contains(element));

/**
 * Keeps a keyboard's place in a part of a page: when what has the focus there is taken away, as a row that is
 * removed, the element that `find` gives has it next. `row` is the index of the list item that it was in, or
 * -1. Focus that the user has taken elsewhere stays there.
 */
export function useFocusBack<Part extends HTMLElement>(
	find: (part: Part, row: number) => HTMLElement | null | undefined,
): RefObject<Part | null> {
	const ref = useRef<Part>(null);
	useEffect(() => {
		const part = ref.current;
		if (!part) return;
		let held: Element | null = null;
		let row = -1;
		const take = ({ target }: FocusEvent) => {
			held = target instanceof Element ? target : null;
			row = held ? rowOf(part, held) : -1;
		};
		const leave = () => {
			const left = held;
			// Some browsers tell of a removal like of any other loss; only afterwards is it known which it was.
			queueMicrotask(() => {
				if (held === left && left?.isConnected) held = null;
			});
		};
		const observer = new MutationObserver(() => {
			if (!held || held.isConnected) return;
			held = null;
			if (isFocusLost()) find(part, row)?.focus();
		});
		part.addEventListener("focusin", take);
		part.addEventListener("focusout", leave);
		observer.observe(part, { childList: true, subtree: true });
		return () => {
			part.removeEventListener("focusin", take);
			part.removeEventListener("focusout", leave);
			observer.disconnect();
		};
	}, []);
	return ref;
}

/** In the row that stands where another stood, or in the last one, the first element of a selector. */
export const inRow = (part: HTMLElement, row: number, selector: string): HTMLElement | null | undefined => {
	const rows = part.querySelectorAll("li");
	return rows[Math.min(row, rows.length - 1)]?.querySelector<HTMLElement>(selector);
};
