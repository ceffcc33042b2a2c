import { isPlain, sanitise } from "../sanitise";

/** About so much is sanitised in one go: elements, and text that costs as much. */
const PIECE = 150;
const ELEMENT_WEIGHT = 1;
/** So many characters cost as much as an element. */
const CHARACTERS = 1_000;

/** Weighs everything in an element, each node once; browsers nest no deeper than some hundred levels. */
function weigh(node: Node, weights: Map<Node, number>): number {
	let weight = node instanceof Element ? ELEMENT_WEIGHT : (node.nodeValue?.length ?? 0) / CHARACTERS;
	for (let child = node.firstChild; child; child = child.nextSibling) weight += weigh(child, weights);
	weights.set(node, weight);
	return weight;
}

/** Puts a finished fragment into the page, and answers what further children of it go into. */
export type Place = (fragment: DocumentFragment, into: Element) => void;

/**
 * Sanitises an inert text and places it piece by piece in its order, and stops after each: a long text in one go
 * would keep the page from answering. What is too big for a piece is sanitised without its children, which
 * then go into it.
 */
export function* placeInPieces(from: Element, into: Element, place: Place): Generator<void> {
	const weights = new Map<Node, number>();
	weigh(from, weights);
	yield;
	yield* placeChildren(from, into, place, weights);
}

function* placeChildren(
	from: Element,
	into: Element,
	place: Place,
	weights: ReadonlyMap<Node, number>,
): Generator<void> {
	const piece = from.ownerDocument.createDocumentFragment();
	let weight = 0;
	const flush = () => {
		if (piece.childNodes.length > 0) place(sanitise(piece), into);
		piece.replaceChildren();
		weight = 0;
	};
	for (const child of [...from.childNodes]) {
		const own = weights.get(child) ?? 0;
		if (own > PIECE && child instanceof Element && isPlain(child)) {
			flush();
			const shell = sanitise(child.cloneNode(false));
			const inner = shell.firstElementChild;
			// A table that grows on the screen is laid out anew, as a whole, with each piece.
			const holder = inner?.matches("table") ? from.ownerDocument.createElement("div") : into;
			if (inner) place(shell, holder);
			yield* placeChildren(child, inner ?? into, place, weights);
			if (holder !== into) into.append(...holder.childNodes);
			continue;
		}
		if (weight + own > PIECE) {
			flush();
			yield;
		}
		piece.append(child);
		weight += own;
	}
	flush();
	yield;
}
