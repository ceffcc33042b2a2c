import { decodeHTMLAttribute } from "entities/decode";
import { Tokenizer } from "htmlparser2";
import { withoutFeedScheme } from "../feed-scheme";
import { readLinkHeader } from "../link-header";
import { absolute } from "./links";
import { titleText } from "./text";

/** A feed that a page names. */
export interface DiscoveredFeed {
	/** Absolute, http or https. */
	url: string;
	/** As the page calls it; the page's own title where it doesn't say; empty where that is missing too. */
	title: string;
	/** The MIME type as declared. */
	type?: string;
}

const FEED_TYPE = /^(?:application|text)\/(?:(?:rss|atom|rdf|x-rss|x-atom|feed)(?:\+(?:xml|json))?|xml)\b/i;
/** WordPress names its programming interface `application/json`, so that alone makes no feed. */
const JSON_TYPE = /^application\/json\s*(?:;|$)/i;
const FEED_ADDRESS = /feed|rss|atom/i;

type Attributes = Map<string, string>;

const isFeedLink = (link: Attributes): boolean => {
	const relations = (link.get("rel") ?? "").toLowerCase().split(/\s+/);
	const type = (link.get("type") ?? "").trim();
	if (relations.includes("stylesheet")) return false;
	if (relations.includes("feed")) return true;
	if (!relations.includes("alternate")) return false;
	return FEED_TYPE.test(type) || (JSON_TYPE.test(type) && FEED_ADDRESS.test(link.get("href") ?? ""));
};

/** What of a page matters here, in its order. Comments and scripts are no part of it. */
const readHead = (html: string): { links: Attributes[]; base?: string | undefined; title: string } => {
	const links: Attributes[] = [];
	let base: string | undefined;
	let title = "";
	let tag = "";
	let attributes: Attributes = new Map();
	let name = "";
	let value = "";
	const close = () => {
		if (tag === "link") links.push(attributes);
		if (tag === "base") base ??= attributes.get("href");
	};
	const tokenizer = new Tokenizer(
		{ decodeEntities: false },
		{
			onopentagname: (start, end) => {
				tag = html.slice(start, end).toLowerCase();
				attributes = new Map();
			},
			onattribname: (start, end) => {
				name = html.slice(start, end).toLowerCase();
				value = "";
			},
			onattribdata: (start, end) => {
				value += html.slice(start, end);
			},
			onattribend: () => {
				if (!attributes.has(name)) attributes.set(name, decodeHTMLAttribute(value));
			},
			onopentagend: close,
			onselfclosingtag: close,
			ontext: (start, end) => {
				if (tag === "title" && title === "") title = html.slice(start, end);
			},
			onclosetag: () => {
				tag = "";
			},
			onattribentity: () => {},
			ontextentity: () => {},
			oncdata: () => {},
			oncomment: () => {},
			ondeclaration: () => {},
			onprocessinginstruction: () => {},
			onend: () => {},
		},
	);
	tokenizer.write(html);
	tokenizer.end();
	return { links, base, title };
};

/**
 * Finds the feeds that a page names in `<link rel="alternate">` (HTML Standard, section 4.6.7.1) and then in the
 * `Link` header that it came with (RFC 8288), in their order, without doubles. Pure; any text will do.
 */
export function discoverFeeds(html: string, page: string, header: string | null = null): DiscoveredFeed[] {
	const { links, base, title } = readHead(html);
	const start = absolute(base, page) ?? page;
	const found = new Map<string, DiscoveredFeed>();
	const collect = (named: Attributes[], from: string) => {
		for (const link of named.filter(isFeedLink)) {
			const url = absolute(withoutFeedScheme(link.get("href") ?? ""), from);
			if (!url || found.has(url)) continue;
			const type = link.get("type")?.trim();
			const name = titleText(link.get("title") ?? "", "text") || titleText(title, "text");
			found.set(url, { url, title: name, ...(type && { type }) });
		}
	};
	collect(links, start);
	// A header knows nothing of the page's base (RFC 8288, section 3.2).
	collect(readLinkHeader(header ?? ""), page);
	return [...found.values()];
}
