import { MINUTE_MS } from "./durations";
import type { QuietHours } from "./settings";

/** The minutes since midnight at a time (milliseconds since 1970), by the clock on the user's wall. */
export function localMinutes(time: number): number {
	const date = new Date(time);
	return date.getHours() * 60 + date.getMinutes();
}

/** Whether it is quiet at so many minutes since the user's midnight: from the first on, until before the last. */
export function isQuiet(hours: QuietHours | null, minutes: number): boolean {
	if (hours === null) return false;
	const { from, to } = hours;
	return from <= to ? from <= minutes && minutes < to : from <= minutes || minutes < to;
}

/**
 * When the quiet hours end in which a time lies, both in milliseconds since 1970; null where none do. It
 * walks the wall clock's minutes, for that clock may skip the end or show it twice when summer time begins
 * or ends.
 */
export function quietEndsAt(hours: QuietHours | null, now: number): number | null {
	if (!isQuiet(hours, localMinutes(now))) return null;
	let end = Math.floor(now / MINUTE_MS + 1) * MINUTE_MS;
	while (isQuiet(hours, localMinutes(end))) end += MINUTE_MS;
	return end;
}
