import { edgesOf, type Laid } from "./place-in-text";

const BLOCK =
	"address, blockquote, dd, details, div, dl, dt, figcaption, figure, h1, h2, h3, h4, h5, h6, hr, img, li, ol, p, picture, pre, section, table, ul";
/** Blocks that hold others, one below the other. */
const HOLDER = "blockquote, dd, div, dl, li, ol, section, ul";

/** The blocks of a text that stand one below the other, in their order: paragraphs, items, pictures, tables. */
function blocksOf(part: Element): Element[] {
	const inner = [...part.children].filter((child) => child.matches(BLOCK));
	return inner.length === 0
		? [part]
		: inner.flatMap((child) => (child.matches(HOLDER) ? blocksOf(child) : child));
}

/** Reads how a text is laid out: a block counts by its characters, and one without any by one. */
export function layOf(body: Element): Laid {
	const blocks = blocksOf(body);
	return {
		edges: edgesOf(blocks.map((block) => 1 + block.textContent.length)),
		span: (index) => blocks[index]?.getBoundingClientRect() ?? { top: 0, bottom: 0 },
	};
}
