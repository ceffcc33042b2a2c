import type { Headline, Marks } from "./headline";
import type { Run } from "./run";
import { newestFirst, orderLeft } from "./run-order";
import { isSeen, tellStory, toTickerHeadline } from "./run-stories";
import type { Source } from "./source";

/** How many that have been shown a new tab can step back to. */
const DONE_WINDOW = 10;
/** How many to come a new tab can show before it needs the next part of the run. */
const NEXT_WINDOW = 30;

/** What a run is made of. */
export interface RunParts {
	/** The front's headlines, newest first. */
	headlines: readonly Headline[];
	/** The same, grouped into stories. */
	stories: readonly (readonly Headline[])[];
	marks: Marks;
	sources: readonly Source[];
	/** The run so far. */
	previous: Pick<Run, "before" | "place" | "total" | "startedAt">;
	/** When the user last asked for the run to begin again, in milliseconds since 1970; 0 for never. */
	restartedAt: number;
	revision: number;
	/** How many headlines are unread in all, and of these new since the popup was last open, and watched. */
	counts: Pick<Run, "unread" | "fresh" | "watched">;
	/** How many headlines the user's rules hide. */
	hidden: number;
	now: number;
}

/** Whether everything in a run has been shown. */
const isOver = ({ before, place, total }: RunParts["previous"]) => before + place >= total;

/**
 * When the run so far began. A clock that was ahead may have put that down too late: it counts as now, or nothing
 * that is shown would belong to the run until then.
 */
function beganAt({ previous, restartedAt, now }: RunParts): number {
	// A run that follows on another in the same millisecond begins with the next.
	const startedAt = previous.startedAt > now + 1 ? now : previous.startedAt;
	return restartedAt > now ? startedAt : Math.max(startedAt, restartedAt);
}

/**
 * The run over the front, in which each story comes once: first what was shown in it, in the order of showing,
 * then what is unread and was never shown, in the order of {@link orderLeft}. When it was over and there is
 * something to show again, a new run begins.
 */
export function composeRun(parts: RunParts): Run {
	const { headlines, stories, marks, sources, previous, revision, hidden, now } = parts;
	const unseen = stories.filter((group) => !isSeen(group, marks));

	let startedAt = beganAt(parts);
	if (unseen.length > 0 && isOver(previous)) {
		// What was shown in this very millisecond belongs to the run before.
		startedAt = headlines.some(({ id }) => marks[id]?.shown === now) ? now + 1 : now;
	}
	const tell = (group: readonly Headline[]) => tellStory(group, marks, { startedAt, now }) ?? [];
	const done = stories
		.flatMap(tell)
		.filter(({ shownAt }) => shownAt !== undefined)
		.sort((a, b) => (a.shownAt ?? 0) - (b.shownAt ?? 0) || newestFirst(a.headline, b.headline));
	const left = new Map(unseen.flatMap(tell).map((story) => [story.headline.id, story]));
	const next = orderLeft(
		[...left.values()].map(({ headline }) => headline),
		done.map(({ headline }) => headline),
		startedAt,
	);

	const lastDone = done.slice(-DONE_WINDOW);
	const nextStories = next.slice(0, NEXT_WINDOW).flatMap(({ id }) => left.get(id) ?? []);
	const titles = new Map(sources.map(({ id, title }) => [id, title]));
	const unreadOnFront = headlines.filter(({ id }) => marks[id]?.read === undefined);
	return {
		headlines: [...lastDone, ...nextStories].map((story) => toTickerHeadline(story, marks, titles)),
		place: lastDone.length,
		before: done.length - lastDone.length,
		total: done.length + next.length,
		kept: headlines.length,
		...parts.counts,
		older: Math.max(parts.counts.unread - unreadOnFront.length, 0),
		...(hidden > 0 && { hidden }),
		startedAt,
		revision,
	};
}
