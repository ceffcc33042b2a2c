import { toIncoming } from "../formats/feed/incoming";
import { NotAFeedError, readFeed } from "../formats/feed/read";
import type { Incoming } from "../model/headline";
import type { PollHints } from "../model/source";
import { failed, type Trouble } from "../model/trouble";
import type { Fetched } from "./fetch-feed";

/** A body that came, as {@link Fetched} has it. */
export type Body = Extract<Fetched, { kind: "body" }>;

/** What a body turned out to be. */
export type Reading =
	| { kind: "feed"; title: string; home?: string; icon?: string; incoming: Incoming[]; hints?: PollHints }
	/** `isPage` where it is a web page, which may name feeds. */
	| { kind: "trouble"; trouble: Trouble; isPage: boolean };

/** Reads a body as a feed, whatever its format; what is none is trouble. */
export async function readAnswer({ bytes, url, contentType }: Body): Promise<Reading> {
	try {
		const feed = readFeed(bytes, { url, contentType });
		return {
			kind: "feed",
			title: feed.title,
			...(feed.home !== undefined && { home: feed.home }),
			...(feed.icon !== undefined && { icon: feed.icon }),
			incoming: await toIncoming(feed),
			...(feed.hints !== undefined && { hints: feed.hints }),
		};
	} catch (cause) {
		if (!(cause instanceof NotAFeedError)) throw cause;
		const code = cause.reason === "empty" ? "empty-answer" : "not-a-feed";
		return {
			kind: "trouble",
			trouble: failed(code, { about: url }).trouble,
			isPage:
				cause.reason === "html" || (cause.reason === "unknown" && /\bx?html\b/i.test(contentType ?? "")),
		};
	}
}
