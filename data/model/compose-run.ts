import type { Headline, Marks } from "./headline";
import type { Run } from "./run";
import type { Source } from "./source";

/** How many that have been shown a new tab can step back to. */
const DONE_WINDOW = 10;
/** How many to come a new tab can show before it needs the next part of the run. */
const NEXT_WINDOW = 30;

/** What a run is made of. */
export interface RunParts {
	/** The front's headlines, newest first. */
	headlines: readonly Headline[];
	marks: Marks;
	sources: readonly Source[];
	/** The run so far. */
	previous: Pick<Run, "before" | "place" | "total" | "startedAt">;
	/** When the user last asked for the run to begin again, in milliseconds since 1970; 0 for never. */
	restartedAt: number;
	revision: number;
	/** How many headlines are unread in all, and of these new since the popup was last open, and watched. */
	counts: Pick<Run, "unread" | "fresh" | "watched">;
	now: number;
}

/** Whether everything in a run has been shown. */
const isOver = ({ before, place, total }: RunParts["previous"]) => before + place >= total;

/**
 * The run over the front: first what was shown in it, in the order of showing, then what is unread and was
 * never shown, newest first. When it was over and there is something to show again, a new run begins.
 */
export function composeRun(parts: RunParts): Run {
	const { headlines, marks, previous, restartedAt, revision, now } = parts;
	const shownAt = (headline: Headline) => marks[headline.id]?.shown;
	const unreadOnFront = headlines.filter(({ id }) => marks[id]?.read === undefined);
	const next = unreadOnFront.filter((headline) => shownAt(headline) === undefined);

	let startedAt = Math.max(previous.startedAt, restartedAt);
	if (next.length > 0 && isOver(previous)) {
		// What was shown in this very millisecond belongs to the run before.
		startedAt = headlines.reduce((latest, headline) => Math.max(latest, (shownAt(headline) ?? 0) + 1), now);
	}
	const done = headlines
		.filter((headline) => (shownAt(headline) ?? -1) >= startedAt)
		.sort((a, b) => (shownAt(a) ?? 0) - (shownAt(b) ?? 0));

	const titles = new Map(parts.sources.map(({ id, title }) => [id, title]));
	const lastDone = done.slice(-DONE_WINDOW);
	return {
		headlines: [...lastDone, ...next.slice(0, NEXT_WINDOW)].map((headline) => ({
			...headline,
			sourceTitle: titles.get(headline.source) ?? "",
		})),
		place: lastDone.length,
		before: done.length - lastDone.length,
		total: done.length + next.length,
		kept: headlines.length,
		...parts.counts,
		older: Math.max(parts.counts.unread - unreadOnFront.length, 0),
		startedAt,
		revision,
	};
}
