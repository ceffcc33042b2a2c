import type { FeedFormat, NotAFeedReason } from "./feed";
import { attribute, type Element, isElement, type Text } from "./tree";

/** Where a feed begins in a document, and what it is. */
interface Detected {
	format: FeedFormat;
	root: Element;
}

const ROOTS: ReadonlyMap<string, FeedFormat> = new Map([
	["rss", "rss"],
	["rdf:rdf", "rdf"],
	["rdf", "rdf"],
	["atom:feed", "atom"],
	["feed", "atom"],
	["channel", "rss"],
]);

const HTML = /^(?:xhtml:)?(?:html|meta|script|style|div|p)$/;

/** Visits elements in the order of the document until `visit` answers false for one: then not what is in it. */
const walk = (from: Element, visit: (element: Element) => boolean): void => {
	const waiting: (Element | Text)[] = [from];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (!isElement(node) || !visit(node)) continue;
		for (const inner of node.nodes.toReversed()) if (isElement(inner)) waiting.push(inner);
	}
};

/**
 * Finds the feed in what stands around its items: its root, or where the first item stood if that is lost; else
 * says what it is instead.
 */
export function detect(top: Element, firstItem: Element | undefined): Detected | NotAFeedReason {
	let root: Element | undefined;
	let isHtml = false;
	walk(top, (element) => {
		if (HTML.test(element.name)) isHtml = true;
		if (ROOTS.has(element.name)) root ??= element;
		return root === undefined;
	});
	const format = ROOTS.get(root?.name ?? "");
	if (root && format) return { format: attribute(root, "href") ? "cdf" : format, root };
	if (isHtml) return "html";
	if (!firstItem) return "unknown";
	return { format: /item$/.test(firstItem.name) ? "rss" : "atom", root: firstItem.parent ?? top };
}
