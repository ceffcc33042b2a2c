/** A text as it is laid out just now: its blocks from top to bottom, and how much of it each one is. */
export interface Laid {
	/** How much there is before each block, in a unit that no width changes, and after the last; from 0. */
	edges: readonly number[];
	/** Where a block begins and ends, in pixels down from anywhere. */
	span: (block: number) => { top: number; bottom: number };
}

/** The edges of blocks that are so much each. */
export function edgesOf(weights: readonly number[]): number[] {
	let sum = 0;
	return [0, ...weights.map((weight) => (sum += weight))];
}

const clamp = (share: number) => Math.min(Math.max(share, 0), 1);

/** The last of so many things, in their order, for which something holds that holds up to it; or -1. */
function lastWhere(count: number, holds: (index: number) => boolean): number {
	let [from, to] = [0, count];
	while (from < to) {
		const middle = (from + to) >> 1;
		if (holds(middle)) from = middle + 1;
		else to = middle;
	}
	return from - 1;
}

/** How much of a text is above a line, from 0 to 1: the blocks above it, and its part of the one that it crosses. */
export function placeAt({ edges, span }: Laid, line: number): number {
	const total = edges.at(-1) ?? 0;
	const block = lastWhere(edges.length - 1, (index) => span(index).top <= line);
	if (block < 0 || total === 0) return 0;
	const { top, bottom } = span(block);
	const [before = 0, after = before] = edges.slice(block, block + 2);
	const within = bottom > top ? clamp((line - top) / (bottom - top)) : 1;
	return clamp((before + within * (after - before)) / total);
}

/** Where the line is that a place is above, at whatever width the text is laid out now. */
export function lineAt({ edges, span }: Laid, place: number): number {
	const sought = clamp(place) * (edges.at(-1) ?? 0);
	const blocks = edges.length - 1;
	const block = lastWhere(blocks, (index) => (edges[index] ?? 0) <= sought);
	if (block < 0) return 0;
	const { top, bottom } = span(block);
	const [before = 0, after = before] = edges.slice(block, block + 2);
	return after > before ? top + clamp((sought - before) / (after - before)) * (bottom - top) : top;
}

/**
 * How far somebody has come in a text of which so much is above the window and so much above its end, from 0 at
 * the top to 1 where the last line is in sight; of one that is all in sight nothing is known.
 */
export function comeThrough(above: number, aboveEnd: number): number {
	const below = 1 - aboveEnd;
	return above > 0 ? clamp(above / (above + below)) : 0;
}
