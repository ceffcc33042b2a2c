import { hostIn } from "../../model/host";
import type { PollHints } from "../../model/source";
import type { Feed, FeedItem } from "./feed";
import { firstWords, titleText } from "./text";

/** What a reader of one wire format found in an item; undefined and empty stand for absent. */
export type Found = {
	[field in Exclude<keyof FeedItem, "title" | "untitled">]?: FeedItem[field] | undefined;
} & {
	title?: string | undefined;
};

/** What a feed says of all its items that don't say otherwise. */
export type OfItems = Pick<Found, "author" | "language">;

/** What a reader of one wire format found in a whole feed. */
export interface FoundFeed {
	format: Feed["format"];
	title?: string | undefined;
	home?: string | undefined;
	icon?: string | undefined;
	hints?: PollHints | undefined;
	items: Found[];
}

const nameOf = (url: string): string => {
	const { host, pathname } = new URL(url);
	return titleText(`${host}${pathname === "/" ? "" : pathname}`, "text");
};

/** Leaves out what says nothing, so that what is absent has no key. */
const withoutEmpty = (title: string, found: Found): FeedItem => {
	const item: FeedItem = { title };
	if (found.guid) item.guid = found.guid;
	if (found.url) item.url = found.url;
	if (found.publishedAt !== undefined) item.publishedAt = found.publishedAt;
	if (found.summary) item.summary = found.summary;
	if (found.content) item.content = found.content;
	if (found.author) item.author = found.author;
	if (found.language) item.language = found.language;
	if (found.categories?.length) item.categories = found.categories;
	if (found.media?.length) item.media = found.media;
	if (found.unfinished) item.unfinished = true;
	return item;
};

const composeItem = (found: Found, fallback: string): FeedItem => {
	if (found.title) return withoutEmpty(found.title, found);
	const words = firstWords(found.content ?? "") || firstWords(found.summary ?? "");
	const named = words || found.media?.find((media) => media.title)?.title;
	return { ...withoutEmpty(named ?? (found.url ? nameOf(found.url) : fallback), found), untitled: true };
};

/** Makes a feed of what was found: with titles for what has none, and without what is absent. */
export function composeFeed({ format, title, home, icon, hints, items }: FoundFeed, url: string): Feed {
	const host = hostIn(url) || url || "feed";
	const feed: Feed = { format, title: title || host, items: items.map((item) => composeItem(item, host)) };
	if (home) feed.home = home;
	if (icon) feed.icon = icon;
	if (hints) feed.hints = hints;
	return feed;
}
