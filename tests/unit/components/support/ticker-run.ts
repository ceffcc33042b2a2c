import type { Run, TickerHeadline } from "@/data/model/run";
import { TICKER_HEADLINE } from "./ticker-headline";

/** A headline as a run has it, called by its id. */
export const tickerHeadline = (id: string, parts: Partial<TickerHeadline> = {}): TickerHeadline => ({
	...TICKER_HEADLINE,
	id,
	title: `Headline ${id}`,
	...parts,
});

/** A run of headlines, each called by its id, that is all there is to run through. */
export const runOf = (ids: Iterable<string>, place = 0, startedAt = 1): Run => {
	const headlines = Array.from(ids, (id) => tickerHeadline(id));
	const total = headlines.length;
	return {
		headlines,
		place,
		before: 0,
		total,
		kept: total,
		unread: total,
		fresh: 0,
		watched: 0,
		older: 0,
		startedAt,
		revision: 1,
	};
};
