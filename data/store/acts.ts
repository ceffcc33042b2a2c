import { boundedTitle } from "../model/bounded-title";
import type { HeadlineId, Incoming, SourceId } from "../model/headline";
import type { MarkAct } from "../model/mark";
import type { Scope } from "../model/scope";
import { changedSettings, type Settings, type SettingsChange } from "../model/settings";
import type { Source } from "../model/source";
import { failed, fine, type Outcome } from "../model/trouble";
import { act, actOnMarks } from "./act";
import { showBadge } from "./badge";
import { changeMembers } from "./change-members";
import { readItems, writeItems } from "./items";
import { forgetShown, markHeadlines, markSourcesRead } from "./marks";
import { joinSources, noteChanges, noteRemoval, readRemoved, sweepRemoved } from "./membership";
import { type Merged, merge } from "./merge";
import type { Store } from "./store";

/** Marks headlines; answers those that it changed. */
export async function mark(store: Store, ids: readonly HeadlineId[], what: MarkAct): Promise<HeadlineId[]> {
	const { marks } = await actOnMarks(store, (archive) => markHeadlines(archive, ids, what, store.now()));
	return [...marks.keys()];
}

/** Marks everything that is kept in a scope as read; answers the headlines that it changed. */
export function markAllRead(store: Store, scope: Scope = {}): Promise<HeadlineId[]> {
	return act(store, async (archive) => {
		const { sources } = await readItems(["sources"]);
		const ids = sources.map(({ id }) => id).filter((id) => scope.sources?.includes(id) ?? true);
		return markSourcesRead(archive, ids, store.now(), scope);
	});
}

/** Begins the ticker's run again with everything unread on the front. */
export function restartRun(store: Store): Promise<void> {
	return act(store, async (archive) => {
		const { headlines } = await readItems(["headlines"]);
		await forgetShown(archive, headlines, store.now());
	});
}

/** Adds a source with what it holds; one that is there already takes in what it hasn't got. */
export function addSource(store: Store, source: Source, incoming: readonly Incoming[]): Promise<Merged> {
	return act(store, async (archive) => {
		const { sources } = await readItems(["sources"]);
		const isFollowed = sources.some(({ id }) => id === source.id);
		// Where nobody joins, what is kept is done: no list is to be written after it.
		if (isFollowed) return merge(archive, source, incoming, { now: store.now() });
		const adding = () => merge(archive, source, incoming, { now: store.now(), join: true });
		return (await changeMembers(archive, adding)).noted;
	});
}

/** What the list of sources may take; Chrome gives an extension 10 MB for all that it stores under keys. */
export const SOURCES_LIMIT_BYTES = 3_000_000;

/**
 * Adds sources of which nothing is known yet but their addresses. Rejects, and changes nothing, where there
 * would be more of them than storage can hold: once noted in the archive they would be tried again for ever.
 */
export function addSources(store: Store, sources: readonly Source[]): Promise<void> {
	return act(store, async (archive) => {
		const adding = sources.map((source) => ({ ...source, title: boundedTitle(source.title) }));
		const all = JSON.stringify([...(await readItems(["sources"])).sources, ...adding]);
		if (new TextEncoder().encode(all).length > SOURCES_LIMIT_BYTES)
			throw new RangeError(`A list of ${sources.length} more sources can't be stored.`);
		await changeMembers(archive, () => joinSources(archive, adding));
	});
}

/**
 * Changes a source; answers it as it is then, or undefined where there is none such. What came of it stays
 * its own: its id doesn't change.
 */
export function changeSource(
	store: Store,
	id: SourceId,
	change: (source: Source) => Source,
): Promise<Source | undefined> {
	return act(store, async (archive) => {
		const { sources } = await readItems(["sources"]);
		const source = sources.find((source) => source.id === id);
		if (!source) return undefined;
		const changed = await changeMembers(archive, () => noteChanges(archive, [{ ...change(source), id }]));
		return changed.sources.find((source) => source.id === id);
	});
}

/** Pauses a source, or goes on with it; answers it, or undefined where there is none such. */
export function pauseSource(store: Store, id: SourceId, paused: boolean): Promise<Source | undefined> {
	return changeSource(store, id, ({ paused: _, ...source }) => (paused ? { ...source, paused } : source));
}

/** Removes a source and hides what came of it but for what is saved; answers it, or undefined where there is none such. */
export function removeSource(store: Store, id: SourceId): Promise<Source | undefined> {
	return act(store, async (archive) => {
		const { sources } = await readItems(["sources"]);
		const source = sources.find((source) => source.id === id);
		if (!source) return undefined;
		await changeMembers(archive, () => noteRemoval(archive, source, store.now()));
		return source;
	});
}

/** Brings a removed source back, unless its day is over, or its address is followed by now. */
export function restoreSource(store: Store, id: SourceId): Promise<Outcome<Source>> {
	return act(store, async (archive) => {
		const source = (await readRemoved(archive)).find(
			(removed) => removed.id === id && !removed.former,
		)?.source;
		if (!source) return failed("unknown-source");
		const { sources } = await readItems(["sources"]);
		const known = source.url !== undefined && sources.find(({ url }) => url === source.url);
		if (known) return failed("known-already", { about: known.title });
		await changeMembers(archive, () => joinSources(archive, [source]));
		return fine(source);
	});
}

/** Deletes what wasn't saved of sources that were removed too long ago to be restored; answers how many those are. */
export function sweep(store: Store): Promise<number> {
	return act(store, (archive) => sweepRemoved(archive, store.now()));
}

/** Changes some settings, each within its bounds; answers all of them. */
export function changeSettings(store: Store, changes: SettingsChange): Promise<Settings> {
	return store.lock(async () => {
		const { settings } = await readItems(["settings"]);
		const changed = changedSettings(settings, changes);
		await writeItems({ settings: changed });
		if (changed.badge !== settings.badge) await showBadge(store);
		return changed;
	});
}
