import type { Headline, HeadlineId } from "./headline";

/** Another source's headline of the same story. */
export interface Copy {
	id: HeadlineId;
	sourceTitle: string;
}

/** A headline as the ticker shows it: with its source's name, so that a new tab reads nothing else. */
export interface TickerHeadline extends Headline {
	sourceTitle: string;
	saved?: true;
	/** The same story from other sources; the run shows it once. */
	copies?: Copy[];
}

/**
 * The run: the unread headlines that the ticker goes through, as a window on them.
 * It is stored under the key `ticker`, and is all that a new tab needs.
 */
export interface Run {
	/** Some that have been shown, for stepping back, then the next ones to show. */
	headlines: TickerHeadline[];
	/** Where in `headlines` the run stands; equal to its length when all have been shown. */
	place: number;
	/** How many of the run stand before `headlines[0]`. */
	before: number;
	/** How many headlines the run has in all. */
	total: number;
	/** How many headlines the front has, whatever was done with them. */
	kept: number;
	/** How many headlines are unread in all, those that have left the front included. */
	unread: number;
	/** How many unread headlines came since the popup was last open. */
	fresh: number;
	/** How many unread headlines a rule watches for. */
	watched: number;
	/** How many of the unread have left the front, and so aren't in any run. */
	older: number;
	/** How many headlines the user's rules hide; absent where they hide none. */
	hidden?: number;
	/** When this run began, in milliseconds since 1970. */
	startedAt: number;
	/** The archive's revision that this was derived from. */
	revision: number;
}

/** The run of an archive that holds nothing yet; every published one has a higher revision. */
export const EMPTY_RUN: Run = {
	headlines: [],
	place: 0,
	before: 0,
	total: 0,
	kept: 0,
	unread: 0,
	fresh: 0,
	watched: 0,
	older: 0,
	startedAt: 0,
	revision: 0,
};
