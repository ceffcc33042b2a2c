import type { RunCounts } from "../model/badge";
import { countRun } from "./counts";
import type { Archive } from "./database";
import type { Subject } from "./subjects";

/** What counts in a run, at a revision of the archive. */
interface Tally {
	revision: number;
	counts: RunCounts;
}

/**
 * A browser counts what an index holds by walking it: for 50,000 headlines that takes longer than all else that an
 * act does. So what was counted is carried on over changes whose effect is known, for the life of one background.
 */
const tallies = new WeakMap<Archive, Tally>();

/** No change of any count. */
export const NO_CHANGE: RunCounts = { unread: 0, fresh: 0, watched: 0 };

/** One set of counts with another added to it, so many times. */
export const addCounts = (counts: RunCounts, more: RunCounts, times = 1): RunCounts => ({
	unread: counts.unread + times * more.unread,
	fresh: counts.fresh + times * more.fresh,
	watched: counts.watched + times * more.watched,
});

/** What a headline of a source that is there adds to the counts as long as it is unread. */
export const weightOf = ({ fresh, watched }: Pick<Subject, "fresh" | "watched">): RunCounts => ({
	unread: 1,
	fresh: fresh ? 1 : 0,
	watched: watched ? 1 : 0,
});

/**
 * What counts at the archive's present revision: carried on where that is known, else counted. The caller holds
 * the lock.
 */
export async function countsAt(archive: Archive, revision: number): Promise<RunCounts> {
	const known = tallies.get(archive);
	if (known?.revision === revision) return known.counts;
	const counts = await countRun(archive);
	tallies.set(archive, { revision, counts });
	return counts;
}

/**
 * Carries the counts on over the change that made a revision, once it is written. A change that isn't told of
 * here breaks the chain, and all is counted anew.
 */
export function carryCounts(archive: Archive, revision: number, change: RunCounts): void {
	const known = tallies.get(archive);
	if (known?.revision === revision - 1)
		tallies.set(archive, { revision, counts: addCounts(known.counts, change) });
}
