import { HOUR_MS } from "@/data/model/durations";

/** A headline half as fresh is worth half as much; so is a story that half as many sources carry. */
const HALF_LIFE_MS = 6 * HOUR_MS;

/** What makes a story important. */
export interface Weight {
	/** When its newest headline was published, in milliseconds since 1970. */
	publishedAt: number;
	/** How many sources carry it. */
	sources: number;
}

/**
 * How important a story is, in half-lives: a story that twice as many sources carry stands beside one that is
 * six hours fresher. As a logarithm, it still tells last year's stories apart.
 */
export const importanceOf = ({ publishedAt, sources }: Weight, now: number): number =>
	Math.log2(Math.max(sources, 1)) - Math.max(now - publishedAt, 0) / HALF_LIFE_MS;
