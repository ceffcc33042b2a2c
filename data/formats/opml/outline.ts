import { opmlAddress } from "./address";
import { onOneLine } from "./group";

/** What an outline element is, as far as its own attributes tell. */
export type Outline =
	| { is: "feed"; url: string; title: string; home?: string }
	| { is: "folder"; name: string }
	/** It means to be a feed and has no address that can be used; with outlines in it, it is a folder. */
	| { is: "suspect"; name: string; written: string };

/** OPML 2.0, "Inclusion" and "link": outlines of these types point to pages and to other outlines. */
const OTHER_TYPES = new Set(["link", "include"]);

/**
 * Tells what an outline is. Attribute names are taken in lower case; `url` stands in for `xmlUrl`, as some
 * programs write it. Of the two names that an outline may have, `text` goes before `title`: it is the one
 * that a user can change.
 */
export function outlineOf(attributes: Readonly<Record<string, string>>): Outline {
	const type = attributes.type?.trim().toLowerCase() ?? "";
	const isOther = OTHER_TYPES.has(type);
	const written = attributes.xmlurl ?? (isOther ? undefined : attributes.url);
	const url = opmlAddress(written);
	const home = opmlAddress(attributes.htmlurl);
	const name = onOneLine(attributes.text) || onOneLine(attributes.title);
	if (url !== undefined) {
		return { is: "feed", url, title: name || new URL(url).host, ...(home !== undefined && { home }) };
	}
	const isSuspect = written !== undefined || home !== undefined || (type !== "" && !isOther);
	return isSuspect
		? { is: "suspect", name: name || onOneLine(written) || home || type, written: onOneLine(written) }
		: { is: "folder", name };
}
