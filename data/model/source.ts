import type { SourceId } from "./headline";
import type { ReadingStyle } from "./reading-style";
import type { Retention } from "./retention";

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
	/** What it is grouped under: its folders in an OPML file, joined with " / ", or what the user gave it. */
	group?: string;
	/** Whether the user has stopped it for now; it is asked only by its own button. */
	paused?: true;
	/** Whether new headlines get their whole text from their pages. */
	fullText?: true;
	/** How its articles are set, where that differs from the others. */
	reading?: Partial<ReadingStyle>;
	/** How long its headlines are kept, where that differs from the others. */
	retention?: Partial<Retention>;
}

/** What any source is called, whether it is followed or not. */
export type NamedSource = Pick<Source, "id" | "title">;

/** Whether new headlines of a source get their whole text from their pages now. */
export const isFull = ({ fullText, paused }: Source): boolean => fullText === true && !paused;

/** The longest title that the user can give a source, in characters. */
export const TITLE_LIMIT = 300;

/** The longest name of a group that the user can give, and that other devices are taken at their word for, in characters. */
export const GROUP_LIMIT = 2000;

/** What of a source the user changes; what is absent stays, and null undoes what it had of its own. */
export interface SourceEdit {
	title?: string;
	url?: string;
	group?: string | null;
	fullText?: boolean;
	reading?: Partial<ReadingStyle> | null;
	retention?: Partial<Retention> | null;
}

/** How often a feed itself asks to be polled; all times of day and week are UTC. */
export interface PollHints {
	/** RSS `ttl`. */
	ttlMinutes?: number;
	/** `sy:updatePeriod` divided by `sy:updateFrequency`. */
	updateMinutes?: number;
	/** RSS `skipHours`, 0 to 23. */
	skipHours?: number[];
	/** RSS `skipDays`, 0 (Sunday) to 6. */
	skipDays?: number[];
	/** JSON Feed's `expired`: there will be nothing new, ever. */
	expired?: true;
}

/** A redirect that a feed's address answers with, as poll after poll finds it; see docs/moved-feeds.md. */
export interface SeenRedirect {
	/** Where it led in the end. */
	to: string;
	/** On how many polls running it was found to be permanent. */
	seen: number;
	/** When that was last looked into, in milliseconds since 1970. */
	checkedAt: number;
}

/** How the last poll of a source ended; `fresh` and `unchanged` are good, all else is trouble. */
export type PollOutcome = "fresh" | "unchanged" | import("./trouble").TroubleCode;

/** Whether a poll ended well. */
export const endedWell = (outcome: PollOutcome): boolean => outcome === "fresh" || outcome === "unchanged";

/** What polling has learnt of a feed. Derived: without it the next poll is merely unconditional. */
export interface Poll {
	/** When it may be asked again, in milliseconds since 1970. */
	nextAt: number;
	/** When it last answered well. */
	succeededAt?: number;
	/** When it was last asked. */
	askedAt?: number;
	outcome?: PollOutcome;
	/** The HTTP status of a bad answer. */
	status?: number;
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
	/** Until when the server says that its last answer holds (RFC 9111, section 4.2). */
	freshUntil?: number;
	hints?: PollHints;
	/** When its newest headline was published, or else first seen; in milliseconds since 1970. */
	newestAt?: number;
	/** How far apart its newest headlines lie, in milliseconds: the median. */
	gapMs?: number;
	/** When the oldest that it holds was published; absent where it doesn't date all that it holds. */
	holdsSince?: number;
	/** How many headlines it holds. */
	holds?: number;
	/** How many answers running have held fewer than that; absent where the last one didn't. */
	fewerFor?: number;
	redirect?: SeenRedirect;
}

/** Polls by source. */
export type Polls = Record<SourceId, Poll>;
