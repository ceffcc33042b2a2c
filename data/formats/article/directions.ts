/** Each of these is read in the direction of its own first letter. */
const LINES =
	"p, dt, dd, h1, h2, h3, h4, h5, h6, figcaption, caption, td, th, summary, details, address, div, section, figure";
/** These hold lines that say for themselves how they run, and so have nothing to go by but all their text. */
const HOLDERS = "ul, ol, dl, blockquote, table";
/** Code runs one way, whatever is written in it. */
const CODE = "pre";

/** A letter that runs from right to left, before any that runs the other way (Unicode Standard, Annex 9, P2). */
const RIGHT_TO_LEFT =
	/^[^\p{L}]*[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
/** Enough of a text to find a letter in, in characters. */
const ENOUGH = 500;

/** The first text in a block. */
function startOf(block: Element): string {
	const texts = block.ownerDocument.createTreeWalker(block, NodeFilter.SHOW_TEXT);
	let start = "";
	while (start.length < ENOUGH && texts.nextNode()) start += texts.currentNode.nodeValue?.trimStart() ?? "";
	return start;
}

/** Says of each block of an inert text in which direction it runs, unless its source has. */
export function settleDirections(body: Element): void {
	const set = (selector: string, directionOf: (block: Element) => string) => {
		for (const block of body.querySelectorAll(selector))
			if (!block.hasAttribute("dir")) block.setAttribute("dir", directionOf(block));
	};
	set(HOLDERS, (block) => (RIGHT_TO_LEFT.test(startOf(block)) ? "rtl" : "ltr"));
	set(LINES, () => "auto");
	set(CODE, () => "ltr");
}
