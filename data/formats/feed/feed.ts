import type { Media } from "../../model/media";
import type { PollHints } from "../../model/source";

/** The wire formats that are told apart; `rss` is 0.9x and 2.0, `rdf` is RSS 0.90 and 1.0. */
export type FeedFormat = "rss" | "rdf" | "atom" | "json" | "cdf";

/** One entry of a feed, in one shape whatever the wire format. */
export interface FeedItem {
	/** As the feed gave it, trimmed. */
	guid?: string;
	/** Plain text, never empty. */
	title: string;
	/** The feed had no title for it: `title` was made from its text, or else from its address. */
	untitled?: true;
	/** Absolute, http or https. */
	url?: string;
	/** Milliseconds since 1970, UTC; may lie in the future, for a feed's dates can't be trusted. */
	publishedAt?: number;
	/** HTML as the feed gave it, unsanitised. */
	summary?: string;
	/** HTML as the feed gave it, unsanitised. */
	content?: string;
	author?: string;
	/** A BCP 47 tag: its text's, else its own, else its feed's. */
	language?: string;
	categories?: string[];
	media?: Media[];
	/** The document ended inside this item: what stands here may be a part of it. */
	unfinished?: true;
}

/** A feed, in one shape whatever the wire format. */
export interface Feed {
	format: FeedFormat;
	/** Plain text, never empty: without a title of its own, the host that it came from. */
	title: string;
	/** The site that the feed belongs to; absolute, http or https. */
	home?: string;
	/** A small picture that stands for the feed; absolute, http or https. */
	icon?: string;
	items: FeedItem[];
	hints?: PollHints;
}

/** Why something could not be read as a feed: nothing there, a web page, or something else. */
export type NotAFeedReason = "empty" | "html" | "unknown";

/** Thrown by `readFeed`, and nothing else is. */
export class NotAFeedError extends Error {
	override name = "NotAFeedError";

	constructor(readonly reason: NotAFeedReason) {
		super(`not a feed: ${reason}`);
	}
}
