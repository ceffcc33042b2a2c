import { dayOf } from "../headlines/day";
import { sayClockTime } from "./clock-time";

const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long" });
const date = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long" });

function sayDay(time: number, now: number): string {
	const days = dayOf(time) - dayOf(now);
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
