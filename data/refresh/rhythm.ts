import type { Incoming } from "../model/headline";
import type { Poll } from "../model/source";

/** How many of the newest headlines tell how often a feed publishes now. */
const NEWEST = 12;

/**
 * How often a feed really publishes, by the dates of what it holds: when the newest came, and the median of
 * the times between the newest ones. Dates to come are left out. A feed that dates nothing is taken to have
 * published something just now, because its body has changed. Since when it holds what it published is told where
 * it dates all of it; one that is empty for once will hold what it did `before`.
 */
export function rhythmOf(
	incoming: readonly Incoming[],
	now: number,
	before?: Pick<Poll, "holdsSince">,
): Pick<Poll, "newestAt" | "gapMs" | "holdsSince"> {
	const all = incoming.flatMap(({ publishedAt }) => publishedAt ?? []).sort((a, b) => b - a);
	const times = all.filter((time) => time <= now).slice(0, NEWEST);
	const [newest] = times;
	const held = all.length === incoming.length ? all.at(-1) : undefined;
	const oldest = incoming.length === 0 ? before?.holdsSince : held;
	if (newest === undefined) return { newestAt: now, ...(oldest !== undefined && { holdsSince: oldest }) };
	const gaps = times.slice(1).map((time, place) => (times[place] ?? time) - time);
	const median = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)];
	return {
		newestAt: newest,
		...(median !== undefined && { gapMs: median }),
		...(oldest !== undefined && { holdsSince: oldest }),
	};
}
