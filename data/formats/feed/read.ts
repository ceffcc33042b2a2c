import { readAtom } from "./atom";
import { composeFeed } from "./compose";
import { decode } from "./decode";
import { detect } from "./detect";
import { type Feed, NotAFeedError } from "./feed";
import { readJson } from "./json";
import { readRss } from "./rss";
import { parseXml } from "./xml";

export { type Feed, type FeedItem, type Media, NotAFeedError, type PollingHints } from "./feed";

/**
 * Reads a feed, whatever its wire format: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed, CDF; however
 * broken. Pure, and bounded in time by the length of the bytes.
 *
 * @param from where the bytes came from, for relative addresses, and the Content-Type that HTTP gave them
 * @throws NotAFeedError, and nothing else
 */
export function readFeed(bytes: Uint8Array, from: { url: string; contentType?: string | null }): Feed {
	const text = decode(bytes, from.contentType).replace(/^[\s\0\ufeff]+/, "");
	if (text === "") throw new NotAFeedError("empty");
	if (text.startsWith("{")) {
		const found = readJson(text, from.url);
		if (!found) throw new NotAFeedError("unknown");
		return composeFeed({ format: "json", ...found }, from.url);
	}
	const detected = detect(parseXml(text));
	if (typeof detected === "string") throw new NotAFeedError(detected);
	const { format, root, items } = detected;
	const read = format === "atom" ? readAtom : readRss;
	return composeFeed({ format, ...read(root, items, from.url) }, from.url);
}
