import { decodeHTMLStrict } from "entities/decode";

/** Text as it stands in the document; `raw` still has its entities, what comes from a CDATA section has none. */
export interface Text {
	raw: boolean;
	text: string;
}

/** An attribute of an element. */
export interface Attribute {
	/** Lower case, prefix included. */
	name: string;
	/** Its entities are decoded. */
	value: string;
}

/** An element of a feed's tree. */
export interface Element {
	/** Lower case, under the prefix that `names.ts` gives it. */
	name: string;
	attributes: readonly Attribute[];
	nodes: (Element | Text)[];
	parent?: Element;
	/** The document ended before this was closed. */
	unfinished?: true;
}

/** Tells an element from a text. */
export const isElement = (node: Element | Text): node is Element => "name" in node;

/** The text of one node, its entities decoded. HTML's own names are known, for feeds use them undeclared. */
export const decoded = ({ raw, text }: Text): string =>
	raw && text.includes("&") ? decodeHTMLStrict(text) : text;

/** The first child that goes by one of the names; earlier names are preferred to later ones. */
export function child(parent: Element, ...names: string[]): Element | undefined {
	for (const name of names) {
		for (const node of parent.nodes) if (isElement(node) && node.name === name) return node;
	}
	return undefined;
}

/** All children that go by one of the names, in the order of the document. */
export function children(parent: Element, ...names: string[]): Element[] {
	return parent.nodes.filter((node): node is Element => isElement(node) && names.includes(node.name));
}

/** Whether there are elements in it, or only text. */
export const hasElements = (element: Element): boolean => element.nodes.some(isElement);

/** An attribute's value, trimmed; undefined where it is absent or empty. */
export const attribute = (element: Element | undefined, name: string): string | undefined =>
	element?.attributes.find((one) => one.name === name)?.value.trim() || undefined;

/**
 * All text in an element, trimmed, its entities decoded once; undefined where there is none. Of each piece no
 * more than `limit` characters are read.
 */
export function textOf(element: Element | undefined, limit?: number): string | undefined {
	if (!element) return undefined;
	const start = ({ raw, text }: Text) => decoded({ raw, text: text.slice(0, limit) });
	const [only] = element.nodes;
	if (element.nodes.length === 1 && only && !isElement(only)) return start(only).trim() || undefined;
	let text = "";
	const waiting: (Element | Text)[] = [element];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (!isElement(node)) text += start(node);
		else for (const inner of node.nodes.toReversed()) waiting.push(inner);
	}
	return text.trim() || undefined;
}

/** The first of the named children that has text, in the order of the names; its text. */
export function childText(parent: Element, ...names: string[]): string | undefined {
	for (const name of names) {
		for (const node of parent.nodes) {
			if (!isElement(node) || node.name !== name) continue;
			const text = textOf(node);
			if (text !== undefined) return text;
		}
	}
	return undefined;
}
