import type { SourceId } from "./headline";

/** Where headlines come from: a feed that is polled, a digest that was imported, or the bundled edition. */
export type SourceKind = "feed" | "digest" | "edition";

/** One source, as the user chose it. What polling learns of it is kept apart, in {@link Poll}. */
export interface Source {
	id: SourceId;
	kind: SourceKind;
	title: string;
	/** The feed's address; only for a feed. */
	url?: string;
	/** The site that the feed belongs to. */
	home?: string;
	/** Milliseconds since 1970. */
	addedAt: number;
	/** The folder that an OPML file had it in. */
	group?: string;
}

/** How the last poll of a source ended; `fresh` and `unchanged` are good, all else is trouble. */
export type PollOutcome = "fresh" | "unchanged" | import("./trouble").TroubleCode;

/** What polling has learnt of a feed. Derived: without it the next poll is merely unconditional. */
export interface Poll {
	/** When it may be asked again, in milliseconds since 1970. */
	nextAt: number;
	/** When it last answered well. */
	succeededAt?: number;
	/** When it was last asked. */
	askedAt?: number;
	outcome?: PollOutcome;
	/** Failures since the last success. */
	failures: number;
	/** As received, for If-None-Match (RFC 9110, section 13.1.2). */
	etag?: string;
	/** As received, for If-Modified-Since (RFC 9110, section 13.1.3). */
	lastModified?: string;
	/** A hash of the last body, by which one that hasn't changed is known without a validator. */
	bodyHash?: string;
	/** Until when its host asked to be left alone (Retry-After), in milliseconds since 1970. */
	waitUntil?: number;
}

/** Polls by source. */
export type Polls = Record<SourceId, Poll>;
