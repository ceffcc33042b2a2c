import { PART } from "./part";

/** What a paragraph without words may be there for. */
const SHOWN = `img, math, hr, table, [${PART}], [id]`;

/** Takes paragraphs away that hold nothing but space: they were put in where a style has none to give. */
export function removeBlanks(body: Element): void {
	for (const paragraph of body.querySelectorAll("p"))
		if (!/\S/.test(paragraph.textContent) && !paragraph.matches("[id]") && !paragraph.querySelector(SHOWN))
			paragraph.remove();
}
