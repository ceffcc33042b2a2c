import { sayClockTime } from "./clock-time";

const DAY_MS = 24 * 60 * 60_000;
const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long" });
const date = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" });

/** Midnight of the day that a time lies in, by the clock on the user's wall. */
function midnight(time: number): number {
	const day = new Date(time);
	return new Date(day.getFullYear(), day.getMonth(), day.getDate()).getTime();
}

function sayDay(time: number, now: number): string {
	// Summer time begins or ends on days that are an hour shorter or longer.
	const days = Math.round((midnight(time) - midnight(now)) / DAY_MS);
	if (days === 0) return "";
	if (days === 1) return "tomorrow ";
	return days < 7 ? `on ${weekday.format(time)} ` : `on ${date.format(time)} `;
}

/**
 * Says when something to come is: "at 14:20", "tomorrow at 06:10", "on Monday at 06:10", "on 3 December at 06:10", or
 * "any moment now".
 */
export function sayWhen(time: number, now: number): string {
	return time <= now ? "any moment now" : `${sayDay(time, now)}at ${sayClockTime(time)}`;
}

/** Says when the sources are looked at next; null where nothing is planned. */
export const sayNextLook = (time: number | null, now: number): string =>
	time === null
		? "No next look at your sources is planned; refresh when you like."
		: `The next look at your sources is ${sayWhen(time, now)}.`;
