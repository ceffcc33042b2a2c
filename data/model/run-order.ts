import type { Headline, HeadlineId, SourceId } from "./headline";

type Newer = Pick<Headline, "id" | "publishedAt">;

/** Sorts the newest first; those of the same time by id, so that the order never depends on how they came. */
export const newestFirst = (a: Newer, b: Newer): number =>
	b.publishedAt - a.publishedAt || (a.id < b.id ? -1 : 1);

/** In which order the three parts of what is left come: what is watched, what has arrived, all else. */
const partOf = ({ watched, seenAt }: Headline, startedAt: number): number =>
	watched ? 0 : seenAt !== undefined && seenAt > startedAt ? 1 : 2;

/** Takes from a list by its order, but never the same source twice in a row while it has another. */
function spread(list: readonly Headline[], last: SourceId | undefined): Headline[] {
	const left = [...list];
	const taken: Headline[] = [];
	let before = last;
	while (left.length > 0) {
		const other = left.findIndex(({ source }) => source !== before);
		const next = left.splice(Math.max(other, 0), 1);
		taken.push(...next);
		before = next[0]?.source;
	}
	return taken;
}

/** Counts turns: the first that a source takes is its turn 0. */
function countTurns(): (source: SourceId) => number {
	const turns = new Map<SourceId, number>();
	return (source) => {
		const turn = turns.get(source) ?? 0;
		turns.set(source, turn + 1);
		return turn;
	};
}

/**
 * The turn of each headline that has arrived since the run began, shown or not: its place among its source's,
 * from the newest. So a headline that arrives has turn 0, however many of its source have been shown.
 */
function turnsOfArrivals(headlines: readonly Headline[], startedAt: number): Map<HeadlineId, number> {
	const takeTurn = countTurns();
	return new Map(
		headlines
			.filter((headline) => partOf(headline, startedAt) === 1)
			.sort(newestFirst)
			.map(({ id, source }) => [id, takeTurn(source)]),
	);
}

/**
 * The order of what a run has left to show, after it has shown `done`: what is watched, newest first; what has
 * arrived since the run began; and the rest. The arrivals, and then the rest, come by turns, so that a loud source
 * fills neither: each source's first one, then each one's second, and so on. Among all of these no source comes
 * twice in a row while another has any left.
 *
 * A turn counts what the source has shown in this run already. So the order stays as it was when the first of
 * it is shown, and nothing but the marks is needed to find it again.
 */
export function orderLeft(
	left: readonly Headline[],
	done: readonly Headline[],
	startedAt: number,
): Headline[] {
	const arrivals = turnsOfArrivals([...done, ...left], startedAt);
	const takeTurn = countTurns();
	for (const { source } of done) takeTurn(source);
	const list = left
		.map((headline) => ({ headline, part: partOf(headline, startedAt) }))
		.sort((a, b) => a.part - b.part || newestFirst(a.headline, b.headline))
		.map((one) => {
			const turn = takeTurn(one.headline.source);
			return { ...one, turn: one.part === 2 ? turn : (arrivals.get(one.headline.id) ?? 0) };
		})
		.sort((a, b) => a.part - b.part || a.turn - b.turn || newestFirst(a.headline, b.headline));
	return spread(
		list.map(({ headline }) => headline),
		done.at(-1)?.source,
	);
}
