import { attribute, type Element } from "./tree";

/** Addresses beyond this are not addresses. */
const MAX_ADDRESS_LENGTH = 8192;

/** Addresses that parsing would leave as they are, which is most of them; to look is ten times as quick. */
const ABSOLUTE =
	/^https?:\/\/(?:[a-z\d-]+\.)+[a-z]{2,}\/[\w\-~%/+,;:@!$()*.]*(?:\?[\w\-~%/+,;:@!$()*.&=?]*)?$/;

/**
 * Makes an address from a feed absolute; undefined where it can't be, or is neither http nor https.
 * Escaped once too often, or with its scheme forgotten, it is understood all the same.
 */
export function absolute(address: string | undefined, base: string): string | undefined {
	if (!address || address.length > MAX_ADDRESS_LENGTH) return undefined;
	if (ABSOLUTE.test(address) && !/&amp;|\/\.|xn--|%2e/i.test(address)) return address;
	const trimmed = address.trim().replaceAll("&amp;", "&");
	const full = /^www\./i.test(trimmed) ? `http://${trimmed}` : trimmed;
	if (full === "") return undefined;
	try {
		const url = new URL(full, base);
		return url.protocol === "http:" || url.protocol === "https:" ? url.href : undefined;
	} catch {
		// Not an address.
		return undefined;
	}
}

/** The address that relative ones in an element start from: `xml:base`, outer ones first (RFC 4287, section 2). */
export function baseOf(element: Element, document: string): string {
	let bases: string[] | undefined;
	for (let at: Element | undefined = element; at; at = at.parent) {
		const base = attribute(at, "xml:base");
		if (base) bases = [base, ...(bases ?? [])];
	}
	return bases?.reduce((base, next) => absolute(next, base) ?? base, document) ?? document;
}

const REGISTERED = /^https?:\/\/www\.iana\.org\/assignments\/relation\//;

/** What a link leads to, an alternate by default; a registered name may be written as an IRI (RFC 4287, section 4.2.7.2). */
export const relationOf = (link: Element): string =>
	attribute(link, "rel")?.toLowerCase().replace(REGISTERED, "") ?? "alternate";

const TAG = /<[^<>]+/g;
const RELATIVE = /(\s(?:href|src|poster|cite)\s*=\s*)(["'])(?!\s*(?:[a-z][a-z\d+.-]*:|#))([^"'<>]*)\2/gi;

/** Makes the links and pictures in HTML absolute, where the feed has an `xml:base` for it; else it is as it was. */
export function rebased(html: string, element: Element, document: string): string {
	const base = baseOf(element, document);
	if (base === document) return html;
	const mended = (whole: string, before: string, quote: string, address: string): string => {
		const full = absolute(address, base);
		return full ? `${before}${quote}${full.replaceAll("&", "&amp;")}${quote}` : whole;
	};
	return html.replace(TAG, (tag) => tag.replace(RELATIVE, mended));
}
