import { readAtom, readEntry } from "./atom";
import { composeFeed, type Found, type FoundFeed } from "./compose";
import { readText } from "./decode";
import { detect } from "./detect";
import { type Feed, NotAFeedError } from "./feed";
import { readJson } from "./json";
import { joined, type Pieces } from "./pieces";
import { readRss, readRssItem, rssBase } from "./rss";
import type { Element } from "./tree";
import { parseXml } from "./xml";

export { type Feed, type FeedItem, NotAFeedError } from "./feed";

/** What may stand before a feed, and says nothing. */
const JUNK = /^[\s\0\ufeff]+/;

const readXml = (text: Pieces, document: string): FoundFeed => {
	const items: Found[] = [];
	let first: Element | undefined;
	let base: string | undefined;
	const top = parseXml(text, (item) => {
		first ??= item;
		if (!/item$/.test(item.name)) items.push(readEntry(item, document));
		else {
			base ??= rssBase(item, document);
			items.push(readRssItem(item, base));
		}
	});
	const detected = detect(top, first);
	if (typeof detected === "string") throw new NotAFeedError(detected);
	const { format, root } = detected;
	const { author, language, ...feed } = (format === "atom" ? readAtom : readRss)(root, document);
	for (const item of items) {
		item.author ??= author;
		item.language ??= language;
	}
	return { format, items, ...feed };
};

const readPieces = (text: Pieces, document: string): FoundFeed => {
	let start = "";
	for (const piece of text) {
		start = piece.replace(JUNK, "");
		if (start !== "") break;
	}
	if (start === "") throw new NotAFeedError("empty");
	if (!start.startsWith("{")) return readXml(text, document);
	const found = readJson(joined(text).replace(JUNK, ""), document);
	if (!found) throw new NotAFeedError("unknown");
	return { format: "json", ...found };
};

/**
 * Reads a feed, whatever its wire format: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed, CDF; however
 * broken. Pure, and bounded in time by the length of the bytes.
 *
 * @param from where the bytes came from, for relative addresses, and the Content-Type that HTTP gave them
 * @throws NotAFeedError, and nothing else
 */
export function readFeed(bytes: Uint8Array, from: { url: string; contentType?: string | null }): Feed {
	const found = readText(bytes, from.contentType, (text) => readPieces(text, from.url));
	return composeFeed(found, from.url);
}
