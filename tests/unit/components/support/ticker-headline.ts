import type { TickerHeadline } from "@/data/model/run";

/** A headline as a run has it, of which nothing more need be known. */
export const TICKER_HEADLINE: TickerHeadline = {
	id: "a",
	title: "Headline a",
	source: "s",
	sourceTitle: "Source",
	publishedAt: 0,
	kind: "bare",
};
