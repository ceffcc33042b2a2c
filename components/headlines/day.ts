/** The days that their names alone tell apart: six days ago is another weekday than today. */
const DAYS_BY_NAME = 6;
const DAY_MS = 24 * 60 * 60_000;

/**
 * The number of the day in the user's own time zone that a time (milliseconds since 1970) falls on: one more
 * for each day of the calendar, however many hours it had.
 */
export function dayOf(time: number): number {
	const local = new Date(time);
	return new Date(0).setUTCFullYear(local.getFullYear(), local.getMonth(), local.getDate()) / DAY_MS;
}

const capitalised = (words: string, locale: string): string =>
	words.charAt(0).toLocaleUpperCase(locale) + words.slice(1);

/**
 * Names a day as it is called today: "Today", "Yesterday", "Monday", "24 July", "24 July 2025". Both are
 * numbers from {@link dayOf}; a day that is still to come counts as today, since a headline is there already.
 */
export function sayDay(day: number, today: number, locale: string): string {
	const ago = today - day;
	if (ago <= 1) {
		const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
		return capitalised(relative.format(-Math.max(ago, 0), "day"), locale);
	}
	const date = new Date(day * DAY_MS);
	const say = (how: Intl.DateTimeFormatOptions) =>
		capitalised(new Intl.DateTimeFormat(locale, { ...how, timeZone: "UTC" }).format(date), locale);
	if (ago <= DAYS_BY_NAME) return say({ weekday: "long" });
	const isThisYear = date.getUTCFullYear() === new Date(today * DAY_MS).getUTCFullYear();
	return say({ day: "numeric", month: "long", ...(!isThisYear && { year: "numeric" }) });
}

/**
 * For each of some times, newest first, the day that begins with it, or undefined where the one before it is
 * of the same day.
 */
export function dayStarts(times: readonly number[]): (number | undefined)[] {
	const days = times.map(dayOf);
	return days.map((day, place) => (day === days[place - 1] ? undefined : day));
}
