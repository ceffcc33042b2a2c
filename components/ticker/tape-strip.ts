import type { HeadlineId } from "@/data/model/headline";
import type { Run, TickerHeadline } from "@/data/model/run";
import { idsOf, type Standing, standAt } from "./rotation";

/** A headline on the tape's strip. One that comes round again is another entry. */
export interface Entry {
	key: number;
	headline: TickerHeadline;
}

/** The strip, and how many of its entries have gone by. */
export interface Strip {
	entries: readonly Entry[];
	gone: number;
}

/** How many that have gone by stay on the strip, to scrub back to; more are dropped, some at a time. */
const GONE_KEPT = 10;
const GONE_MOST = 24;

/** What a run has still to show, on a page that has passed some by itself. */
export const aheadIn = (run: Run, passed: ReadonlySet<HeadlineId>): TickerHeadline[] =>
	run.headlines.slice(run.place).filter(({ id }) => !passed.has(id));

/** The strip at the beginning of a run, or where a new tab comes into it: some to scrub back to, and what is ahead. */
export function beginStrip(run: Run, passed: ReadonlySet<HeadlineId>, firstKey: number): Strip {
	const done = run.headlines.filter(({ id }, index) => index < run.place || passed.has(id));
	const entries = [...done, ...aheadIn(run, passed)].map((headline, index) => ({
		key: firstKey + index,
		headline,
	}));
	return { entries, gone: done.length };
}

/**
 * The strip after the run has changed. What has gone by or is in sight (`seen` of them) stays as it is, so that
 * nothing changes under the eyes; after it comes what the run has next. A strip that has nothing new to say is
 * answered as it was.
 */
export function refill(
	strip: Strip,
	seen: number,
	run: Run,
	passed: ReadonlySet<HeadlineId>,
	firstKey: number,
): Strip {
	const { entries, gone } = strip;
	const inSight = new Set(entries.slice(gone, seen).map(({ headline }) => headline.id));
	const waiting = new Map(entries.slice(seen).map((entry) => [entry.headline.id, entry]));
	let key = firstKey;
	const next = aheadIn(run, passed)
		.filter(({ id }) => !inSight.has(id))
		.map((headline) => {
			const entry = waiting.get(headline.id);
			if (!entry) return { key: key++, headline };
			return isSame(entry.headline, headline) ? entry : { key: entry.key, headline };
		});
	const dropped = gone > GONE_MOST ? gone - GONE_KEPT : 0;
	const filled = [...entries.slice(dropped, seen), ...next];
	const isUnchanged =
		filled.length === entries.length && filled.every((entry, index) => entry === entries[index]);
	return isUnchanged ? strip : { entries: filled, gone: gone - dropped };
}

/** Where a page stands in the run that has this strip, and has passed some of it by itself. */
export function standOn({ entries, gone }: Strip, run: Run, passed: ReadonlySet<HeadlineId>): Standing {
	const known = new Set(run.headlines.flatMap(idsOf));
	const ahead = entries.slice(gone);
	// What was shown long ago, or read since, is on the strip but in the run no more: what follows is counted back.
	const back = Math.max(
		ahead.findIndex(({ headline }) => known.has(headline.id)),
		0,
	);
	const at = standAt(run, ahead[back]?.headline.id ?? null, passed);
	return { ...at, place: Math.max(at.place - back, 1) };
}

/** Whether two of a headline look the same on the strip. */
const isSame = (one: TickerHeadline, other: TickerHeadline) =>
	one.title === other.title &&
	one.sourceTitle === other.sourceTitle &&
	one.publishedAt === other.publishedAt &&
	one.copies?.length === other.copies?.length;
