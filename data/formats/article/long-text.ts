import { PART } from "./part";

/** The most characters that are laid out as one: some screens full. */
export const STRETCH = 10_000;
/** Within so many characters before that a good place to break is looked for. */
const REACH = 1_000;

const BLOCKS =
	"address, article, aside, blockquote, caption, center, dd, details, div, dl, dt, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, li, main, nav, ol, p, pre, section, summary, table, tbody, td, tfoot, th, thead, tr, ul";
/** What stays in one piece. */
const WHOLE = "math, ruby, svg, button, select, audio, video, iframe, object";

/** Where lines may end, the best first; each is looked for as late as there is one. */
const ENDS = [/^.*\n/s, /^.*(?:[.!?…]["'”’»)\]]*\s|[。！？]["'”’」』）]*)/s, /^.*\s/s];
/** A line's end is only white space, but in code. */
const endsIn = (block: Element) => (block.matches("pre") ? ENDS : ENDS.slice(1));

/** Where to break a text that may go on to `most`: after a line of code, a sentence, a word, else a letter. */
function breakIn(text: string, most: number, ends: readonly RegExp[]): number {
	const from = Math.max(0, most - REACH);
	const reach = text.slice(from, most);
	for (const end of ends) {
		const [found] = end.exec(reach) ?? [];
		if (found) return from + found.length;
	}
	const letter = new Intl.Segmenter().segment(text.slice(from, most + REACH)).containing(reach.length);
	return from + (letter?.index ?? reach.length);
}

/** A range over the beginning of a run, up to where it is to be broken; undefined where it is short enough. */
function beginningOf(run: Element, ends: readonly RegExp[]): Range | undefined {
	const range = run.ownerDocument.createRange();
	range.setStart(run, 0);
	const nodes = run.ownerDocument.createTreeWalker(run, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
	let length = 0;
	let lineEnd: Node | undefined;
	for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
		if (node.nodeName === "BR" && length > STRETCH / 2) lineEnd = node;
		const text = node.nodeValue ?? "";
		if (length + text.length <= STRETCH) {
			length += text.length;
			continue;
		}
		const whole = node.parentElement?.closest(WHOLE);
		if (lineEnd) range.setEndAfter(lineEnd);
		else if (whole) range.setEndAfter(whole);
		else range.setEnd(node, breakIn(text, STRETCH - length, ends) || (length > 0 ? 0 : STRETCH));
		return range;
	}
	return undefined;
}

const isLong = ({ textContent }: Node): boolean => (textContent?.length ?? 0) > STRETCH;

/** An element and what is in it, as far as there is so much text in it that some of it may be too long. */
function longIn(element: Element): Element[] {
	return isLong(element) ? [element, ...[...element.children].flatMap(longIn)] : [];
}

const isBlock = (node: Node): boolean =>
	node instanceof Element && (node.matches(BLOCKS) || node.querySelector(BLOCKS) !== null);

/** The runs of text, and what stands in lines with it, that are too long among the children of a block. */
function longRunsIn(block: Element): Node[][] {
	const runs: Node[][] = [[]];
	for (const child of block.childNodes) {
		if (isBlock(child)) runs.push([]);
		else runs.at(-1)?.push(child);
	}
	const lengthOf = (run: Node[]) => run.reduce((sum, { textContent }) => sum + (textContent?.length ?? 0), 0);
	return runs.filter((run) => lengthOf(run) > STRETCH);
}

/**
 * Breaks very long paragraphs of an inert text into stretches, one below the other: a browser lays the lines of a
 * paragraph out all at once, and with a megabyte of them it wouldn't answer for a while. No character is lost.
 */
export function breakLongText(body: Element): void {
	const makeStretch = (...content: Node[]) => {
		const stretch = body.ownerDocument.createElement("span");
		stretch.setAttribute(PART, "stretch");
		stretch.append(...content);
		return stretch;
	};
	for (const block of longIn(body).filter((element) => element === body || isBlock(element)))
		for (const run of longRunsIn(block)) {
			const after = run.at(-1)?.nextSibling ?? null;
			const rest = makeStretch(...run);
			block.insertBefore(rest, after);
			const ends = endsIn(block);
			for (let start = beginningOf(rest, ends); start; start = beginningOf(rest, ends))
				rest.before(makeStretch(start.extractContents()));
		}
}
