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
	/** The {@link nameBit}s of the elements in it: most names that are asked for are in none of them. */
	holds: number;
	/** The document ended before this was closed. */
	unfinished?: true;
}

/** Tells an element from a text. */
export const isElement = (node: Element | Text): node is Element =>
	typeof node === "object" && "name" in node;

/** XML's own entities (XML 1.0, section 4.6): nearly all there are, and decoded in a fifth to three quarters of HTML's time. */
const XML_ENTITIES: ReadonlyMap<string, string> = new Map([
	["amp", "&"],
	["lt", "<"],
	["gt", ">"],
	["quot", '"'],
	["apos", "'"],
]);

/** Decodes entities once. HTML's own names are known, for feeds use them undeclared. */
export const decodeEntities = (text: string): string => {
	let decoded = "";
	let from = 0;
	for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", from)) {
		const end = text.indexOf(";", at);
		const character = end < 0 ? undefined : XML_ENTITIES.get(text.slice(at + 1, end));
		if (character === undefined) return decodeHTMLStrict(text);
		decoded += text.slice(from, at) + character;
		from = end + 1;
	}
	return decoded + text.slice(from);
};

const NONE: readonly Element[] = [];

/**
 * One bit of 31 for a name; two names may share one. An item is asked for some sixty names and has a dozen: to look at
 * a bit costs nothing beside an index, which was a sixth of all memory that reading took.
 */
export const nameBit = (name: string): number =>
	1 << ((name.charCodeAt(0) * 5 + name.charCodeAt(name.length - 1) * 3 + name.length) % 31);

/** The only thing in an element, where that is a text; most elements hold one, or nothing. */
const onlyText = ({ nodes }: Element): Text | undefined => {
	const [only] = nodes;
	return nodes.length === 1 && only !== undefined && !isElement(only) ? only : undefined;
};

const isNamed = (node: Element | Text, name: string): node is Element =>
	isElement(node) && node.name === name;

const firstNamed = (parent: Element, name: string): Element | undefined => {
	if ((parent.holds & nameBit(name)) === 0) return undefined;
	for (const node of parent.nodes) if (isNamed(node, name)) return node;
	return undefined;
};

/** The first child that goes by one of the names; earlier names are preferred to later ones. */
export function child(parent: Element, names: readonly string[]): Element | undefined {
	for (const name of names) {
		const first = firstNamed(parent, name);
		if (first) return first;
	}
	return undefined;
}

/** All children that go by one of the names, in the order of the names, then of the document. */
export function children(parent: Element, names: readonly string[]): readonly Element[] {
	let found: Element[] | undefined;
	for (const name of names) {
		if ((parent.holds & nameBit(name)) === 0) continue;
		for (const node of parent.nodes) {
			if (!isNamed(node, name)) continue;
			if (found) found.push(node);
			else found = [node];
		}
	}
	return found ?? NONE;
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
export function childText(parent: Element, names: readonly string[]): string | undefined {
	for (const name of names) {
		if ((parent.holds & nameBit(name)) === 0) continue;
		for (const node of parent.nodes) {
			const text = isNamed(node, name) ? textOf(node) : undefined;
			if (text !== undefined) return text;
		}
	}
	return undefined;
}
