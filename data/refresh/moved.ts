import { DAY_MS } from "../model/durations";
import type { SeenRedirect } from "../model/source";

/** On how many polls running a redirect must be permanent before the address moves. */
const SIGHTINGS = 3;

/** Whether a redirect should be looked into now: one that was temporary is left alone for a day. */
export function isWorthProbing(before: SeenRedirect | undefined, now: number): boolean {
	if (!before || before.seen > 0) return true;
	return now < before.checkedAt || now - before.checkedAt >= DAY_MS;
}

/** On how many polls running a redirect to this address has been permanent so far. */
export const sightingsOf = (before: SeenRedirect | undefined, to: string): number =>
	before?.to === to ? before.seen : 0;

/** What is known of a redirect after it was looked into. */
export const noteRedirect = (
	before: SeenRedirect | undefined,
	to: string,
	isPermanent: boolean,
	now: number,
): SeenRedirect => ({ to, seen: isPermanent ? sightingsOf(before, to) + 1 : 0, checkedAt: now });

/** Whether a redirect has been permanent often enough for the source to go by its new address. */
export const hasMoved = ({ seen }: SeenRedirect): boolean => seen >= SIGHTINGS;
