import { MINUTE_MS } from "@/data/model/durations";

/** What two layouts of the same strip may differ by, in CSS pixels, and still be the same. */
const SLACK_PX = 0.5;

/** Where something lies on the screen, in CSS pixels. */
export interface Span {
	left: number;
	right: number;
}

/**
 * A tape as it was measured. All lengths are CSS pixels in the direction of reading, whichever that is, and a
 * position is how much of the strip has gone by.
 */
export interface Geometry {
	/** The position at which each headline stands at the margin, and after them that at which all have gone by. */
	stops: readonly number[];
	/** The positions to step to: its stop, or where one that is read the other way and is too long shows its start. */
	rests: readonly number[];
	/** How far from the window's start edge the margin is. */
	margin: number;
	/** How wide the window on the strip is. */
	window: number;
}

/**
 * Measures a strip and the headlines on it, wherever it has been moved to; `against` tells of each whether it is read
 * the other way.
 */
export function measure(
	window: number,
	strip: Span,
	headlines: readonly Span[],
	rtl: boolean,
	against: readonly boolean[] = [],
): Geometry {
	const from = (edge: number) => (rtl ? strip.right - edge : edge - strip.left);
	const start = (span: Span) => from(rtl ? span.right : span.left);
	const end = (span: Span) => from(rtl ? span.left : span.right);
	const [first] = headlines;
	const last = headlines.at(-1);
	const margin = first ? start(first) : 0;
	const stops = [...headlines.map((headline) => start(headline) - margin), last ? end(last) - margin : 0];
	const rests = stops.map((stop, index) => {
		const next = stops[index + 1];
		// With its end as far from the window's end as the margin is from its start.
		return against[index] && next !== undefined ? Math.max(stop, next + 2 * margin - window) : stop;
	});
	return { stops, rests, margin, window };
}

/** How far the whole strip goes. */
export const lengthOf = ({ stops }: Geometry): number => stops.at(-1) ?? 0;

/** How fast a strip of so many words moves, in pixels a millisecond, for someone who reads so many a minute. */
export const speedOf = (length: number, words: number, wordsPerMinute: number): number =>
	words > 0 ? (length * wordsPerMinute) / (words * MINUTE_MS) : 0;

/** How many headlines have gone by: the next one has come to the margin. */
export function goneAt({ stops }: Geometry, position: number): number {
	const index = stops.findIndex((stop) => stop > position + SLACK_PX);
	return index < 0 ? stops.length - 1 : Math.max(index - 1, 0);
}

/** How many headlines have gone by or are in sight. */
export function seenAt({ stops, margin, window }: Geometry, position: number): number {
	const ahead = stops.slice(0, -1).findIndex((stop) => stop + margin >= position + window);
	return ahead < 0 ? stops.length - 1 : ahead;
}

/** Whether a headline is wholly in sight. */
export function isInSight({ stops, margin, window }: Geometry, index: number, position: number): boolean {
	const [start = 0, end = start] = stops.slice(index, index + 2);
	return start + SLACK_PX >= position && end + margin <= position + window + SLACK_PX;
}

/** How long until the next headline has gone by, in milliseconds; null where none will. */
export function msToNextExit(geometry: Geometry, position: number, speed: number): number | null {
	const stop = geometry.stops[goneAt(geometry, position) + 1];
	return stop === undefined || speed <= 0 ? null : Math.max((stop - position) / speed, 0);
}

/** A position that the user may scrub to: the last headline can't be pushed off by a flick. */
export const clampScrub = ({ rests }: Geometry, position: number): number =>
	Math.min(Math.max(position, 0), rests.at(-2) ?? 0);

/** The position a headline further on (1), or back (-1): back is first the beginning of this one. */
export function stepFrom(geometry: Geometry, position: number, by: 1 | -1): number {
	const { rests } = geometry;
	if (by > 0) return rests[goneAt(geometry, position) + 1] ?? rests.at(-1) ?? 0;
	return rests.findLast((rest) => rest < position - SLACK_PX) ?? 0;
}

/**
 * The position in a strip that was laid anew, at which the same part of the same headline stands at the
 * margin as before, or it rests as before; undefined where that headline is gone from it.
 */
export function keepPlace(
	before: { geometry: Geometry; keys: readonly number[] },
	after: { geometry: Geometry; keys: readonly number[] },
	position: number,
): number | undefined {
	const index = Math.min(goneAt(before.geometry, position), before.keys.length - 1);
	const to = after.keys.indexOf(before.keys[index] ?? Number.NaN);
	const [start = 0, end = start] = before.geometry.stops.slice(index, index + 2);
	const [newStart, newEnd] = after.geometry.stops.slice(to, to + 2);
	if (to < 0 || newStart === undefined || newEnd === undefined) return undefined;
	if (position === before.geometry.rests[index]) return after.geometry.rests[to];
	return end > start ? newStart + ((position - start) / (end - start)) * (newEnd - newStart) : newStart;
}

/** How far the strip is moved on the screen, to the right: where reading goes left, so does what is read. */
export const shiftOf = (position: number, rtl: boolean): number => (rtl ? position : -position);

/** The scripts that are written from right to left and that news is written in. */
const RIGHT_TO_LEFT =
	/^[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]$/u;

/** Whether most of the texts begin in a script that is written from right to left; for as many, the page's. */
export function isRightToLeft(texts: readonly string[], page: boolean): boolean {
	const letters = texts.flatMap((text) => text.match(/\p{L}/u) ?? []);
	const balance = letters.reduce((sum, letter) => sum + (RIGHT_TO_LEFT.test(letter) ? 1 : -1), 0);
	return balance === 0 ? page : balance > 0;
}
