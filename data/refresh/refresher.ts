import type { Refreshed } from "../model/answers";
import type { SourceId } from "../model/headline";
import type { Source } from "../model/source";
import { type Items, readItems, writeItems } from "../store/items";
import { inBatches } from "./batch";
import { type Answered, type Kept, keepAnswers } from "./keep";
import { pollSource } from "./poll-source";
import { askable, due, hostOf, isWaiting, noteAsking } from "./schedule";
import { createTurns } from "./turns";
import type { World } from "./world";

/** How many requests may run at once, and how many to one host. */
const TURN_LIMITS = { total: 6, perHost: 2 };

/** Refreshes sources, however many ask for it at once. */
export interface Refresher {
	/** Asks the given feeds, or all, now, whether or not they are due. */
	refresh: (ids?: readonly SourceId[]) => Promise<Refreshed>;
	/** Asks the feeds whose time has come. */
	refreshDue: () => Promise<Refreshed>;
}

type Choose = (items: Pick<Items, "sources" | "polls" | "settings">) => Source[];

/**
 * A refresher for the life of one background. A source that is being asked is not asked again: whoever
 * wants it too waits for the same answer. Each source's failure stays its own.
 */
export function createRefresher(world: World): Refresher {
	const turns = createTurns(TURN_LIMITS);
	const keep = inBatches((answers: Answered[]) => keepAnswers(answers, world));
	const asking = new Map<SourceId, Promise<Kept | undefined>>();
	const progress = { done: 0, total: 0 };

	const showProgress = () =>
		writeItems({ progress: asking.size > 0 ? { ...progress, movedAt: world.now() } : null });

	/** Answers undefined where the host has meanwhile asked to be left alone. */
	const ask = async (source: Source): Promise<Kept | undefined> => {
		try {
			return await turns(hostOf(source), async () => {
				const { sources, polls } = await readItems(["sources", "polls"]);
				if (isWaiting(source, sources, polls, world.now())) return undefined;
				return keep({ source, polled: await pollSource(source, polls[source.id], world) });
			});
		} catch (cause) {
			console.error(`Refreshing ${source.url} failed.`, cause);
			return { isWell: false, fresh: 0 };
		} finally {
			asking.delete(source.id);
			progress.done += 1;
			if (asking.size === 0) Object.assign(progress, { done: 0, total: 0 });
			await showProgress();
		}
	};

	const start = (source: Source) => {
		progress.total += 1;
		const answer = ask(source);
		asking.set(source.id, answer);
		return answer;
	};

	const refreshChosen = async (choose: Choose): Promise<Refreshed> => {
		const answers = await world.lock(async () => {
			const items = await readItems(["sources", "polls", "settings"]);
			const chosen = choose(items);
			const starting = chosen.filter(({ id }) => !asking.has(id));
			if (starting.length > 0) {
				await writeItems({ polls: noteAsking(items.polls, starting, world.now()) });
			}
			return chosen.map((source) => asking.get(source.id) ?? start(source));
		});
		if (answers.length > 0) await showProgress();
		const kept = (await Promise.all(answers)).filter((answer) => answer !== undefined);
		return {
			asked: kept.length,
			failed: kept.filter(({ isWell }) => !isWell).length,
			fresh: kept.reduce((sum, { fresh }) => sum + fresh, 0),
		};
	};

	return {
		refresh: (ids) =>
			refreshChosen(({ sources, polls }) => {
				const mayBeAsked = new Set(askable(sources, polls, world.now()));
				return sources.filter(
					(source) => (!ids || ids.includes(source.id)) && (mayBeAsked.has(source) || asking.has(source.id)),
				);
			}),
		refreshDue: () =>
			refreshChosen(({ sources, polls, settings }) =>
				due(sources, polls, {
					refreshMinutes: settings.refreshMinutes,
					now: world.now(),
					random: world.random,
				}),
			),
	};
}
