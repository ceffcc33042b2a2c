import type { Refreshed } from "../model/answers";
import type { SourceId } from "../model/headline";
import type { Source } from "../model/source";
import { type Items, readItems } from "../store/items";
import { askable, askedNow, due, hostOf, isFollowed } from "./due";
import { type Kept, keepAnswer } from "./keep";
import { createLedger } from "./ledger";
import { pollSource } from "./poll-source";
import { createProgress } from "./progress";
import { createPublisher } from "./publisher";
import { createTurns } from "./turns";
import type { World } from "./world";

/** How many requests may run at once, and how many to one host. */
const TURN_LIMITS = { total: 6, perHost: 2 };

/** Refreshes sources, however many ask for it at once. */
export interface Refresher {
	/**
	 * Asks the given feeds now, or all that are followed, whether or not they are due. A feed that is paused
	 * or gone for good is asked only where it is given.
	 */
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
	const enter = createLedger(world);
	const publisher = createPublisher(world);
	const progress = createProgress(world);
	const asking = new Map<SourceId, Promise<Kept | undefined>>();
	/** Hosts that have asked in this background's life to be left alone; those before it are stored. */
	const waiting = new Map<string, number>();

	/** Notes that a source is being asked, and polls it; undefined where it is gone or its host must be left. */
	const poll = async (id: SourceId, host: string) => {
		if ((waiting.get(host) ?? 0) > world.now()) return undefined;
		const noted = await enter((ledger) => {
			const source = ledger.sources.get(id);
			const before = ledger.polls[id];
			if (source) ledger.polls[id] = askedNow(before, ledger.times.now);
			return { source, before };
		});
		if (!noted.source) return undefined;
		const polled = await pollSource(noted.source, noted.before, world);
		const { waitUntil } = polled.result;
		if (waitUntil !== undefined) waiting.set(host, Math.max(waitUntil, waiting.get(host) ?? 0));
		return { source: noted.source, polled };
	};

	const ask = async (source: Source): Promise<Kept | undefined> => {
		try {
			const host = hostOf(source);
			const answered = await turns(host, () => poll(source.id, host));
			if (!answered) return undefined;
			const kept = await enter((ledger) => keepAnswer(ledger, answered));
			if (kept.isChanged) publisher.note();
			await publisher.publishSometimes();
			return kept;
		} catch (cause) {
			console.error(`Refreshing ${source.url} failed.`, cause);
			return { isWell: false, fresh: 0, isChanged: false };
		} finally {
			asking.delete(source.id);
			await progress.step();
		}
	};

	const start = (source: Source) => {
		progress.add(1);
		const answer = ask(source);
		asking.set(source.id, answer);
		return answer;
	};

	const refreshChosen = async (choose: Choose): Promise<Refreshed> => {
		const answers = await world.lock(async () => {
			const chosen = choose(await readItems(["sources", "polls", "settings"]));
			return chosen.map((source) => asking.get(source.id) ?? start(source));
		});
		if (answers.length > 0) await progress.show();
		const kept = (await Promise.all(answers)).filter((answer) => answer !== undefined);
		await publisher.publishNow();
		return {
			asked: kept.length,
			failed: kept.filter(({ isWell }) => !isWell).length,
			fresh: kept.reduce((sum, { fresh }) => sum + fresh, 0),
		};
	};

	return {
		refresh: (ids) =>
			refreshChosen(({ sources, polls }) => {
				const wanted = ids
					? sources.filter(({ id }) => ids.includes(id))
					: sources.filter((source) => isFollowed(source, polls));
				const free = new Set(askable(sources, polls, world.now()));
				return wanted.filter((source) => free.has(source) || asking.has(source.id));
			}),
		refreshDue: () =>
			refreshChosen(({ sources, polls, settings }) =>
				due(sources, polls, { refreshMinutes: settings.refreshMinutes, now: world.now() }),
			),
	};
}
