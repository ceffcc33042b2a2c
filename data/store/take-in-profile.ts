import type { Source } from "../model/source";
import { type Changes, changesFor, waitingIn } from "../model/sync/changes";
import { type Log, noteChanges } from "../model/sync/note";
import { packState, unpackState } from "../model/sync/pack";
import type { Part } from "../model/sync/parts";
import type { SyncState } from "../model/sync/records";
import { remembered, takenIn } from "../model/sync/share";
import type { SyncLog } from "../model/sync/status";
import { act } from "./act";
import { showBadge } from "./badge";
import { changeMembers } from "./change-members";
import type { Archive } from "./database";
import { readItems, writeItems } from "./items";
import { noteRule } from "./judging";
import { markHeadlines } from "./marks";
import { joinSources, noteRemoval, noteChanges as noteSources } from "./membership";
import { readPresent } from "./read-present";
import type { Store } from "./store";
import { keepPresent } from "./take-snapshot";

/** What taking in has changed on this device. */
export interface TakenIn {
	/** What is known now. */
	state: SyncState;
	/** The sources that are new here. */
	fresh: Source[];
	settings: boolean;
	rules: boolean;
}

async function readLog(): Promise<Log | null> {
	const { syncLog } = await readItems(["syncLog"]);
	const state = syncLog && unpackState(syncLog.packed);
	return state ? { state, waiting: new Set(syncLog.waiting) } : null;
}

async function keepLog(log: SyncLog): Promise<void> {
	const { syncLog } = await readItems(["syncLog"]);
	const isKept = syncLog?.packed === log.packed && syncLog.waiting.join() === log.waiting.join();
	if (!isKept) await writeItems({ syncLog: log });
}

async function applySources(archive: Archive, { sources }: Changes, now: number): Promise<void> {
	const { added, changed, removed } = sources;
	if (added.length + changed.length + removed.length === 0) return;
	await changeMembers(archive, async () => {
		if (added.length > 0) await joinSources(archive, added);
		if (changed.length > 0) await noteSources(archive, changed);
		for (const source of removed) await noteRemoval(archive, source, now);
	});
}

async function applyLists(store: Store, archive: Archive, { settings, rules }: Changes): Promise<void> {
	if (rules) {
		const known = new Set((await readItems(["rules"])).rules.map(({ id }) => id));
		// In this order a rule that is gone again after a stop in between is known, and freed.
		for (const { id } of rules) if (!known.has(id)) await noteRule(archive, id);
		await writeItems({ rules });
	}
	if (settings) {
		await writeItems({ settings });
		await showBadge(store);
	}
}

async function applyMarks(archive: Archive, changes: Changes, now: number): Promise<void> {
	for (const act of ["read", "saved"] as const) {
		const times = changes[act];
		if (times.size > 0) await markHeadlines(archive, [...times.keys()], act, (id) => times.get(id) ?? now);
	}
	for (const act of ["unread", "unsaved"] as const) {
		if (changes[act].length > 0) await markHeadlines(archive, changes[act], act, now);
	}
}

/**
 * Notes what has changed on this device, and makes it what all devices together say. What was changed here is noted
 * first, so that nothing that comes can undo it unseen; what is known is stored last, so that whatever is applied in
 * part by a background that is stopped is noted, as what it is, by the next.
 */
export function takeInProfile(store: Store, parts: readonly Part[]): Promise<TakenIn> {
	return act(store, async (archive) => {
		const now = store.now();
		const [log, present] = await Promise.all([readLog(), readPresent(archive)]);
		const noted = noteChanges(log, present, now);
		const state = remembered(takenIn(noted, parts), now);
		const changes = changesFor(state, present, { now, newId: () => crypto.randomUUID() });
		const isJoining = log === null && parts.length > 0;
		// Where what others remove something of can't be kept, nothing is removed.
		if (isJoining || changes.sources.removed.length > 0) await keepPresent(archive, "sync", now);
		await applySources(archive, changes, now);
		await applyLists(store, archive, changes);
		await applyMarks(archive, changes, now);
		await keepLog({ packed: packState(state), waiting: [...waitingIn(state, present)] });
		return {
			state,
			fresh: changes.sources.added,
			settings: changes.settings !== undefined,
			rules: changes.rules !== undefined,
		};
	});
}
