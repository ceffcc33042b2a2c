import { isPlain, sanitise } from "../sanitise";

/** About so much is sanitised in one go, in characters and {@link ELEMENT_WEIGHT}s. */
const PIECE = 16_000;
/** What an element costs beside its text, in characters. */
const ELEMENT_WEIGHT = 120;

const weightOf = (node: Node): number =>
	(node.textContent?.length ?? 0) / 8 +
	(node instanceof Element ? (1 + node.getElementsByTagName("*").length) * ELEMENT_WEIGHT : 0);

/** Puts a finished fragment into the page, and answers what further children of it go into. */
export type Place = (fragment: DocumentFragment, into: Element) => void;

/**
 * Sanitises an inert text and places it piece by piece in its order, and stops after each: a long text in one go
 * would keep the page from answering. What is too big for a piece is sanitised without its children, which
 * then go into it.
 */
export function* placeInPieces(from: Element, into: Element, place: Place): Generator<void> {
	const piece = from.ownerDocument.createDocumentFragment();
	let weight = 0;
	const flush = () => {
		if (piece.childNodes.length > 0) place(sanitise(piece), into);
		piece.replaceChildren();
		weight = 0;
	};
	for (const child of [...from.childNodes]) {
		const own = weightOf(child);
		if (own > PIECE && child instanceof Element && isPlain(child)) {
			flush();
			const shell = sanitise(child.cloneNode(false));
			const inner = shell.firstElementChild;
			if (inner) place(shell, into);
			yield* placeInPieces(child, inner ?? into, place);
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
