/** A feed that a rule names. */
export interface RuledFeed {
	url: string;
	/** What it holds, until the feed itself says what it is called. */
	title: string;
}

/** What a rule knows of an address. */
export type Ruled =
	/** These are its feeds: nothing need be asked to know that. */
	| { kind: "sure"; feeds: RuledFeed[] }
	/** These may be its feeds, if the site is what its addresses look like: they must be tried. */
	| { kind: "guess"; feeds: RuledFeed[] }
	/** Its feed is named after something that only this page knows; `feedIn` finds it there. */
	| { kind: "page"; url: string; feedIn: (html: string) => string | undefined };

/** An address, taken apart for the rules. */
export interface Place {
	url: URL;
	/** Without the port, lower case. */
	host: string;
	/** The path's parts, escaped as they were, without empty ones. */
	path: string[];
}

/** Knows the feeds of one site's addresses; answers undefined for what it doesn't know. Pure, never throws. */
export type Rule = (place: Place) => Ruled | undefined;

/** One feed that is sure. */
export const sure = (url: string, title: string): Ruled => ({ kind: "sure", feeds: [{ url, title }] });

/** An escaped part of a path, to be read by people. */
export function readable(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		// Not escaped as it should be: it is shown as it stands.
		return part;
	}
}
