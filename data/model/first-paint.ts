import type { HeadlineId } from "./headline";
import type { Settings } from "./settings";

/** The headline that the next new tab begins with, in the words that stand on the page. */
export interface FirstHeadline {
	id: HeadlineId;
	/** Where the reader shows it. */
	href: string;
	title: string;
	sourceTitle: string;
	/** Milliseconds since 1970. */
	publishedAt: number;
	/** Its day, for when it has become too old to be told by an age. */
	day: string;
	/** What stands after its age. */
	words: string[];
	url?: string;
	saved: boolean;
	/** Where it stands in the run, such as "3 of 20". */
	place: string;
	/** Whether none stands before it. */
	isFirst: boolean;
}

/** The settings that a page's first paint goes by. */
export type Look = Pick<Settings, "theme" | "tickerMode">;

/** All that a page needs for its first paint, before it has read any storage. */
export interface FirstPaint {
	theme: Settings["theme"];
	mode: Settings["tickerMode"];
	/** Absent where the ticker has nothing to show. */
	headline?: FirstHeadline;
}
