import { DAY_MS } from "@/data/model/durations";

/** The days that their names alone tell apart: six days ago is another weekday than today. */
const DAYS_BY_NAME = 6;

/**
 * The number of the day in the user's own time zone that a time (milliseconds since 1970) falls on: one more
 * for each day of the calendar, however many hours it had.
 */
export function dayOf(time: number): number {
	const local = new Date(time);
	return new Date(0).setUTCFullYear(local.getFullYear(), local.getMonth(), local.getDate()) / DAY_MS;
}

const makeFormats = (locale: string) => {
	const date = (how: Intl.DateTimeFormatOptions) =>
		new Intl.DateTimeFormat(locale, { ...how, timeZone: "UTC" });
	return {
		relative: new Intl.RelativeTimeFormat(locale, { numeric: "auto" }),
		weekday: date({ weekday: "long" }),
		thisYear: date({ day: "numeric", month: "long" }),
		anyYear: date({ day: "numeric", month: "long", year: "numeric" }),
	};
};

/** Kept, since to make one takes as long as to write dozens of days with it. */
const formats = new Map<string, ReturnType<typeof makeFormats>>();

function formatsOf(locale: string) {
	const known = formats.get(locale) ?? makeFormats(locale);
	formats.set(locale, known);
	return known;
}

const capitalised = (words: string, locale: string): string =>
	words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);

/**
 * Names a day as it is called today: "Today", "Yesterday", "Monday", "24 July", "24 July 2025". Both are
 * numbers from {@link dayOf}; a day that is still to come counts as today, since a headline is there already.
 */
export function sayDay(day: number, today: number, locale: string): string {
	const ago = today - day;
	const { relative, weekday, thisYear, anyYear } = formatsOf(locale);
	if (ago <= 1) return capitalised(relative.format(-Math.max(ago, 0), "day"), locale);
	const date = new Date(day * DAY_MS);
	if (ago <= DAYS_BY_NAME) return capitalised(weekday.format(date), locale);
	const isThisYear = date.getUTCFullYear() === new Date(today * DAY_MS).getUTCFullYear();
	return capitalised((isThisYear ? thisYear : anyYear).format(date), locale);
}

/**
 * For each of some times, newest first, the day that begins with it, or undefined where the one before it is
 * of the same day.
 */
export function dayStarts(times: readonly number[]): (number | undefined)[] {
	const days = times.map(dayOf);
	return days.map((day, place) => (day === days[place - 1] ? undefined : day));
}
