import { DAY_MS } from "../model/durations";

/** No wish to be left alone is granted for longer: a week, in milliseconds. */
export const LONGEST_WISH_MS = 7 * DAY_MS;

/**
 * When a server wants to be asked again, from its Retry-After header (RFC 9110, section 10.2.3), which holds
 * seconds or a date. Answers milliseconds since 1970, a week from now at most; undefined where there is no
 * such header or it can't be read.
 */
export function readRetryAfter(header: string | null, now: number): number | undefined {
	const value = header?.trim() ?? "";
	const until = /^\d+$/.test(value) ? now + Number(value) * 1000 : Date.parse(value);
	return Number.isNaN(until) ? undefined : Math.min(Math.max(until, now), now + LONGEST_WISH_MS);
}
