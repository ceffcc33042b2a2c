import type { Headline, Mark, Marks } from "./headline";
import type { Copy, TickerHeadline } from "./run";
import { newestFirst } from "./run-order";
import type { Source } from "./source";
import { groupStories } from "./story";
import { withoutTracking } from "./tracking";

/** A story as a run shows it: one headline, and the others of the same story. */
export interface RunStory {
	headline: Headline;
	copies: Headline[];
	/** When the run showed it; absent where it didn't. */
	shownAt?: number;
}

/** Whether the user has seen a story, in this run or before: shown or read, whichever of its headlines. */
export const isSeen = (group: readonly Headline[], marks: Marks): boolean =>
	group.some(({ id }) => marks[id]?.shown !== undefined || marks[id]?.read !== undefined);

/** How long a run has gone on, in milliseconds since 1970. */
interface Span {
	startedAt: number;
	now: number;
}

/** The first time that a run showed a headline, or never; what a clock that was ahead put down belongs to none. */
const shownIn = ({ startedAt, now }: Span, { shown }: Mark): number =>
	shown !== undefined && shown >= startedAt && shown <= now ? shown : Number.POSITIVE_INFINITY;

/** Groups the headlines of a front into stories; they keep together whatever is done with them. */
export function storiesOf(headlines: readonly Headline[], sources: readonly Source[]): Headline[][] {
	const titles = new Map(sources.map(({ id, title }) => [id, title]));
	const groups = groupStories(
		headlines.map((headline) => ({ ...headline, headline, sourceTitle: titles.get(headline.source) ?? "" })),
	);
	return groups.map((group) => group.map(({ headline }) => headline));
}

/**
 * A story as a run shows it: by the headline that it has shown already, else by one
 * that is watched, else by the one that came first. So what is on the screen isn't replaced when another
 * source tells the same.
 */
export function tellStory(group: readonly Headline[], marks: Marks, run: Span): RunStory | undefined {
	const markOf = ({ id }: Headline) => marks[id] ?? {};
	const shown = (headline: Headline) => shownIn(run, markOf(headline));
	const first = Math.min(...group.map(shown));
	const [headline, ...copies] = [...group].sort(
		(a, b) =>
			Number(shown(b) === first) - Number(shown(a) === first) ||
			Number(b.watched ?? false) - Number(a.watched ?? false) ||
			(a.seenAt ?? 0) - (b.seenAt ?? 0) ||
			newestFirst(a, b),
	);
	if (!headline) return undefined;
	return { headline, copies, ...(first < Number.POSITIVE_INFINITY && { shownAt: first }) };
}

/** A story as the ticker shows it, with the names of its sources, and the address that it is opened by. */
export function toTickerHeadline(
	{ headline, copies }: Pick<RunStory, "headline" | "copies">,
	marks: Marks,
	titles: ReadonlyMap<string, string>,
): TickerHeadline {
	const copyOf = ({ id, source }: Headline): Copy => ({ id, sourceTitle: titles.get(source) ?? "" });
	const { url } = headline;
	return {
		...headline,
		...(url !== undefined && { url: withoutTracking(url) }),
		sourceTitle: titles.get(headline.source) ?? "",
		...(marks[headline.id]?.saved !== undefined && { saved: true }),
		...(copies.length > 0 && { copies: copies.map(copyOf) }),
	};
}
