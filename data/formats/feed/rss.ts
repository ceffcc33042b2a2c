import { MAX_READ_LENGTH } from "../../model/plain-text";
import type { Found, FoundFeed, OfItems } from "./compose";
import { readDate } from "./dates";
import { readHints } from "./hints";
import { languageOf } from "./languages";
import { absolute, baseOf, relationOf } from "./links";
import { groupTitles, readMedia } from "./media";
import { readAuthor, readCategories } from "./people";
import { titleText } from "./text";
import { CONTENTS, htmlOf, summaryOf } from "./texts";
import { attribute, child, children, childText, type Element, textOf } from "./tree";

const TITLES = ["title", "atom:title", "dc:title", "media:title", "itunes:title"];
const DATES = [
	...["pubdate", "published", "atom:published", "dcterms:issued", "atom:issued", "dc:date", "date"],
	...["updated", "atom:updated", "dcterms:modified", "atom:modified", "dcterms:created", "dcterms:date"],
	...["issued", "modified", "created", "lastbuilddate"],
];
const TEXTS = [...CONTENTS, "content", "atom:content"];
const AUTHORS = ["author", "atom:author", "dc:creator", "dc:author", "itunes:author", "managingeditor"];

const titleOf = (holder: Element): string | undefined => {
	for (const title of [...children(holder, TITLES), ...groupTitles(holder)]) {
		const text = titleText(textOf(title, MAX_READ_LENGTH) ?? "", "unsaid");
		if (text !== "") return text;
	}
	return undefined;
};

/** The first usable address among links: RSS keeps it as text, Atom in `href`, an alternate by default. */
const linkOf = (holder: Element, document: string): string | undefined => {
	for (const link of children(holder, ["link", "atom:link"])) {
		const url = absolute(textOf(link) ?? attribute(link, "href"), baseOf(link, document));
		if (url && relationOf(link) === "alternate") return url;
	}
	return undefined;
};

const dateOf = (item: Element): number | undefined => {
	for (const said of children(item, DATES)) {
		const date = readDate(textOf(said));
		if (date !== undefined) return date;
	}
	return readDate(attribute(item, "lastmod"));
};

/** A guid is an address unless it says that it isn't (RSS 2.0). */
const permalink = (item: Element): string | undefined => {
	for (const guid of children(item, ["guid", "atom:id", "id"])) {
		const text = textOf(guid);
		const isPermalink = attribute(guid, "ispermalink")?.toLowerCase() !== "false";
		if (text) return isPermalink && /^(?:https?:|\/)/i.test(text) ? text : undefined;
	}
	return undefined;
};

/** Reads one item in the vocabulary of RSS, with Atom's, Dublin Core's, iTunes' and Media RSS's where it lacks. */
export function readRssItem(item: Element, document: string): Found {
	const about = attribute(item, "rdf:about") ?? attribute(item, "about");
	const base = baseOf(item, document);
	return {
		guid: childText(item, ["guid", "atom:id", "id"]) ?? about,
		title: titleOf(item),
		url:
			linkOf(item, document) ??
			absolute(permalink(item) ?? attribute(item, "href"), base) ??
			(about && /^https?:/i.test(about) ? absolute(about, base) : undefined),
		publishedAt: dateOf(item),
		content: htmlOf(item, document, TEXTS),
		summary: summaryOf(item, document),
		author: readAuthor(item, AUTHORS),
		language: languageOf(item),
		categories: readCategories(item),
		media: readMedia(item, document),
		unfinished: item.unfinished,
	};
}

/** The channel of items that stand in it, or in RSS 1.0 beside it. */
const channelOf = (parent: Element): Element => child(parent, ["channel"]) ?? parent;

const homeOf = (channel: Element, document: string): string | undefined =>
	linkOf(channel, document) ?? absolute(attribute(channel, "href"), document);

/**
 * Where relative links in an item start from: the channel's own link, which is where a feed that moved to
 * another host belongs.
 */
export const rssBase = (item: Element, document: string): string =>
	(item.parent && homeOf(channelOf(item.parent), document)) ?? document;

/** RSS has it in `image`, in RSS 1.0 beside the channel; podcasts and CDF have names of their own. */
const iconOf = (root: Element, channel: Element, document: string): string | undefined => {
	for (const image of [...children(channel, ["image"]), ...children(root, ["image"])]) {
		const icon = absolute(childText(image, ["url"]), baseOf(image, document));
		if (icon) return icon;
	}
	const href =
		attribute(child(channel, ["itunes:image"]), "href") ?? attribute(child(channel, ["logo"]), "href");
	return absolute(href, document);
};

/** Reads what RSS 0.9x, 1.0 and 2.0, and CDF, say of a feed as a whole. */
export function readRss(root: Element, document: string): OfItems & Omit<FoundFeed, "format" | "items"> {
	const channel = channelOf(root);
	return {
		language: languageOf(channel),
		title: titleOf(channel),
		home: homeOf(channel, document),
		icon: iconOf(root, channel, document),
		hints: readHints(channel),
	};
}
