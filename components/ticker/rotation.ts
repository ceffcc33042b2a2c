import type { HeadlineId } from "@/data/model/headline";
import type { Run, TickerHeadline } from "@/data/model/run";

/** What can keep the ticker from moving on by itself. */
export interface Holds {
	/** The user pressed pause. */
	paused: boolean;
	/** Reduced motion is asked for, and the user didn't press play. */
	still: boolean;
	/** It is one of the user's quiet hours, and the user didn't press play. */
	quiet: boolean;
	pointedAt: boolean;
	focused: boolean;
	/** Some of its text is selected. */
	selecting: boolean;
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
	/** What there is in the run, and beyond it. */
	run: Pick<Run, "kept" | "unread" | "older" | "hidden">;
	previous?: HeadlineId;
	/** The one after it in the order of showing; absent at the end. */
	following?: HeadlineId;
	/** Of those that neither the run nor this page has shown, the first but the one that is shown now. */
	unseen?: HeadlineId;
}

/** The headline and the others of the same story: what is done to the one is done to all. */
export const idsOf = ({ id, copies = [] }: TickerHeadline): HeadlineId[] => [
	id,
	...copies.map((copy) => copy.id),
];

/**
 * Where a page stands that shows the headline `at`, and has shown `passed` in that order, whatever the run
 * knows of it yet. The place counts what comes before it in the order of showing, so that what arrives never
 * moves it. A headline that has left the run, or none, means the first that is unseen.
 */
export function standAt(run: Run, at: HeadlineId | null, passed: ReadonlySet<HeadlineId>): Standing {
	const isAt = (headline: TickerHeadline) => at !== null && idsOf(headline).includes(at);
	const ahead = run.headlines.slice(run.place);
	const left = ahead.filter(({ id }) => !passed.has(id));
	const gone = [...passed].flatMap((id) => ahead.find((headline) => headline.id === id) ?? []);
	const seen = [...run.headlines.slice(0, run.place), ...gone];
	const current = left.find(isAt);
	const list = [...seen, ...(current ? [current] : []), ...left.filter((headline) => headline !== current)];
	const found = list.findIndex(isAt);
	const index = found < 0 ? seen.length : found;
	const [headline, previous, following] = [list[index], list[index - 1], list[index + 1]];
	const unseen = left.find((one) => one !== headline);
	return {
		...(headline && { headline }),
		...(previous && { previous: previous.id }),
		...(following && { following: following.id }),
		...(unseen && { unseen: unseen.id }),
		place: run.before + index + 1,
		total: run.total,
		run,
	};
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
