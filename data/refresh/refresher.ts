import type { Refreshed } from "../model/answers";
import type { SourceId } from "../model/headline";
import type { Poll, Source } from "../model/source";
import { type Items, readItems } from "../store/items";
import { createAsked, foldAsked } from "./asked";
import { inBatches } from "./batch";
import { askable, due, hostOf, isFollowed } from "./due";
import { createHosts, noteWait, waitOf } from "./hosts";
import { type Answered, type Kept, keepLot } from "./keep";
import { type Polled, pollSource } from "./poll-source";
import { createProgress } from "./progress";
import { createPublisher } from "./publisher";
import type { World } from "./world";

/**
 * Answers are kept in lots of so many, or after so many milliseconds: what polling knows is stored as a whole,
 * and whoever has a page open hears of it. A background that is stopped meanwhile has lost one lot.
 */
const LOT = 50;
const LOT_MS = 250;

/** Refreshes sources, however many ask for it at once. */
export interface Refresher {
	/**
	 * Asks the given feeds now, or all that are followed, whether or not they are due. A feed that is paused
	 * or gone for good is asked only where it is given.
	 */
	refresh: (ids?: readonly SourceId[]) => Promise<Refreshed>;
	/** Asks the feeds whose time has come. */
	refreshDue: () => Promise<Refreshed>;
	/**
	 * Asks nobody more who is waiting now, and breaks off what is out. Neither counts as asked nor as failed,
	 * and keeps its time; what has answered by now is kept.
	 */
	stop: () => void;
}

/** What came of a source's turn: what was kept of its answer, or why it wasn't asked. */
type Asked = Kept | "stopped" | "left alone";

type Choose = (items: Pick<Items, "sources" | "polls" | "settings">) => Source[];

/**
 * What is left of a poll that was stopped: an answer that was there by then. A failure can be the stop's own
 * doing, and so can what was found out of a redirect.
 */
function ofStopped(source: Source, before: Poll | undefined, { result, ...polled }: Polled) {
	if (result.outcome !== "fresh" && result.outcome !== "unchanged") return undefined;
	const { redirect, ...rest } = result;
	return {
		source,
		polled: { ...polled, result: { ...rest, ...(before?.redirect && { redirect: before.redirect }) } },
	};
}

/**
 * A refresher for the life of one background. A source that is being asked is not asked again: whoever
 * wants it too waits for the same answer. Each source's failure stays its own.
 */
export function createRefresher(world: World, hosts = createHosts()): Refresher {
	const { turns } = hosts;
	const publisher = createPublisher(world);
	const progress = createProgress(world);
	const asked = createAsked();
	const asking = new Map<SourceId, Promise<Asked>>();
	/** Access that was asked about in this cycle: sources share hosts, and each question goes to the browser. */
	const access = new Map<string, Promise<boolean>>();
	let isFolded = false;
	let stopping = new AbortController();

	const hasAccess = (url: string): Promise<boolean> => {
		const { origin } = new URL(url);
		const known = access.get(origin) ?? world.hasAccess(url);
		access.set(origin, known);
		return known;
	};

	const keep = inBatches((answers: Answered[]) => keepLot(answers, world), {
		isEnough: (count) => count >= Math.min(LOT, asking.size),
		patienceMs: LOT_MS,
	});

	/** Polls a source; undefined where it was stopped, or its host has meanwhile asked to be left alone. */
	const poll = async (
		source: Source,
		before: Poll | undefined,
		stopped: AbortSignal,
	): Promise<Answered | undefined> => {
		const host = hostOf(source);
		if (stopped.aborted || waitOf(hosts, host, world.now()) > world.now()) return undefined;
		progress.begin(source.id);
		let refusal: { cause: unknown } | undefined;
		const noting: typeof fetch = async (address, init) => {
			await asked.add(source.id, world.now()).catch((cause: unknown) => {
				refusal = { cause };
				throw cause;
			});
			const signals = init?.signal ? [init.signal, stopped] : [stopped];
			return world.fetch(address, { ...init, signal: AbortSignal.any(signals) });
		};
		const polled = await pollSource(source, before, { ...world, fetch: noting, hasAccess });
		// To a poll it looks like a network that fails; it is storage.
		if (refusal) throw refusal.cause;
		if (stopped.aborted) return ofStopped(source, before, polled);
		noteWait(hosts, host, polled.result.waitUntil);
		return { source, polled };
	};

	const ask = async (source: Source, before: Poll | undefined): Promise<Asked> => {
		const stopped = stopping.signal;
		try {
			const answered = await turns(hostOf(source), () => poll(source, before, stopped));
			if (!answered) return stopped.aborted ? "stopped" : "left alone";
			const kept = await keep(answered);
			if (kept.isChanged) publisher.note();
			await publisher.publishSoon();
			return kept;
		} catch (cause) {
			console.error(`Refreshing ${source.url} failed.`, cause);
			return { isWell: false, fresh: 0, isChanged: false, isRevised: false, isRefused: false };
		} finally {
			asking.delete(source.id);
			if (asking.size === 0) access.clear();
			await Promise.all([asked.remove(source.id), progress.step(source.id)]);
		}
	};

	const start = (source: Source, before: Poll | undefined) => {
		progress.add(1);
		const answer = ask(source, before);
		asking.set(source.id, answer);
		return answer;
	};

	const refreshChosen = async (choose: Choose): Promise<Refreshed> => {
		const answers = await world.lock(async () => {
			const items = await readItems(["sources", "polls", "settings"]);
			const polls = isFolded ? items.polls : await foldAsked(items.polls);
			isFolded = true;
			const chosen = choose({ ...items, polls });
			return chosen.map((source) => asking.get(source.id) ?? start(source, polls[source.id]));
		});
		if (answers.length > 0) await progress.show();
		const ended = await Promise.all(answers);
		const kept = ended.filter((answer) => typeof answer === "object");
		const stopped = ended.filter((answer) => answer === "stopped").length;
		await publisher.publishNow();
		return {
			asked: kept.length,
			failed: kept.filter(({ isWell }) => !isWell).length,
			fresh: kept.reduce((sum, { fresh }) => sum + fresh, 0),
			...(stopped > 0 && { stopped }),
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
		stop: () => {
			stopping.abort();
			stopping = new AbortController();
		},
	};
}
