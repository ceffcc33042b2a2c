import { HOUR_MS } from "./durations";
import type { Headline, HeadlineId } from "./headline";
import { quietEndsAt } from "./quiet-hours";
import type { Settings } from "./settings";

/** What of a headline a notification tells. */
export interface Told extends Pick<Headline, "id" | "title"> {
	sourceTitle: string;
}

/** A notification, as every browser can show it. */
export interface Notice {
	/** Names it to the browser, and tells by itself what a click on it opens; see {@link noticePath}. */
	id: string;
	title: string;
	/** Of several headlines the first titles, each on a line. */
	message: string;
}

/** A notification has room for about so many lines. */
const TITLES = 4;
const ONE = "headline:";

/** One notification for some headlines, the first ones first. */
export function composeNotice(told: readonly [Told, ...Told[]], now: number): Notice {
	const [first] = told;
	if (told.length === 1) return { id: ONE + first.id, title: first.title, message: first.sourceTitle };
	const titles = told.slice(0, TITLES).map(({ title }) => title);
	const more = told.length - titles.length;
	return {
		id: `headlines:${now}`,
		title: `${told.length} watched headlines`,
		message: [...titles, ...(more > 0 ? [`and ${more} more`] : [])].join("\n"),
	};
}

/** The page that a click on a notification opens: the one headline that it tells of, or the list. */
export function noticePath(id: string): `/options.html#/${string}` {
	if (!id.startsWith(ONE)) return "/options.html#/";
	const headline: HeadlineId = id.slice(ONE.length);
	return `/options.html#/read/${encodeURIComponent(headline)}`;
}

/**
 * When the next notification may be given, in milliseconds since 1970: now, or when the hour has room for
 * another and no quiet hours are. `given` is when the last ones were; what a clock that was set back makes
 * of the future counts for nothing.
 */
export function mayTellAt(
	given: readonly number[],
	{ quietHours, notifyPerHour }: Pick<Settings, "quietHours" | "notifyPerHour">,
	now: number,
): number {
	const latest = given.filter((at) => at <= now).toSorted((a, b) => b - a);
	const inTheWay = latest[notifyPerHour - 1] ?? Number.NEGATIVE_INFINITY;
	const free = Math.max(now, inTheWay + HOUR_MS);
	return quietEndsAt(quietHours, free) ?? free;
}

/** Whether a notification that was given then still counts for the most in an hour. */
export const isOfThisHour = (at: number, now: number): boolean => at > now - HOUR_MS;
