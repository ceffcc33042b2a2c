type Side = "previousSibling" | "nextSibling";

/** What begins a line of its own. */
const BLOCK =
	"address, blockquote, dd, details, div, dl, dt, figcaption, figure, h2, h3, h4, h5, h6, hr, li, ol, p, pre, section, table, ul";

const isBlank = (node: Node): boolean =>
	!(node instanceof Element) && (node instanceof Comment || (node.nodeValue ?? "").trim() === "");

/** What stands beside it, looking past white space; but a picture only right beside it, as in a row of them. */
function beside(node: Node, side: Side): Node | null {
	const nearest = node[side];
	let found = nearest;
	while (found && isBlank(found)) found = found[side];
	return found !== nearest && found?.nodeName === "IMG" ? null : found;
}

const hasText = (node: Node | null): boolean =>
	node !== null &&
	node.nodeName !== "BR" &&
	((node.textContent ?? "").trim() !== "" || node.nodeName === "IMG");

/** The outermost link or mark around a picture that holds nothing else. */
export function outermost(picture: Element): Element {
	let outer = picture;
	while (
		outer.parentElement?.matches("a, span, em, strong, b, i, small") &&
		outer.parentElement.textContent.trim() === "" &&
		outer.parentElement.querySelectorAll("img").length === 1
	)
		outer = outer.parentElement;
	return outer;
}

/** Whether a picture has lines to itself: it isn't in the middle of a sentence. */
export function standsAlone(picture: Element): boolean {
	const outer = outermost(picture);
	return !hasText(beside(outer, "previousSibling")) || !hasText(beside(outer, "nextSibling"));
}

/** Whether a picture begins or ends a line of words, as those that were once floated beside them. */
export function beginsOrEndsWords(picture: Element): boolean {
	const outer = outermost(picture);
	const [before, after] = (["previousSibling", "nextSibling"] as const).map((side) => {
		const node = beside(outer, side);
		const isOwnLine = node instanceof Element && node.matches(`${BLOCK}, img`);
		return hasText(node) && !isOwnLine;
	});
	return before !== after;
}
