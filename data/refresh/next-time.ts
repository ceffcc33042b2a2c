import { DAY_MS, HOUR_MS, MINUTE_MS } from "../model/durations";
import type { Settings } from "../model/settings";
import type { Poll, PollHints } from "../model/source";

/** No feed is left alone for longer, whatever it asks for and however seldom it publishes. */
export const LONGEST_WAIT_MS = DAY_MS;
/** The interval that counts where the user has chosen to refresh by hand alone. */
const MANUAL_INTERVAL_MINUTES = 60;
/** A feed is asked so many times within the time in which it publishes one headline. */
const POLLS_PER_HEADLINE = 24;
/** Next times are spread over so much of the wait, so that feeds don't stay in step. */
const JITTER = 0.1;
/** After hours in which a feed wants no visitors, visitors come over so much time. */
const AFTER_SKIP_MS = 10 * MINUTE_MS;
/** A week of hours: where all of them are to be skipped, none is. */
const WEEK_HOURS = 7 * 24;

/** What next times depend on. */
export interface Times {
	refreshMinutes: Settings["refreshMinutes"];
	now: number;
	/** Between 0 and 1. */
	random: () => number;
}

/** What is known of how often a feed wants and deserves to be asked. */
export type Pace = Pick<
	Poll,
	"freshUntil" | "hints" | "newestAt" | "gapMs" | "holdsSince" | "holds" | "fewerFor"
>;

/** The user's interval in milliseconds. */
export const intervalMs = ({ refreshMinutes }: Pick<Times, "refreshMinutes">): number =>
	(refreshMinutes || MANUAL_INTERVAL_MINUTES) * MINUTE_MS;

/** A time that is up to a tenth of itself longer. */
export const jittered = (ms: number, { random }: Times): number => Math.round(ms * (1 + JITTER * random()));

const hintedMs = ({ ttlMinutes = 0, updateMinutes = 0, expired }: PollHints): number =>
	expired ? LONGEST_WAIT_MS : Math.max(ttlMinutes, updateMinutes) * MINUTE_MS;

/**
 * How long to leave a feed alone after a good answer: the user's interval, or longer where the feed or its
 * server asks for that, or where it publishes so seldom that asking more often is in vain; a day at most.
 * Whole milliseconds, as times are.
 */
export function waitMs({ freshUntil = 0, hints = {}, newestAt, gapMs = 0 }: Pace, times: Times): number {
	const { now } = times;
	const silence = newestAt === undefined ? 0 : Math.max(now - newestAt, gapMs);
	const wanted = Math.max(intervalMs(times), hintedMs(hints), freshUntil - now, silence / POLLS_PER_HEADLINE);
	return Math.min(Math.ceil(wanted), LONGEST_WAIT_MS);
}

/**
 * The first time from a given one on at which a feed wants to be asked: RSS 2.0's `skipHours` and `skipDays`
 * name hours and days, in GMT, at which it doesn't. Where they name all, they are passed over.
 */
export function outsideSkipped(at: number, hints: PollHints, random: () => number): number {
	const { skipHours = [], skipDays = [] } = hints;
	const isSkipped = (time: number) => {
		const date = new Date(time);
		return skipHours.includes(date.getUTCHours()) || skipDays.includes(date.getUTCDay());
	};
	if (!isSkipped(at)) return at;
	const hour = Math.floor(at / HOUR_MS) * HOUR_MS;
	for (let hours = 1; hours <= WEEK_HOURS; hours += 1) {
		const next = hour + hours * HOUR_MS;
		if (!isSkipped(next)) return next + Math.round(AFTER_SKIP_MS * random());
	}
	return at;
}

/**
 * When to ask a feed again after a good answer. `isInStep` where many others were asked at the same time,
 * after an import or a time offline: then the next times are spread over a whole interval.
 */
export function nextTime(pace: Pace, times: Times, isInStep: boolean): number {
	const { now, random } = times;
	const wait = waitMs(pace, times);
	const waited = isInStep ? Math.round(wait + intervalMs(times) * random()) : jittered(wait, times);
	return outsideSkipped(now + waited, pace.hints ?? {}, random);
}
