import type { Found, FoundFeed, OfItems } from "./compose";
import { readDate } from "./dates";
import { readHints } from "./hints";
import { languageOf } from "./languages";
import { absolute, baseOf, rebased, relationOf } from "./links";
import { innerHtml, paragraphs } from "./markup";
import { groupTitles, readMedia } from "./media";
import { readAuthor, readCategories } from "./people";
import { titleText } from "./text";
import { CONTENTS, htmlOf, summaryOf } from "./texts";
import { attribute, child, children, childText, type Element, hasElements, isElement, textOf } from "./tree";

const DATES = [
	...["atom:published", "published", "atom:issued", "issued", "dcterms:issued", "pubdate"],
	...["atom:updated", "updated", "atom:modified", "modified", "dcterms:modified", "dc:date"],
	...["atom:created", "created", "dcterms:created"],
];
const AUTHORS = ["atom:author", "author", "dc:creator", "itunes:author"];

interface Construct {
	text: string;
	kind: "text" | "html" | "unsaid";
}

/** The text that is written in base64; empty where it is a picture or the like, undefined where it is none. */
const fromBase64 = (text: string): string | undefined => {
	const letters = text.replace(/\s+/g, "");
	if (letters.length < 4 || !/^[a-z\d+/]+={0,2}$/i.test(letters)) return undefined;
	let bytes: Uint8Array;
	try {
		bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
	} catch {
		// Not base64 after all: it is taken as it stands.
		return undefined;
	}
	const decoded = new TextDecoder().decode(bytes);
	return /[\0\ufffd]/.test(decoded) ? "" : decoded;
};

const TEXTUAL = /^(?:|text|html|xhtml|text\/.*|.*[/+]xml)$/;

/** RFC 4287, section 3.1, and the modes of Atom 0.3: text, HTML in text, XHTML as elements, base64. */
const readConstruct = (element: Element): Construct => {
	const type = attribute(element, "type")?.toLowerCase() ?? "";
	const mode = attribute(element, "mode")?.toLowerCase();
	if (hasElements(element)) {
		const [only, ...others] = element.nodes.filter(isElement);
		const wrapped = only && others.length === 0 && /^(?:xhtml:)?div$/.test(only.name);
		return { text: innerHtml(wrapped ? only : element), kind: "html" };
	}
	const text = textOf(element) ?? "";
	const binary =
		mode === "base64" || (mode === undefined && !TEXTUAL.test(type)) ? fromBase64(text) : undefined;
	if (binary !== undefined) return { text: binary, kind: /<[a-z]/i.test(binary) ? "html" : "text" };
	if (/html/.test(type)) return { text, kind: "html" };
	return { text, kind: type === "text" || type === "text/plain" ? "text" : "unsaid" };
};

const constructs = (holder: Element, name: string): [Element, Construct][] =>
	children(holder, [`atom:${name}`, name]).map((element) => [element, readConstruct(element)]);

const titleOf = (holder: Element): string | undefined => {
	const titles = constructs(holder, "title").map(([, { text, kind }]) => titleText(text, kind));
	const others = [...children(holder, ["dc:title", "media:title", "itunes:title"]), ...groupTitles(holder)];
	return (
		titles.find(Boolean) ?? others.map((title) => titleText(textOf(title) ?? "", "unsaid")).find(Boolean)
	);
};

const constructHtml = (holder: Element, name: string, document: string): string | undefined => {
	for (const [element, { text, kind }] of constructs(holder, name)) {
		if (text === "") continue;
		const isHtml = kind === "html" || (kind === "unsaid" && /<\/?[a-z][^<>]*>|&[a-z]+;/i.test(text));
		return isHtml ? rebased(text, element, document) : paragraphs(text);
	}
	return undefined;
};

/** An alternate in HTML before any other (RFC 4287, section 4.2.7). */
const linkOf = (holder: Element, document: string): string | undefined => {
	const alternates = children(holder, ["atom:link", "link"]).filter(
		(link) => relationOf(link) === "alternate",
	);
	const rank = (link: Element) => {
		const type = attribute(link, "type");
		return type === undefined ? 1 : /html/i.test(type) ? 0 : 2;
	};
	const ordered = alternates.toSorted((a, b) => rank(a) - rank(b));
	for (const link of ordered) {
		const url = absolute(attribute(link, "href") ?? textOf(link), baseOf(link, document));
		if (url) return url;
	}
	return undefined;
};

const dateOf = (entry: Element): number | undefined => {
	for (const said of children(entry, DATES)) {
		const date = readDate(textOf(said));
		if (date !== undefined) return date;
	}
	return undefined;
};

/** Reads one entry of Atom 0.3 or 1.0. */
export function readEntry(entry: Element, document: string): Found {
	const id = childText(entry, ["atom:id", "id", "guid"]);
	return {
		guid: id,
		title: titleOf(entry),
		url:
			linkOf(entry, document) ??
			absolute(id && /^(?:https?:|\/)/i.test(id) ? id : "", baseOf(entry, document)),
		publishedAt: dateOf(entry),
		content: constructHtml(entry, "content", document) ?? htmlOf(entry, document, CONTENTS),
		summary: constructHtml(entry, "summary", document) ?? summaryOf(entry, document),
		language: languageOf(entry),
		author: readAuthor(entry, AUTHORS),
		categories: readCategories(entry),
		media: readMedia(entry, document),
		unfinished: entry.unfinished,
	};
}

/** An icon is square and small, a logo twice as wide as high (RFC 4287, sections 4.2.5 and 4.2.8). */
const iconOf = (root: Element, document: string): string | undefined => {
	const icon = child(root, ["atom:icon", "icon"]) ?? child(root, ["atom:logo", "logo"]);
	return icon && absolute(textOf(icon), baseOf(icon, document));
};

/** Reads what Atom says of a feed as a whole; its author is that of all entries without their own. */
export function readAtom(root: Element, document: string): OfItems & Omit<FoundFeed, "format" | "items"> {
	return {
		author: readAuthor(root, ["atom:author", "author"]),
		language: languageOf(root),
		title: titleOf(root),
		home: linkOf(root, document),
		icon: iconOf(root, document),
		hints: readHints(root),
	};
}
