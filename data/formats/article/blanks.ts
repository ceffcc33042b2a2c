import { PART } from "./part";

/** What a paragraph without words may be there for. */
const SHOWN = `img, math, hr, table, [${PART}], [id]`;
/** What ends a line by itself: a break after it is an empty line. */
const BLOCK =
	"address, article, blockquote, details, div, dl, figure, h1, h2, h3, h4, h5, h6, hr, ol, p, pre, section, table, ul";

/** Takes away the breaks among an element's children that only make an empty line. */
function removeEmptyLines(parent: Element, atStart: boolean): void {
	let isLineEmpty = atStart;
	for (const child of [...parent.childNodes]) {
		if (isLineEmpty && child.nodeName === "BR") child.remove();
		else if (child instanceof Element) isLineEmpty = child.matches(BLOCK);
		else if (child.nodeName === "#text" && /\S/.test(child.nodeValue ?? "")) isLineEmpty = false;
	}
}

/** Takes away paragraphs and lines that hold nothing but space: they were put in where a style has none to give. */
export function removeBlanks(body: Element): void {
	for (const paragraph of body.querySelectorAll("p"))
		if (!/\S/.test(paragraph.textContent) && !paragraph.matches("[id]") && !paragraph.querySelector(SHOWN))
			paragraph.remove();
	const parents = new Set([...body.querySelectorAll("br")].map(({ parentElement }) => parentElement ?? body));
	for (const parent of parents) removeEmptyLines(parent, parent === body);
}
