import { hostIn } from "../model/host";
import { endedWell, type Source } from "../model/source";
import { troubleOf } from "../model/trouble";
import { act } from "../store/act";
import { tellRoom } from "../store/health";
import { noteIcon } from "../store/icons";
import { merge } from "../store/merge";
import { tellOfTexts } from "../store/tell-texts";
import { makeRoom } from "../store/with-room";
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
	/** Whether a text or a title that was kept has changed. */
	isRevised: boolean;
	/** Whether there was no room for it. */
	isRefused: boolean;
}

const NOTHING = { fresh: 0, isChanged: false, isRevised: false };

/** Merges one answer; a store that refuses it is this source's own trouble. */
async function mergeOne({ archive, times, polls, tell }: Ledger, { source, polled }: Answered) {
	const { result, incoming, icon } = polled;
	if (!incoming) return { result, ...NOTHING };
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
		return { result, fresh, isChanged: fresh + revised + muted > 0, isRevised: revised > 0 };
	} catch (cause) {
		console.error(`What ${source.url} sent could not be kept.`, cause);
		const refused: PollResult = { outcome: troubleOf(cause, "storage-failed") };
		return { result: refused, ...NOTHING };
	}
}

/**
 * A source that is read for the first time, with what the list that it came in may not have said: its site, and its
 * name, for which its host has stood.
 */
function introduce({ changed }: Ledger, source: Source, { title, home }: Polled): Source {
	const isNameless = source.title === hostIn(source.url);
	const name = (isNameless && title) || source.title;
	const site = source.home ?? home;
	if (name === source.title && site === source.home) return source;
	const introduced = { ...source, title: name, ...(site !== undefined && { home: site }) };
	changed.push(introduced);
	return introduced;
}

/** Moves a source to where its address has long led, unless that is followed already. */
function move({ sources, polls, changed }: Ledger, source: Source, to: string): boolean {
	const isTaken = [...sources.values(), ...changed].some(({ url }) => url === to);
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
async function keepAnswer(ledger: Ledger, answered: Answered): Promise<Kept> {
	const { id, url } = answered.source;
	const before = ledger.sources.get(id);
	if (before?.url !== url || !before) {
		const isWell = endedWell(answered.polled.result.outcome);
		return { isWell, ...NOTHING, isRefused: false };
	}
	const isFirst = ledger.polls[id]?.succeededAt === undefined;
	const { result, fresh, isChanged, isRevised } = await mergeOne(ledger, answered);
	const isWell = endedWell(result.outcome);
	const source = isFirst && isWell ? introduce(ledger, before, answered.polled) : before;
	ledger.polls[id] = nextPoll(ledger.polls[id], result, ledger.times);
	const { redirect } = result;
	const isMoved = redirect !== undefined && hasMoved(redirect) && move(ledger, source, redirect.to);
	const isRefused = result.outcome === "storage-full";
	const isOther = isMoved || source !== before;
	return { isWell, fresh, isChanged: isChanged || isOther, isRevised, isRefused };
}

function keepAll(answers: readonly Answered[], world: World): Promise<Kept[]> {
	return withLedger(world, async (ledger) => {
		const kept: Kept[] = [];
		for (const answered of answers) kept.push(await keepAnswer(ledger, answered));
		return kept;
	});
}

/** Where it fails, an article that is open is newer when it is opened again, and nothing is lost. */
const tellRevised = (at: number): Promise<void> =>
	tellOfTexts(at).catch((cause) => console.error("That texts were edited is not told.", cause));

/**
 * Keeps what some sources answered, as {@link keepAnswer} does; the front isn't published. Where there is no room,
 * what has outlived its retention goes, and it is tried once more; where there is still none, every surface says so.
 */
export async function keepLot(answers: readonly Answered[], world: World): Promise<Kept[]> {
	const kept = await keepAll(answers, world);
	const refused = answers.filter((_, place) => kept[place]?.isRefused);
	const again = refused.length > 0 && (await makeRoom(world)) ? await keepAll(refused, world) : [];
	const settled = kept.map((one) => (one.isRefused ? (again.shift() ?? one) : one));
	if (settled.some(({ isRevised }) => isRevised)) await tellRevised(world.now());
	if (settled.some(({ isRefused }) => isRefused)) await tellRoom(false);
	else if (settled.some(({ isChanged }) => isChanged)) await tellRoom(true);
	return settled;
}

/** Keeps what some sources answered, and publishes what came of it. */
export async function keepAnswers(answers: readonly Answered[], world: World): Promise<Kept[]> {
	const kept = await keepLot(answers, world);
	if (kept.some(({ isChanged }) => isChanged)) await act(world, async () => {});
	return kept;
}
