import { DAY_MS, HOUR_MS, MINUTE_MS } from "../model/durations";
import { hostIn } from "../model/host";
import type { Settings } from "../model/settings";
import type { Poll, Polls, Source } from "../model/source";

/** No source is asked twice within this time, however many ask for it. */
const MIN_GAP_MS = MINUTE_MS;
/** How many feeds go in one cycle; the longest overdue go first, and the others in the next. */
const CYCLE_LIMIT = 200;
/** Feeds that come in great numbers at once are asked for the first time at this rate. */
const NEW_PER_MINUTE = 60;

/** No time that is reckoned by a right clock is farther off: hours and days to be skipped, or a Retry-After, take a week. */
const FARTHEST_MS = 9 * DAY_MS;
/** A clock that is put right goes back by less than this; where it goes back further, it was wrong before. */
const CORRECTION_MS = HOUR_MS;

/** The moment that is asked about. */
export interface Moment {
	refreshMinutes: Settings["refreshMinutes"];
	/** Milliseconds since 1970. */
	now: number;
}

/** The host that a source is asked at, with its port; empty for one that isn't asked. */
export const hostOf = ({ url }: Source): string => hostIn(url);

/** When a feed was asked, is to be asked, and is to be left alone until; nothing of it by a clock that was ahead. */
function timesOf(
	poll: Poll | undefined,
	now: number,
): Partial<Pick<Poll, "askedAt" | "nextAt" | "waitUntil">> {
	const { askedAt = 0, nextAt = 0 } = poll ?? {};
	return askedAt > now + CORRECTION_MS || nextAt > now + FARTHEST_MS ? {} : (poll ?? {});
}

/** The hosts that have asked, through any of their feeds, to be left alone, each with until when. */
export function waitingHosts(sources: readonly Source[], polls: Polls, now: number): Map<string, number> {
	const waiting = new Map<string, number>();
	for (const source of sources) {
		const until = timesOf(polls[source.id], now).waitUntil;
		if (until === undefined) continue;
		const host = hostOf(source);
		waiting.set(host, Math.max(until, waiting.get(host) ?? 0));
	}
	return waiting;
}

/** When a feed that was asked may be asked again at the soonest. */
function gapUntil(poll: Poll | undefined, now: number): number {
	const { askedAt = Number.NEGATIVE_INFINITY } = timesOf(poll, now);
	// A clock that was set back must not silence a feed, so a time to come counts for nothing.
	return askedAt <= now ? askedAt + MIN_GAP_MS : Number.NEGATIVE_INFINITY;
}

/**
 * The feeds that may be asked now by somebody who wants them now: those that weren't asked within the last
 * minute, and whose host hasn't asked to be left alone.
 */
export function askable(sources: readonly Source[], polls: Polls, now: number): Source[] {
	const waiting = waitingHosts(sources, polls, now);
	return sources.filter(
		(source) =>
			source.kind === "feed" &&
			gapUntil(polls[source.id], now) <= now &&
			(waiting.get(hostOf(source)) ?? 0) <= now,
	);
}

/** Whether a feed is ever asked but by its own button: one that is paused or gone for good (410) isn't. */
export const isFollowed = ({ kind, id, paused }: Source, polls: Polls): boolean =>
	kind === "feed" && !paused && polls[id]?.outcome !== "gone";

/** Whether a feed has never answered, well or badly. */
const isNew = (poll: Poll | undefined) => poll?.outcome === undefined;

/**
 * The feeds whose time has come, as many as go in one cycle. With an interval of 0 there are none but those
 * that never answered.
 */
export function due(sources: readonly Source[], polls: Polls, { refreshMinutes, now }: Moment): Source[] {
	const nextAt = ({ id }: Source) => timesOf(polls[id], now).nextAt ?? now;
	return askable(sources, polls, now)
		.filter((source) => isFollowed(source, polls))
		.filter((source) => nextAt(source) <= now && (refreshMinutes > 0 || isNew(polls[source.id])))
		.sort((a, b) => nextAt(a) - nextAt(b))
		.slice(0, CYCLE_LIMIT);
}

/** When the next feed is due, in milliseconds since 1970; undefined where none ever will be. */
export function nextDueAt(
	sources: readonly Source[],
	polls: Polls,
	{ refreshMinutes, now }: Moment,
): number | undefined {
	const waiting = waitingHosts(sources, polls, now);
	const times = sources
		.filter((source) => isFollowed(source, polls) && (refreshMinutes > 0 || isNew(polls[source.id])))
		.map((source) => {
			const poll = polls[source.id];
			return Math.max(
				timesOf(poll, now).nextAt ?? now,
				gapUntil(poll, now),
				waiting.get(hostOf(source)) ?? 0,
			);
		});
	return times.length > 0 ? times.reduce((first, time) => Math.min(first, time)) : undefined;
}

/**
 * What is known of a feed that is being asked now. It is stored before it is, so that a background that is
 * stopped meanwhile doesn't ask it again within the minute.
 */
export const askedNow = (poll: Poll | undefined, now: number): Poll => ({
	nextAt: now,
	failures: 0,
	...poll,
	askedAt: now,
});

/**
 * The polls with a first time for each of many new feeds: the first are due at once, the others minute by
 * minute.
 */
export function spreadNew(polls: Polls, added: readonly Source[], now: number): Polls {
	const first = added.map(
		({ id }, place) =>
			[id, { failures: 0, nextAt: now + Math.floor(place / NEW_PER_MINUTE) * MINUTE_MS }] as const,
	);
	// What is known of one that was followed before goes: an answer that nothing is new would leave it without headlines.
	return { ...polls, ...Object.fromEntries(first) };
}
