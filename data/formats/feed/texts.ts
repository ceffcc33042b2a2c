import { rebased } from "./links";
import { innerHtml, paragraphs } from "./markup";
import { attribute, children, type Element, hasElements, textOf } from "./tree";

/** What extensions call an item's whole text. */
export const CONTENTS: readonly string[] = ["content:encoded", "fullitem", "xhtml:body", "body", "xhtml:div"];
const SUMMARIES = [
	...["description", "summary", "atom:summary", "abstract", "dc:description", "dcterms:abstract"],
	...["itunes:summary", "itunes:subtitle"],
];

/** The text of the first of the named elements that has any, as HTML; naked HTML is written out. */
export const htmlOf = (holder: Element, document: string, names: readonly string[]): string | undefined => {
	for (const element of children(holder, names)) {
		const html = hasElements(element) ? innerHtml(element) : textOf(element);
		if (html) return rebased(html, element, document);
	}
	return undefined;
};

/** Media RSS texts are plain unless they say that they are HTML. */
const mediaDescription = (item: Element): string | undefined => {
	const holders = [item, ...children(item, ["media:group", "media:content"])];
	for (const description of holders.flatMap((holder) => children(holder, ["media:description"]))) {
		const text = textOf(description);
		if (text) return attribute(description, "type") === "html" ? text : paragraphs(text);
	}
	return undefined;
};

/** What an item says in short, as HTML, under whatever name a format has for it. */
export const summaryOf = (item: Element, document: string): string | undefined =>
	htmlOf(item, document, SUMMARIES) ?? mediaDescription(item);
