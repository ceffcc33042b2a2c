import type { HeadlineId } from "@/data/model/headline";
import type { Run, TickerHeadline } from "@/data/model/run";

/** What can keep the ticker from moving on by itself. */
export interface Holds {
	/** The user pressed pause, or reduced motion is asked for and the user didn't press play. */
	paused: boolean;
	pointedAt: boolean;
	focused: boolean;
	hidden: boolean;
}

/** Whether the ticker moves on by itself. */
export const mayRotate = (holds: Holds): boolean => !Object.values(holds).some(Boolean);

/** Where a page stands in the run: on a headline, or at the end. */
export interface Standing {
	/** The headline that is shown; absent at the end, or where the run is empty. */
	headline?: TickerHeadline;
	/** Its place in the run, from 1. */
	place: number;
	total: number;
	/** How many headlines there are to run through again, read or not. */
	kept: number;
	/** How many older headlines are unread that the run doesn't reach. */
	older: number;
	previous?: HeadlineId;
}

/**
 * Where a page stands that shows the headline `at`. A headline that has left the run, or none, means the
 * first that neither the run nor this page (`passed`) has shown yet.
 */
export function standAt(run: Run, at: HeadlineId | null, passed: ReadonlySet<HeadlineId>): Standing {
	const found = run.headlines.findIndex((headline) => headline.id === at);
	const unseen = run.headlines.findIndex((headline, index) => index >= run.place && !passed.has(headline.id));
	const index = found >= 0 ? found : unseen >= 0 ? unseen : run.headlines.length;
	const headline = run.headlines[index];
	const previous = run.headlines[index - 1]?.id;
	return {
		...(headline && { headline }),
		...(previous && { previous }),
		place: run.before + index + 1,
		total: run.total,
		kept: run.kept,
		older: run.older,
	};
}

/** The headline after the given one, or null at the end of the run. */
export function idAfter(run: Run, id: HeadlineId): HeadlineId | null {
	const index = run.headlines.findIndex((headline) => headline.id === id);
	return run.headlines[index + 1]?.id ?? null;
}

/** Whether a headline is one that the run has still to show. */
export const isAhead = (run: Run, id: HeadlineId | null): boolean =>
	run.headlines.slice(run.place).some((headline) => headline.id === id);

/** A dwell that can be held and goes on with what was left of it. */
export interface Dwell {
	leftMs: number;
	/** When it last began to run; null while it is held. */
	since: number | null;
}

/** After a hold, at least this much is left: nothing jumps away under the eyes. */
const LEFT_AFTER_HOLD_MS = 1_500;

/** What is left of a dwell, in milliseconds; never less than nothing. */
export const leftOf = (dwell: Dwell, now: number): number =>
	Math.max(dwell.since === null ? dwell.leftMs : dwell.leftMs - (now - dwell.since), 0);

/** Stops the clock of a dwell. */
export const hold = (dwell: Dwell, now: number): Dwell => ({ leftMs: leftOf(dwell, now), since: null });

/** Lets the clock of a held dwell run on. */
export const letRun = (dwell: Dwell, now: number): Dwell =>
	dwell.since === null ? { leftMs: Math.max(dwell.leftMs, LEFT_AFTER_HOLD_MS), since: now } : dwell;
