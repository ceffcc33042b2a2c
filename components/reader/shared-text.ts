import { putPicturesBack } from "./content/missing-picture";
import { sanitise } from "./sanitise";

/** What is in the page for the reader's sake alone, and no part of the text. */
const CONTROLS = "button, audio, video, select, input, .unseen, [hidden]";

/** Where a picture comes from, wherever it is kept. */
export const addressOf = (picture: HTMLImageElement): string =>
	picture.dataset.from ?? picture.getAttribute("src") ?? "";

/**
 * The text of an article as it stands in the page, harmless and without what the reader has added. Each picture is
 * given to `settle`, which may change it or put something in its place. The text is in a document of its own, which
 * asks for nothing.
 */
export function sharedText(body: Element | null, settle: (picture: HTMLImageElement) => void): HTMLElement {
	const inert = document.implementation.createHTMLDocument("");
	const text = inert.createElement("div");
	if (!body) return text;
	const copy = inert.importNode(body, true);
	putPicturesBack(copy);
	for (const picture of copy.querySelectorAll("img")) settle(picture);
	for (const control of copy.querySelectorAll(CONTROLS)) control.remove();
	const content = inert.createDocumentFragment();
	content.append(...copy.childNodes);
	text.append(sanitise(content));
	return text;
}
