import { existsSync, readFileSync } from "node:fs";
import { type Feed, type FeedItem, readFeed } from "@/data/formats/feed/read";

/** Real feeds that are kept beside the project, not in it. */
export const CORPUS = "../shared/corpus";

/** Whether they are there. */
export const hasCorpus = existsSync(CORPUS);

/** Where the feeds of these tests come from. */
export const FROM = "https://feeds.example/all";

/** Reads a feed that a test wrote down. */
export const readText = (text: string, contentType?: string): Feed =>
	readFeed(new TextEncoder().encode(text), { url: FROM, contentType: contentType ?? null });

/** Reads one of our own small feeds. */
export const readFixture = (name: string): Feed =>
	readFeed(readFileSync(`tests/fixtures/feeds/${name}`), { url: FROM });

/** An RSS document around some items. */
export const rss = (items: string, root = ""): string =>
	`<rss version="2.0" ${root}><channel><title>Feed</title><link>https://site.example/</link>${items}</channel></rss>`;

/** The first item of a document. */
export const firstItem = (text: string): FeedItem => {
	const [item] = readText(text).items;
	if (!item) throw new Error("no item was read");
	return item;
};
