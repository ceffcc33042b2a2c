/** The level below the article's own heading. */
const FIRST = 2;
const LAST = 6;

/**
 * Levels for headings that follow one another, so that they make one outline below the article's own: the
 * outermost begin at the second level, and none is skipped on the way down.
 */
export function outline(levels: readonly number[]): number[] {
	const open: number[] = [];
	return levels.map((level) => {
		while (open.length > 0 && (open.at(-1) ?? 0) >= level) open.pop();
		open.push(level);
		return Math.min(LAST, FIRST - 1 + open.length);
	});
}

/** Brings the headings of an inert text into one outline. One without words goes. */
export function settleHeadings(body: Element): void {
	const all = [...body.querySelectorAll("h1, h2, h3, h4, h5, h6")];
	const headings = all.filter((heading) => heading.textContent.trim() !== "" || heading.querySelector("img"));
	for (const heading of all) if (!headings.includes(heading)) heading.replaceWith(...heading.childNodes);
	const levels = outline(headings.map(({ localName }) => Number(localName.slice(1))));
	for (const [place, heading] of headings.entries()) {
		const settled = body.ownerDocument.createElement(`h${levels[place]}`);
		for (const { name, value } of heading.attributes) settled.setAttribute(name, value);
		settled.append(...heading.childNodes);
		heading.replaceWith(settled);
	}
}
