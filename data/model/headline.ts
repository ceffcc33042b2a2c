import type { Media } from "./media";

/** Names one headline for good: a digest of its source's id and its identity within that source. */
export type HeadlineId = string;

/** Names one source for good. */
export type SourceId = string;

/**
 * What a person can expect behind a headline:
 * - `article`: text that is whole, as far as one can tell;
 * - `cut-off`: text that ends before it should;
 * - `video`: something to watch;
 * - `bare`: a headline, and no text at all.
 */
export type HeadlineKind = "article" | "cut-off" | "video" | "bare";

/** A headline as a fact on the front: all that a list or the ticker needs, and no text. */
export interface Headline {
	id: HeadlineId;
	/** Plain text, never empty. */
	title: string;
	source: SourceId;
	/** Milliseconds since 1970, UTC; for a headline without a usable date, when it was first seen. */
	publishedAt: number;
	/** Where the original is; absolute, http or https. */
	url?: string;
	kind: HeadlineKind;
	/** When it was first seen, in milliseconds since 1970. */
	seenAt?: number;
	/** Whether one of the user's rules watches for it. */
	watched?: true;
}

/** What the archive keeps beside the headline itself: the text as it came, unsanitised. */
export interface Article {
	id: HeadlineId;
	author?: string;
	/** What it says that it is written in, as a BCP 47 tag. */
	language?: string;
	/** HTML as the source gave it. It must be sanitised before it reaches a page. */
	html?: string;
	/** The pictures, films and recordings that the source named for it. */
	media?: Media[];
}

/** One wording that a headline and its text had before its publisher changed it. */
export interface Revision {
	headline: HeadlineId;
	/** When the change was seen, in milliseconds since 1970. */
	seenAt: number;
	title: string;
	/** The text that it had, as its source gave it; absent where that did not change with it. */
	html?: string;
}

/** What the user did with a headline, each with the time of the act in milliseconds since 1970. */
export interface Mark {
	/** When the ticker moved on from it. */
	shown?: number;
	read?: number;
	saved?: number;
}

/** A headline with what the user did with it. */
export interface MarkedHeadline {
	headline: Headline;
	mark: Mark;
}

/** Marks by headline; a headline without an entry is untouched. */
export type Marks = Record<HeadlineId, Mark>;

/** A headline as it comes in from a feed, a digest or the edition, before it has a place in the archive. */
export interface Incoming {
	/** What tells it from others of its source: guid, else canonical link, else a hash of its text. */
	key: string;
	title: string;
	/** Absent where the wire had no usable date. */
	publishedAt?: number;
	url?: string;
	kind: HeadlineKind;
	author?: string;
	language?: string;
	html?: string;
	media?: Media[];
}
