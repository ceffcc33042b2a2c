/** Declarations with which an element isn't shown, nor anything in it. */
const HIDING = /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\s*(?:!|;|$)/i;
/** Declarations that leave nothing of a picture to be seen: no size, or a place off the screen. */
const UNSEEN =
	/(?:^|[;\s])(?:(?:width|height)\s*:\s*[01](?:px)?|(?:left|right|top|bottom|margin(?:-\w+)?)\s*:\s*-\d{4,}px)\s*(?:!|;|$)/i;
const SEEN_THROUGH = /(?:^|[;\s])opacity\s*:\s*0(?:\.0*)?%?\s*(?:!|;|$)/i;
/** A picture that comes late, or in several sizes, is often seen through until it is there. */
const LATE = "[srcset], [data-src], [data-srcset], [data-lazy-src], [data-lazy-srcset], [data-original]";
/** Players that scripts put their own face on, and formulas for those who hear them. */
const SHOWN_ALL_THE_SAME = "audio, audio *, math, math *";

const styleOf = (element: Element): string => element.getAttribute("style") ?? "";

/** Whether an element says of itself that it isn't shown. What a search in the page would open is. */
const isHidden = (element: Element): boolean =>
	(element.hasAttribute("hidden") && !/^until-found$/i.test(element.getAttribute("hidden") ?? "")) ||
	HIDING.test(styleOf(element));

/** Whether something isn't there to be looked at: that reports that an article was opened. */
export const isUnseen = (element: Element): boolean =>
	isHidden(element) ||
	["width", "height"].some((side) => /^\s*[01](?:px)?\s*$/.test(element.getAttribute(side) ?? "")) ||
	UNSEEN.test(styleOf(element)) ||
	(SEEN_THROUGH.test(styleOf(element)) && !element.matches(LATE));

/** How many letters there are in an element; newsletters fill what they hide with blanks. */
const lettersIn = ({ textContent }: Element): number => textContent.match(/[\p{L}\p{N}]/gu)?.length ?? 0;

/**
 * Takes out of an inert text what its source doesn't show, with all that is in it. What holds most of the text
 * stays: some pages hide it until a script runs.
 */
export function removeHidden(body: Element): void {
	const hidden = [...body.querySelectorAll("[hidden], [style]")].filter(
		(element) =>
			isHidden(element) && !element.matches(SHOWN_ALL_THE_SAME) && !element.querySelector(SHOWN_ALL_THE_SAME),
	);
	if (hidden.length === 0) return;
	const most = lettersIn(body) / 2;
	for (const element of hidden) if (body.contains(element) && lettersIn(element) <= most) element.remove();
}
