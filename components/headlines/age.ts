import { DAY_MS, HOUR_MS, MINUTE_MS } from "@/data/model/durations";

/** Older than this, a date says more than a number of days. */
const DAYS_AS_AGE = 7;

const relative = new Intl.RelativeTimeFormat("en", { style: "short", numeric: "auto" });
const thisYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const anyYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });
const longDay = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" });
const whole = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "short" });

/** Says how old something is, in as few words as are true: "now", "5 min. ago", "yesterday", "24 Jul 2025". */
export function sayAge(publishedAt: number, now: number): string {
	const age = now - publishedAt;
	if (age < MINUTE_MS) return "now";
	if (age < HOUR_MS) return relative.format(-Math.floor(age / MINUTE_MS), "minute");
	if (age < DAY_MS) return relative.format(-Math.floor(age / HOUR_MS), "hour");
	if (age < DAYS_AS_AGE * DAY_MS) return relative.format(-Math.floor(age / DAY_MS), "day");
	return sayDay(publishedAt, now);
}

/** Says on which day something was, with the year where it isn't this one: "24 Jul", "24 Jul 2025". */
export function sayDay(publishedAt: number, now: number): string {
	const sameYear = new Date(publishedAt).getFullYear() === new Date(now).getFullYear();
	return (sameYear ? thisYear : anyYear).format(publishedAt);
}

/** Says the whole date and time, for those who point at an age. */
export function sayDate(publishedAt: number): string {
	return whole.format(publishedAt);
}

/** Says a day as it stands in a text: "24 July 2025". */
export const sayLongDay = (publishedAt: number): string => longDay.format(publishedAt);
