import type { Feed, FeedItem, PollingHints } from "./feed";
import { firstWords, titleText } from "./text";

/** What a reader of one wire format found in an item; undefined and empty stand for absent. */
export type Found = {
	[field in Exclude<keyof FeedItem, "title" | "untitled">]?: FeedItem[field] | undefined;
} & {
	title?: string | undefined;
};

/** What a reader of one wire format found in a whole feed. */
export interface FoundFeed {
	format: Feed["format"];
	title?: string | undefined;
	home?: string | undefined;
	hints?: PollingHints | undefined;
	items: Found[];
}

const nameOf = (url: string): string => {
	const { host, pathname } = new URL(url);
	return titleText(`${host}${pathname === "/" ? "" : pathname}`, "text");
};

const composeItem = ({ title, ...found }: Found, fallback: string): FeedItem => {
	const item: FeedItem = { title: title ?? "" };
	for (const [field, value] of Object.entries(found)) {
		if (value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0)) {
			Object.assign(item, { [field]: value });
		}
	}
	if (item.title !== "") return item;
	item.untitled = true;
	const words = [item.content, item.summary].map((html) => firstWords(html ?? "")).find(Boolean);
	item.title =
		words ?? item.media?.find((media) => media.title)?.title ?? (item.url ? nameOf(item.url) : fallback);
	return item;
};

/** Makes a feed of what was found: with titles for what has none, and without what is absent. */
export function composeFeed({ format, title, home, hints, items }: FoundFeed, url: string): Feed {
	const host = URL.canParse(url) ? new URL(url).host || url : url || "feed";
	const feed: Feed = { format, title: title || host, items: items.map((item) => composeItem(item, host)) };
	if (home) feed.home = home;
	if (hints) feed.hints = hints;
	return feed;
}
