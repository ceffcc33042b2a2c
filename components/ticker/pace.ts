import { MINUTE_MS } from "@/data/model/durations";

/** Time to notice that the headline is another one, before reading begins. */
const NOTICE_MS = 1_000;
/** The shortest and the longest that a headline stays. */
export const DWELL_MS = { min: 4_000, max: 20_000 } as const;

const words = new Intl.Segmenter(undefined, { granularity: "word" });
/** Counts by text: the same headlines are asked about at each change of the run. */
const known = new Map<string, number>();
const MOST_KNOWN = 200;

/** How many words a text has, in any script: Chinese and Japanese are told apart by a dictionary. */
export function countWords(text: string): number {
	let count = known.get(text);
	if (count === undefined) {
		count = 0;
		for (const segment of words.segment(text)) if (segment.isWordLike) count++;
		if (known.size >= MOST_KNOWN) known.clear();
		known.set(text, count);
	}
	return count;
}

/** How long a headline stays, in milliseconds, for someone who reads so many words a minute. */
export function dwellOf(title: string, wordsPerMinute: number): number {
	const reading = (countWords(title) / wordsPerMinute) * MINUTE_MS;
	return Math.min(Math.max(NOTICE_MS + reading, DWELL_MS.min), DWELL_MS.max);
}
