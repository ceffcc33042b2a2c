import { decodeHTMLStrict } from "entities/decode";
import type { Attribute } from "./attributes";
import type { Scope } from "./names";

/** What a CDATA section holds: its text has no entities, where that of a mere string still has. */
interface CData {
	cdata: string;
}

/** A text as it stands in the document. */
export type Text = string | CData;

/** An element of a feed's tree. */
export interface Element {
	/** Lower case, under the prefix that `names.ts` gives it. */
	name: string;
	/** In lower case, their entities decoded; of two with one name the first counts. */
	attributes: readonly Attribute[];
	nodes: (Element | Text)[];
	parent: Element | undefined;
	/** The name in the document, in lower case: what its closing tag will say. */
	tag: string;
	/** The namespaces that are declared for it. */
	scope: Scope;
	/** Its child elements by name, once somebody has asked for one. */
	byName: Map<string, Element[]> | undefined;
	/** The document ended before this was closed. */
	unfinished?: true;
}

/** Tells an element from a text. */
export const isElement = (node: Element | Text): node is Element =>
	typeof node === "object" && "name" in node;

const OTHER_ENTITY = /&(?!(?:amp|lt|gt|quot|apos);)/;

/** Decodes entities once. HTML's own names are known, for feeds use them undeclared. */
export const decodeEntities = (text: string): string => {
	if (!text.includes("&")) return text;
	if (OTHER_ENTITY.test(text)) return decodeHTMLStrict(text);
	// XML's own five are nearly all there are, and are replaced three times as fast.
	const brackets = text.replaceAll("&lt;", "<").replaceAll("&gt;", ">");
	if (!brackets.includes("&")) return brackets;
	return brackets.replaceAll("&quot;", '"').replaceAll("&apos;", "'").replaceAll("&amp;", "&");
};

const NONE: readonly Element[] = [];

/** An item is asked for some sixty names, most of which it doesn't have. */
const indexed = (parent: Element): Map<string, Element[]> => {
	const index = new Map<string, Element[]>();
	for (const node of parent.nodes) {
		if (!isElement(node)) continue;
		const others = index.get(node.name);
		if (others) others.push(node);
		else index.set(node.name, [node]);
	}
	parent.byName = index;
	return index;
};

/** The only thing in an element, where that is a text; most elements hold one, or nothing. */
const onlyText = ({ nodes }: Element): Text | undefined => {
	const [only] = nodes;
	return nodes.length === 1 && only !== undefined && !isElement(only) ? only : undefined;
};

const named = (parent: Element, name: string): readonly Element[] => {
	if (parent.byName) return parent.byName.get(name) ?? NONE;
	// To make an index for what isn't there takes a tenth of all reading.
	if (parent.nodes.length === 0 || onlyText(parent) !== undefined) return NONE;
	return indexed(parent).get(name) ?? NONE;
};

/** The first child that goes by one of the names; earlier names are preferred to later ones. */
export function child(parent: Element, ...names: string[]): Element | undefined {
	for (const name of names) {
		const [first] = named(parent, name);
		if (first) return first;
	}
	return undefined;
}

/** All children that go by one of the names, in the order of the names, then of the document. */
export function children(parent: Element, ...names: string[]): readonly Element[] {
	let found = NONE;
	for (const name of names) {
		const more = named(parent, name);
		if (more.length > 0) found = found.length > 0 ? [...found, ...more] : more;
	}
	return found;
}

/** Whether there are elements in it, or only text. */
export const hasElements = (element: Element): boolean => element.nodes.some(isElement);

/** An attribute's value, trimmed; undefined where it is absent or empty. */
export function attribute(element: Element | undefined, name: string): string | undefined {
	for (const one of element?.attributes ?? []) if (one.name === name) return one.value.trim() || undefined;
	return undefined;
}

const read = (text: Text, limit?: number): string =>
	typeof text === "string" ? decodeEntities(text.slice(0, limit)) : text.cdata.slice(0, limit);

/**
 * All text in an element, trimmed, its entities decoded once; undefined where there is none. Of each piece no
 * more than `limit` characters are read.
 */
export function textOf(element: Element | undefined, limit?: number): string | undefined {
	if (!element) return undefined;
	const only = onlyText(element);
	if (only !== undefined) return read(only, limit).trim() || undefined;
	let text = "";
	const waiting: (Element | Text)[] = [element];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (!isElement(node)) text += read(node, limit);
		else for (const inner of node.nodes.toReversed()) waiting.push(inner);
	}
	return text.trim() || undefined;
}

/** The first of the named children that has text, in the order of the names; its text. */
export function childText(parent: Element, ...names: string[]): string | undefined {
	for (const name of names) {
		for (const element of named(parent, name)) {
			const text = textOf(element);
			if (text !== undefined) return text;
		}
	}
	return undefined;
}
