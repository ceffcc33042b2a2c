import type { Source } from "../model/source";
import { publish } from "../store/act";
import { noteIcon } from "../store/icons";
import { merge } from "../store/merge";
import { type Ledger, withLedger } from "./ledger";
import { hasMoved } from "./moved";
import type { Polled } from "./poll-source";
import { nextPoll, type PollResult } from "./schedule";
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
	/** Whether the archive has changed, so that the front is to be published. */
	isChanged: boolean;
}

/** Merges one answer; a store that refuses it is this source's own trouble. */
async function mergeOne({ archive, times, polls, tell }: Ledger, { source, polled }: Answered) {
	const { result, incoming, icon } = polled;
	if (!incoming) return { result, fresh: 0, isChanged: false };
	// What a source holds when it is first read was there before, and is no news.
	const isKnown = polls[source.id]?.succeededAt !== undefined;
	try {
		if (icon !== undefined) await noteIcon(archive, source.id, icon);
		const { now } = times;
		const {
			fresh,
			revised,
			muted = 0,
		} = await merge(archive, source, incoming, { now, tell: tell && isKnown });
		return { result, fresh, isChanged: fresh + revised + muted > 0 };
	} catch (cause) {
		console.error(`What ${source.url} sent could not be kept.`, cause);
		const refused: PollResult = { outcome: "storage-failed" };
		return { result: refused, fresh: 0, isChanged: false };
	}
}

/** Moves a source to where its address has long led, unless that is followed already. */
function move({ sources, polls, changed }: Ledger, source: Source, to: string): boolean {
	const isTaken = [...sources.values()].some(({ url }) => url === to);
	const poll = polls[source.id];
	if (isTaken || !poll) return false;
	// Validators belong to an address.
	const { etag, lastModified, redirect, ...kept } = poll;
	polls[source.id] = kept;
	changed.push({ ...source, url: to });
	return true;
}

/**
 * Keeps what one source answered: it is merged in a transaction of its own, then what polling has learnt is
 * noted. In this order a stop in between costs no more than asking again. What a source answered that was
 * removed or sent elsewhere meanwhile is dropped.
 */
export async function keepAnswer(ledger: Ledger, answered: Answered): Promise<Kept> {
	const { id, url } = answered.source;
	const source = ledger.sources.get(id);
	const { outcome } = answered.polled.result;
	if (source?.url !== url || !source) {
		return { isWell: outcome === "fresh" || outcome === "unchanged", fresh: 0, isChanged: false };
	}
	const { result, fresh, isChanged } = await mergeOne(ledger, answered);
	ledger.polls[id] = nextPoll(ledger.polls[id], result, ledger.times);
	const { redirect } = result;
	const isMoved = redirect !== undefined && hasMoved(redirect) && move(ledger, source, redirect.to);
	const isWell = result.outcome === "fresh" || result.outcome === "unchanged";
	return { isWell, fresh, isChanged: isChanged || isMoved };
}

/** Keeps what some sources answered, as {@link keepAnswer} does, and publishes what came of it. */
export function keepAnswers(answers: readonly Answered[], world: World): Promise<Kept[]> {
	return withLedger(world, async (ledger) => {
		const kept: Kept[] = [];
		for (const answered of answers) kept.push(await keepAnswer(ledger, answered));
		if (kept.some(({ isChanged }) => isChanged)) await publish(world, ledger.archive);
		return kept;
	});
}
