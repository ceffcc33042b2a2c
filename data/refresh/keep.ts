import type { Source } from "../model/source";
import { publish } from "../store/act";
import type { Archive } from "../store/database";
import { readItems, writeItems } from "../store/items";
import { merge } from "../store/merge";
import type { Polled } from "./poll-source";
import { nextPoll } from "./schedule";
import type { World } from "./world";

/** A source that was asked, and what it answered. */
export interface Answered {
	source: Source;
	polled: Polled;
}

/** What was kept of one answer. */
export interface Kept {
	isWell: boolean;
	fresh: number;
}

/** Merges one answer; a store that refuses it is this source's own trouble. */
async function mergeOne(archive: Archive, { source, polled }: Answered, now: number) {
	const { result, incoming } = polled;
	if (!incoming) return { result, fresh: 0 };
	try {
		return { result, fresh: (await merge(archive, source, incoming, { now })).fresh };
	} catch (cause) {
		console.error(`What ${source.url} sent could not be kept.`, cause);
		return { result: { outcome: "storage-failed" } as const, fresh: 0 };
	}
}

/**
 * Keeps what some sources answered: each is merged in a transaction of its own, then what polling has learnt
 * is stored, then the front is published once for all. In this order a stop in between costs no more than
 * asking again. What a source answered that was removed meanwhile is dropped.
 */
export function keepAnswers(answers: readonly Answered[], world: World): Promise<Kept[]> {
	return world.lock(async () => {
		const archive = await world.archive();
		const now = world.now();
		const { sources, polls, settings } = await readItems(["sources", "polls", "settings"]);
		const ids = new Set(sources.map(({ id }) => id));
		const times = { refreshMinutes: settings.refreshMinutes, now, random: world.random };
		const kept: Kept[] = [];
		for (const answered of answers) {
			const { id } = answered.source;
			const isStillThere = ids.has(id);
			const { result, fresh } = isStillThere
				? await mergeOne(archive, answered, now)
				: { result: answered.polled.result, fresh: 0 };
			if (isStillThere) polls[id] = nextPoll(polls[id], result, times);
			kept.push({ isWell: result.outcome === "fresh" || result.outcome === "unchanged", fresh });
		}
		await writeItems({ polls: Object.fromEntries(Object.entries(polls).filter(([id]) => ids.has(id))) });
		await publish(world, archive);
		return kept;
	});
}
