import type { Incoming } from "../model/headline";
import type { Poll } from "../model/source";

/** How many of the newest headlines tell how often a feed publishes now. */
const NEWEST = 12;

/** So many answers running have to hold fewer headlines than before until that is believed. */
const FEWER_ANSWERS = 3;

/** What a feed holds, which would come again if it were deleted. */
type Holding = Pick<Poll, "holdsSince" | "holds" | "fewerFor">;

/**
 * What a feed holds by an answer: how many headlines, and since when it holds what it published, where it dates all of
 * it. One that holds fewer, or none, for once will hold again what it did `before`: it isn't believed at once.
 */
function holdingOf(incoming: readonly Incoming[], before: Holding): Holding {
	const { holdsSince, holds, fewerFor = 0 } = before;
	const stays = { ...(holdsSince !== undefined && { holdsSince }), ...(holds !== undefined && { holds }) };
	if (incoming.length === 0) return { ...stays, ...(fewerFor > 0 && { fewerFor }) };
	if (incoming.length < (holds ?? 0) && fewerFor + 1 < FEWER_ANSWERS)
		return { ...stays, fewerFor: fewerFor + 1 };
	const dates = incoming.flatMap(({ publishedAt }) => publishedAt ?? []);
	const isDated = dates.length === incoming.length;
	const oldest = dates.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
	return { ...(isDated && { holdsSince: oldest }), holds: incoming.length };
}

/**
 * How often a feed really publishes, by the dates of what it holds: when the newest came, and the median of
 * the times between the newest ones. Dates to come are left out. A feed that dates nothing is taken to have
 * published something just now, because its body has changed.
 */
function paceOf(incoming: readonly Incoming[], now: number): Pick<Poll, "newestAt" | "gapMs"> {
	const all = incoming.flatMap(({ publishedAt }) => publishedAt ?? []).sort((a, b) => b - a);
	const times = all.filter((time) => time <= now).slice(0, NEWEST);
	const [newest] = times;
	if (newest === undefined) return { newestAt: now };
	const gaps = times.slice(1).map((time, place) => (times[place] ?? time) - time);
	const median = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
	return { newestAt: newest, ...(median !== undefined && { gapMs: median }) };
}

/** How often a feed publishes ({@link paceOf}), and what it holds ({@link holdingOf}), by an answer and those before. */
export const rhythmOf = (incoming: readonly Incoming[], now: number, before: Holding = {}) => ({
	...paceOf(incoming, now),
	...holdingOf(incoming, before),
});
