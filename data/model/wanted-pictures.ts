import * as v from "valibot";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "./durations";
import type { HeadlineId } from "./headline";
import { count } from "./schema-parts";

/** When what couldn't be had is asked for again, after each try in vain; after the last one it is given up. */
const AGAIN_MS = [10 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS, DAY_MS];

/** That a saved headline's pictures are still to be kept. */
export interface WantedPictures {
	/** When they are to be looked for, in milliseconds since 1970. */
	at: number;
	/** How often that was in vain. */
	tries: number;
}

/** What is wanted, by the headlines. */
export type PicturesWanted = Record<HeadlineId, WantedPictures>;

/** A {@link WantedPictures} as it is stored. */
export const wantedPicturesSchema: v.GenericSchema<unknown, WantedPictures> = v.object({
	at: v.number(),
	tries: count,
});

/** What is wanted after a try in vain; undefined where that was the last. */
export function afterVainLook({ tries }: WantedPictures, now: number): WantedPictures | undefined {
	const wait = AGAIN_MS[tries];
	return wait === undefined ? undefined : { at: now + wait, tries: tries + 1 };
}

/** The headline whose pictures have waited for the longest; undefined where none are due. */
export const nextWanted = (wanted: PicturesWanted, now: number): HeadlineId | undefined =>
	Object.entries(wanted)
		.filter(([, { at }]) => at <= now)
		.toSorted(([, a], [, b]) => a.at - b.at)[0]?.[0];

/** When any are due next, in milliseconds since 1970; undefined where none are wanted. */
export function nextWantedAt(wanted: PicturesWanted): number | undefined {
	const times = Object.values(wanted).map(({ at }) => at);
	return times.length > 0 ? times.reduce((first, time) => Math.min(first, time)) : undefined;
}
