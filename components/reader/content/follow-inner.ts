import { INNER } from "@/data/formats/article/part";

/**
 * Follows a click on a link into the text itself: the address is the article's, and stays so. The focus goes
 * where it leads, so that the keyboard and a screen reader go on from there.
 */
export function followInner(event: MouseEvent, body: Element): void {
	const link = event.target instanceof Element ? event.target.closest(`a[href^="#${INNER}"]`) : null;
	if (!link || event.button !== 0) return;
	event.preventDefault();
	const target = body.querySelector<HTMLElement>(`[id="${link.getAttribute("href")?.slice(1)}"]`);
	target?.focus({ preventScroll: true });
	target?.scrollIntoView({ block: "center" });
}
