import type { Headline, Marks } from "@/data/model/headline";
import type { Source } from "@/data/model/source";
import { groupStories } from "@/data/model/story";
import { importanceOf } from "./importance";

/** A headline with its source's name. */
export interface NamedHeadline extends Headline {
	sourceTitle: string;
}

/** One story of the front page, told once, whoever carries it. */
export interface Story {
	headline: NamedHeadline;
	/** The same story from others. */
	others: readonly NamedHeadline[];
	/** Of all that tell it, in half-lives; see {@link importanceOf}. */
	importance: number;
	watched: boolean;
}

/** How many stories a front page has: they fit one page well, and have an end. */
export const PAGE_SIZE = 12;

/** What one more story of the same source costs it, in half-lives. */
const REPEAT_COST = 1;

/** The headlines of a story, whichever source carries them. */
export const headlinesOf = ({ headline, others }: Story): NamedHeadline[] => [headline, ...others];

/** The stories of the front of which nothing has been read, in the front's order. */
function unreadStories(
	headlines: readonly Headline[],
	marks: Marks,
	sources: readonly Source[],
	now: number,
): Story[] {
	const titles = new Map(sources.map(({ id, title }) => [id, title]));
	const named = headlines.map((headline) => ({
		...headline,
		sourceTitle: titles.get(headline.source) ?? "",
	}));
	return groupStories(named).flatMap((group) => {
		// Who tells it whole is the best to read; else whoever told it last.
		const headline = group.find(({ kind }) => kind === "article") ?? group[0];
		if (!headline || group.some(({ id }) => marks[id]?.read !== undefined)) return [];
		const weight = {
			publishedAt: Math.max(...group.map(({ publishedAt }) => publishedAt)),
			sources: new Set(group.map(({ source }) => source)).size,
		};
		return {
			headline,
			others: group.filter((other) => other !== headline),
			importance: importanceOf(weight, now),
			watched: group.some(({ watched }) => watched),
		};
	});
}

/**
 * Chooses so many stories: watched ones first, then the most important. Each one that is chosen makes the next
 * of its source count for less, so that a loud source doesn't fill the page.
 */
export function chooseStories(stories: readonly Story[], most: number): Story[] {
	const left = [...stories];
	const taken = new Map<string, number>();
	const chosen: Story[] = [];
	const worth = ({ headline, importance, watched }: Story) =>
		watched ? Number.POSITIVE_INFINITY : importance - REPEAT_COST * (taken.get(headline.source) ?? 0);
	while (chosen.length < most) {
		const [first, ...others] = left;
		if (!first) break;
		const best = others.reduce((top, story) => {
			const [more, least] = [worth(story), worth(top)];
			return more > least || (more === least && story.importance > top.importance) ? story : top;
		}, first);
		left.splice(left.indexOf(best), 1);
		taken.set(best.headline.source, (taken.get(best.headline.source) ?? 0) + 1);
		chosen.push(best);
	}
	return chosen;
}

/** Composes a front page; answers its stories, and the others that are unread. */
export function composePage(
	headlines: readonly Headline[],
	marks: Marks,
	sources: readonly Source[],
	now: number,
): { stories: Story[]; rest: Story[] } {
	const all = unreadStories(headlines, marks, sources, now);
	const stories = chooseStories(all, PAGE_SIZE);
	const told = new Set(stories);
	return { stories, rest: all.filter((story) => !told.has(story)) };
}
