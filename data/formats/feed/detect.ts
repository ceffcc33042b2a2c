import type { FeedFormat, NotAFeedReason } from "./feed";
import { isItem } from "./nesting";
import { attribute, type Element, isElement, type Text } from "./tree";

/** Where a feed begins in a document, and what it is. */
export interface Detected {
	format: FeedFormat;
	root: Element;
	/** In the order of the document. */
	items: Element[];
}

const ROOTS: ReadonlyMap<string, FeedFormat> = new Map([
	["rss", "rss"],
	["rdf:rdf", "rdf"],
	["rdf", "rdf"],
	["atom:feed", "atom"],
	["feed", "atom"],
	["channel", "rss"],
]);

/** Visits elements in the order of the document until `visit` answers false for one: then not what is in it. */
const walk = (from: Element, visit: (element: Element) => boolean): void => {
	const waiting: (Element | Text)[] = [from];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (!isElement(node) || !visit(node)) continue;
		for (const inner of node.nodes.toReversed()) if (isElement(inner)) waiting.push(inner);
	}
};

const itemsIn = (root: Element): Element[] => {
	const items: Element[] = [];
	walk(root, (element) => {
		if (isItem(element.name)) items.push(element);
		return !isItem(element.name);
	});
	return items;
};

const formatOf = (root: Element, items: Element[]): FeedFormat | undefined => {
	const format = ROOTS.get(root.name);
	if (root.name !== "channel") return format;
	return attribute(root, "href") || items.some((item) => attribute(item, "href")) ? "cdf" : format;
};

/** Finds the feed in a document: its root, or items that have lost theirs; else says what it is instead. */
export function detect(top: Element): Detected | NotAFeedReason {
	let root: Element | undefined;
	let isHtml = false;
	walk(top, (element) => {
		if (/^(?:xhtml:)?(?:html|meta|script|style|div|p)$/.test(element.name)) isHtml = true;
		if (!root && (ROOTS.has(element.name) || isItem(element.name))) root = element;
		return root === undefined;
	});
	if (!root) return isHtml ? "html" : "unknown";
	if (isItem(root.name)) {
		if (isHtml) return "html";
		return {
			format: root.name === "item" ? "rss" : "atom",
			root: root.parent ?? top,
			items: itemsIn(root.parent ?? top),
		};
	}
	const items = itemsIn(root);
	return { format: formatOf(root, items) ?? "rss", root, items };
}
