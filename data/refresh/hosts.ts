import { LONGEST_WISH_MS } from "./retry-after";
import { createTurns, type Turns } from "./turns";

/** How many requests may run at once, and how many to one host. */
const TURN_LIMITS = { total: 6, perHost: 2 };

/** What all that we ask of hosts has to respect, feeds and pages alike, for the life of one background. */
export interface Hosts {
	turns: Turns;
	/**
	 * Hosts that have asked in this background's life to be left alone, each with until when, in milliseconds
	 * since 1970; those before it are stored with what asked them.
	 */
	waiting: Map<string, number>;
}

/** Hosts of whom nobody has asked anything yet. */
export const createHosts = (): Hosts => ({ turns: createTurns(TURN_LIMITS), waiting: new Map() });

/** Until when a host has asked to be left alone, as far as that was reckoned by a right clock; 0 where it hasn't. */
export function waitOf({ waiting }: Hosts, host: string, now: number): number {
	const until = waiting.get(host) ?? 0;
	return until > now + LONGEST_WISH_MS ? 0 : until;
}

/** Notes that a host asks to be left alone; the longest such wish holds. */
export function noteWait({ waiting }: Hosts, host: string, until: number | undefined): void {
	if (until !== undefined) waiting.set(host, Math.max(until, waiting.get(host) ?? 0));
}
