import { rebased } from "./links";
import { innerHtml, paragraphs } from "./markup";
import { attribute, children, type Element, hasElements, textOf } from "./tree";

const CONTENTS = ["content:encoded", "fullitem", "xhtml:body", "body", "xhtml:div"];
const SUMMARIES = [
	...["description", "summary", "atom:summary", "abstract", "dc:description", "dcterms:abstract"],
	...["itunes:summary", "itunes:subtitle"],
];

/** The text of the first of the named elements that has any, as HTML; naked HTML is written out. */
const htmlOf = (holder: Element, document: string, names: string[]): string | undefined => {
	for (const name of names) {
		for (const element of children(holder, name)) {
			const html = hasElements(element) ? innerHtml(element) : textOf(element);
			if (html) return rebased(html, element, document);
		}
	}
	return undefined;
};

/** Media RSS texts are plain unless they say that they are HTML. */
const mediaDescription = (item: Element): string | undefined => {
	const holders = [item, ...children(item, "media:group", "media:content")];
	for (const description of holders.flatMap((holder) => children(holder, "media:description"))) {
		const text = textOf(description);
		if (text) return attribute(description, "type") === "html" ? text : paragraphs(text);
	}
	return undefined;
};

/** An item's whole text as HTML, under whatever name extensions have for it, or else under one of `others`. */
export const contentOf = (item: Element, document: string, ...others: string[]): string | undefined =>
	htmlOf(item, document, [...CONTENTS, ...others]);

/** What an item says in short, as HTML, under whatever name a format has for it. */
export const summaryOf = (item: Element, document: string): string | undefined =>
	htmlOf(item, document, SUMMARIES) ?? mediaDescription(item);
