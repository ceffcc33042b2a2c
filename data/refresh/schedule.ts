import type { Settings } from "../model/settings";
import type { Poll, PollOutcome, Polls, Source } from "../model/source";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** No source is asked twice within this time, however many ask for it. */
const MIN_GAP_MS = MINUTE_MS;
/** The longest that a failing source is left alone, unless it asks for more. */
const LONGEST_BACKOFF_MS = DAY_MS;
/** How soon to try again after having been offline. */
const OFFLINE_RETRY_MS = 5 * MINUTE_MS;
/** The interval that failures count by where the user has chosen to refresh by hand alone. */
const MANUAL_INTERVAL_MINUTES = 60;
/** Next times are spread over so much of the interval, so that sources don't stay in step. */
const JITTER = 0.1;

/** How one poll went. */
export interface PollResult {
	outcome: PollOutcome;
	/** What Retry-After asked for, in milliseconds since 1970. */
	waitUntil?: number;
	etag?: string;
	lastModified?: string;
	bodyHash?: string;
}

/** What the next time of a poll depends on. */
export interface Times {
	refreshMinutes: Settings["refreshMinutes"];
	now: number;
	/** Between 0 and 1. */
	random: () => number;
}

const intervalMs = ({ refreshMinutes, random }: Times) =>
	Math.round((refreshMinutes || MANUAL_INTERVAL_MINUTES) * MINUTE_MS * (1 + JITTER * random()));

/** What is known of a feed after a poll, and when it may be asked again. */
export function nextPoll(before: Poll | undefined, result: PollResult, times: Times): Poll {
	const { outcome, waitUntil, etag, lastModified, bodyHash } = result;
	const { now } = times;
	const interval = intervalMs(times);
	if (outcome === "fresh" || outcome === "unchanged") {
		// A 304 needn't repeat the validators (RFC 9110, section 15.4.5); a new body without any has none.
		const kept = outcome === "unchanged" ? before : undefined;
		const validators = {
			etag: etag ?? kept?.etag,
			lastModified: lastModified ?? kept?.lastModified,
			bodyHash: bodyHash ?? kept?.bodyHash,
		};
		return {
			nextAt: now + interval,
			succeededAt: now,
			askedAt: now,
			outcome,
			failures: 0,
			...(validators.etag !== undefined && { etag: validators.etag }),
			...(validators.lastModified !== undefined && { lastModified: validators.lastModified }),
			...(validators.bodyHash !== undefined && { bodyHash: validators.bodyHash }),
		};
	}
	const { waitUntil: _, askedAt, ...kept } = before ?? { failures: 0 };
	// Nobody was asked, so as soon as the hindrance is gone, the feed may be.
	if (outcome === "offline") return { ...kept, outcome, nextAt: now + OFFLINE_RETRY_MS };
	if (outcome === "permission-needed") return { ...kept, outcome, nextAt: now + interval };
	const failures = kept.failures + 1;
	const backoff = Math.min(interval * 2 ** (failures - 1), LONGEST_BACKOFF_MS);
	return {
		...kept,
		askedAt: now,
		outcome,
		failures,
		nextAt: Math.max(now + backoff, waitUntil ?? 0),
		...(waitUntil !== undefined && { waitUntil }),
	};
}

/** The host that a source is asked at, with its port; empty for one that isn't asked. */
export const hostOf = ({ url }: Source): string =>
	url !== undefined && URL.canParse(url) ? new URL(url).host : "";

/** The hosts that have asked to be left alone, each with until when. */
function waitingHosts(sources: readonly Source[], polls: Polls): Map<string, number> {
	const waiting = new Map<string, number>();
	for (const source of sources) {
		const until = polls[source.id]?.waitUntil ?? 0;
		waiting.set(hostOf(source), Math.max(until, waiting.get(hostOf(source)) ?? 0));
	}
	return waiting;
}

/** Whether a source's host has asked, here or for another of its feeds, to be left alone for now. */
export const isWaiting = (source: Source, sources: readonly Source[], polls: Polls, now: number): boolean =>
	(waitingHosts(sources, polls).get(hostOf(source)) ?? 0) > now;

/**
 * The feeds that may be asked now by somebody who wants them now: those that weren't asked within the last
 * minute, and whose host hasn't asked to be left alone.
 */
export function askable(sources: readonly Source[], polls: Polls, now: number): Source[] {
	const waiting = waitingHosts(sources, polls);
	return sources.filter((source) => {
		const askedAt = polls[source.id]?.askedAt ?? Number.NEGATIVE_INFINITY;
		// A clock that was set back must not silence a feed, so a time to come counts for nothing.
		const isTooSoon = askedAt <= now && now - askedAt < MIN_GAP_MS;
		return source.kind === "feed" && !isTooSoon && (waiting.get(hostOf(source)) ?? 0) <= now;
	});
}

/** Whether a feed is ever asked without the user's asking: one that is gone for good (410) isn't. */
const isPolled = ({ kind, id }: Source, polls: Polls) => kind === "feed" && polls[id]?.outcome !== "gone";

/** Whether a feed has never answered, well or badly. */
const isNew = (poll: Poll | undefined) => poll?.outcome === undefined;

/** The feeds whose time has come. With an interval of 0 there are none but those never asked before. */
export function due(sources: readonly Source[], polls: Polls, { refreshMinutes, now }: Times): Source[] {
	return askable(sources, polls, now).filter((source) => {
		const poll = polls[source.id];
		const isTime = refreshMinutes > 0 && (poll?.nextAt ?? now) <= now;
		return isPolled(source, polls) && (isTime || isNew(poll));
	});
}

/** When the next feed is due, in milliseconds since 1970; undefined where none ever will be. */
export function nextDueAt(
	sources: readonly Source[],
	polls: Polls,
	{ refreshMinutes, now }: Times,
): number | undefined {
	const waiting = waitingHosts(sources, polls);
	const times = sources
		.filter((source) => isPolled(source, polls) && (refreshMinutes > 0 || isNew(polls[source.id])))
		.map((source) => Math.max(polls[source.id]?.nextAt ?? now, waiting.get(hostOf(source)) ?? 0));
	return times.length > 0 ? times.reduce((first, time) => Math.min(first, time)) : undefined;
}

/**
 * The polls with a note that some feeds are being asked now. It is stored before they are, so that a
 * background that is stopped meanwhile doesn't ask them again within the minute.
 */
export function noteAsking(polls: Polls, asking: readonly Source[], now: number): Polls {
	const noted = asking.map(
		({ id }) => [id, { nextAt: now, failures: 0, ...polls[id], askedAt: now }] as const,
	);
	return { ...polls, ...Object.fromEntries(noted) };
}

/** The polls with those due now that were hindered by something that is over. */
export function dueAgain(polls: Polls, hindrance: PollOutcome, now: number): Polls {
	return Object.fromEntries(
		Object.entries(polls).map(([id, poll]) => [
			id,
			poll.outcome === hindrance ? { ...poll, nextAt: now } : poll,
		]),
	);
}

/** The polls after the user has changed the interval: feeds that answer well keep to the new one at once. */
export function reschedule(polls: Polls, times: Times): Polls {
	return Object.fromEntries(
		Object.entries(polls).map(([id, poll]) => {
			const isWell = poll.failures === 0 && poll.succeededAt !== undefined;
			return [id, isWell ? { ...poll, nextAt: (poll.succeededAt ?? times.now) + intervalMs(times) } : poll];
		}),
	);
}
