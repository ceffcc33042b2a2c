import type { HeadlineId } from "@/data/model/headline";

/** The rows that stand in a part of a page, in their order. */
export const rowsIn = (part: HTMLElement): HTMLElement[] => [
	...part.querySelectorAll<HTMLElement>("[data-headline]"),
];

/** The headline whose row an element is in. */
export const idAt = (place: EventTarget | null): HeadlineId | undefined =>
	place instanceof Element ? place.closest<HTMLElement>("[data-headline]")?.dataset.headline : undefined;

/** The row of a headline. */
export const rowOfId = (part: HTMLElement, id: HeadlineId | undefined): HTMLElement | undefined =>
	rowsIn(part).find(({ dataset }) => dataset.headline === id);

/** The link of a row, which has the keyboard's focus for it. */
export const linkIn = (row: HTMLElement | undefined): HTMLElement | null | undefined =>
	row?.querySelector<HTMLElement>(".headline-link");

/** Where a key moves to in a list. */
export type Move = "next" | "previous" | "first" | "last";

/** Which row comes after a move, where the focus is in one row, or in none and was last in another. */
export function placeAfter(to: Move, count: number, at: number, last: number): number {
	if (to === "first") return 0;
	if (to === "last") return count - 1;
	if (at < 0) return Math.max(last, 0);
	return Math.min(Math.max(at + (to === "next" ? 1 : -1), 0), count - 1);
}

/** Goes to the page's search field, where it can be seen; answers whether it could. */
export function goToSearch(): boolean {
	const field = document.querySelector<HTMLInputElement>("input[type=search]");
	if (!field?.checkVisibility()) return false;
	field.focus();
	field.select();
	return true;
}
