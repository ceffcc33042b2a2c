import { isPlain, sanitise } from "../sanitise";
import { breakSections } from "./long-tables";

/** About so much is sanitised in one go: elements, and text that costs as much to lay out. */
const PIECE = 150;
const ELEMENT_WEIGHT = 1;
/** So many characters cost as much as an element. */
const CHARACTERS = 100;
/** A table with more in it than that grows on the screen, by about so much at a time. */
const SECTION = 1_500;

/** Weighs everything in an element, each node once; browsers nest no deeper than some hundred levels. */
function weigh(node: Node, weights: Map<Node, number>): number {
	let weight = node instanceof Element ? ELEMENT_WEIGHT : (node.nodeValue?.length ?? 0) / CHARACTERS;
	for (let child = node.firstChild; child; child = child.nextSibling) weight += weigh(child, weights);
	weights.set(node, weight);
	return weight;
}

/**
 * Puts a finished fragment of what is in the inert element `from` into the page; where it is an element whose
 * children come later, `whole` is the inert element that it is of, with all of them.
 */
export type Place = (fragment: DocumentFragment, into: Element, from: Element, whole?: Element) => void;

/**
 * Sanitises an inert text and places it piece by piece in its order, and stops after each: a long text in one go
 * would keep the page from answering. What is too big for a piece is sanitised without its children, which
 * then go into it.
 */
export function* placeInPieces(from: Element, into: Element, place: Place): Generator<void> {
	const weights = new Map<Node, number>();
	weigh(from, weights);
	yield;
	for (const table of from.querySelectorAll("table"))
		if ((weights.get(table) ?? 0) > SECTION) {
			breakSections(table, SECTION, (row) => weights.get(row) ?? 0);
			yield;
			weigh(table, weights);
			yield;
		}
	yield* placeChildren(from, into, place, weights);
}

/** Has the browser lay out what has come, so that it counts towards the task in which it has. */
const layOut = (into: Element) => void into.getBoundingClientRect();

function* placeChildren(
	from: Element,
	into: Element,
	place: Place,
	weights: ReadonlyMap<Node, number>,
): Generator<void> {
	const weightOf = (node: Node) => weights.get(node) ?? 0;
	/** A table, or a section of one, is laid out anew as a whole with each piece that comes into it. */
	const growsUnseen = (part: Element) =>
		part.matches("thead, tbody, tfoot") || (part.matches("table") && weightOf(part) <= SECTION);
	const piece = from.ownerDocument.createDocumentFragment();
	let weight = 0;
	const flush = () => {
		if (piece.childNodes.length > 0) place(sanitise(piece), into, from);
		piece.replaceChildren();
		weight = 0;
		layOut(into);
	};
	for (const child of [...from.childNodes]) {
		const own = weightOf(child);
		if (own > PIECE && child instanceof Element && isPlain(child)) {
			flush();
			const shell = sanitise(child.cloneNode(false));
			const inner = shell.firstElementChild;
			const holder = inner && growsUnseen(child) ? into.ownerDocument.createElement("div") : into;
			if (inner) place(shell, holder, from, child);
			yield* placeChildren(child, inner ?? into, place, weights);
			if (holder === into) continue;
			into.append(...holder.childNodes);
			layOut(into);
			yield;
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
