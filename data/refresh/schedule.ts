import { MINUTE_MS } from "../model/durations";
import { endedWell, type Poll, type PollOutcome, type Polls, type SeenRedirect } from "../model/source";
import { intervalMs, jittered, LONGEST_WAIT_MS, nextTime, type Pace, type Times } from "./next-time";

/** How soon to try again after having been offline. */
const OFFLINE_RETRY_MS = MINUTE_MS;

/** How one poll went. */
export interface PollResult extends Pace {
	outcome: PollOutcome;
	/** The HTTP status of a bad answer. */
	status?: number;
	/** What Retry-After asked for, in milliseconds since 1970. */
	waitUntil?: number;
	etag?: string;
	lastModified?: string;
	bodyHash?: string;
	redirect?: SeenRedirect;
}

/** What a body leaves behind, which an answer that there is nothing new doesn't repeat. */
const paceAndHash = ({
	hints,
	newestAt,
	gapMs,
	holdsSince,
	holds,
	fewerFor,
	bodyHash,
}: PollResult | Poll) => ({
	...(bodyHash !== undefined && { bodyHash }),
	...(hints !== undefined && { hints }),
	...(newestAt !== undefined && { newestAt }),
	...(gapMs !== undefined && { gapMs }),
	...(holdsSince !== undefined && { holdsSince }),
	...(holds !== undefined && { holds }),
	...(fewerFor !== undefined && { fewerFor }),
});

function afterSuccess(before: Poll | undefined, result: PollResult, times: Times): Poll {
	const { outcome, freshUntil, redirect } = result;
	const { now } = times;
	// A 304 needn't repeat the validators (RFC 9110, section 15.4.5); a new body without any has none.
	const kept = outcome === "unchanged" ? before : undefined;
	const etag = result.etag ?? kept?.etag;
	const lastModified = result.lastModified ?? kept?.lastModified;
	const facts = {
		...(kept && paceAndHash(kept)),
		...paceAndHash(result),
		...(freshUntil !== undefined && { freshUntil }),
	};
	const isFirst = before?.succeededAt === undefined;
	// Long overdue, as after a night's sleep: many others were then due at the same time.
	const isLate = before !== undefined && now - before.nextAt > intervalMs(times);
	return {
		nextAt: nextTime(facts, times, isFirst || isLate || before.outcome === "offline"),
		succeededAt: now,
		askedAt: now,
		outcome,
		failures: 0,
		...(etag !== undefined && { etag }),
		...(lastModified !== undefined && { lastModified }),
		...facts,
		...(redirect && { redirect }),
	};
}

function afterFailure(before: Poll | undefined, result: PollResult, times: Times): Poll {
	const { outcome, status, waitUntil } = result;
	const { now } = times;
	const { waitUntil: _, status: __, askedAt, ...kept } = before ?? { failures: 0 };
	// Nobody was asked, so as soon as the hindrance is gone, the feed may be.
	if (outcome === "offline") return { ...kept, outcome, nextAt: now + OFFLINE_RETRY_MS };
	if (outcome === "permission-needed") return { ...kept, outcome, nextAt: now + intervalMs(times) };
	const failures = kept.failures + 1;
	const backoff = Math.min(jittered(intervalMs(times), times) * 2 ** (failures - 1), LONGEST_WAIT_MS);
	return {
		...kept,
		askedAt: now,
		outcome,
		failures,
		nextAt: Math.max(now + backoff, waitUntil ?? 0),
		...(status !== undefined && { status }),
		...(waitUntil !== undefined && { waitUntil }),
	};
}

/** What is known of a feed after a poll, and when it may be asked again. */
export function nextPoll(before: Poll | undefined, result: PollResult, times: Times): Poll {
	const isWell = endedWell(result.outcome);
	return isWell ? afterSuccess(before, result, times) : afterFailure(before, result, times);
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
			const { succeededAt, failures } = poll;
			if (failures > 0 || succeededAt === undefined) return [id, poll];
			return [id, { ...poll, nextAt: nextTime(poll, { ...times, now: succeededAt }, false) }];
		}),
	);
}
