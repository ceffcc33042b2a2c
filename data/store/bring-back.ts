import type { Snapshot } from "../model/snapshot";
import { failed, fine, type Outcome } from "../model/trouble";
import { act } from "./act";
import { applySnapshot } from "./apply-snapshot";
import { showBadge } from "./badge";
import type { Archive } from "./database";
import { squeeze } from "./gzip";
import { readItems, writeItems } from "./items";
import { readSqueezedSnapshot } from "./last-snapshot";
import { keepBringingBack, readBringingBack, readSqueezed } from "./safe";
import type { Store } from "./store";
import { keepPresent } from "./take-snapshot";

/** Makes the store what a snapshot says, archive and items. It can be repeated. The caller holds the lock. */
export async function applyAll(archive: Archive, snapshot: Snapshot, now: number): Promise<void> {
	const { sources: followed, polls } = await readItems(["sources", "polls"]);
	await applySnapshot(archive, snapshot, { followed, now });
	const { sources, settings, rules } = snapshot;
	// A source that returns is asked as if for the first time: what it had may be gone.
	const known = new Set(followed.map(({ id }) => id));
	const staying = sources.filter(({ id }) => known.has(id));
	const kept = Object.fromEntries(staying.flatMap(({ id }) => (polls[id] ? [[id, polls[id]]] : [])));
	await writeItems({ sources, settings, rules, polls: kept, bringingBack: false });
	await keepBringingBack(undefined);
}

/**
 * Ends what a stopped background has begun to bring back. The caller holds the lock, and nobody has changed
 * anything since.
 */
export async function finishBringingBack(archive: Archive, now: number): Promise<void> {
	if (!(await readItems(["bringingBack"])).bringingBack) return;
	const squeezed = await readBringingBack();
	const snapshot = squeezed && (await readSqueezedSnapshot(squeezed));
	if (snapshot) await applyAll(archive, snapshot, now);
	else await writeItems({ bringingBack: false });
}

/**
 * Replaces all that the user chose and did by what a snapshot says: sources, settings, rules, marks and saved
 * articles. What there was is kept as a snapshot first, whose id is answered, so that this can be undone. For
 * the user it happens at once or not at all: stopped anywhere after it has begun, {@link finishBringingBack}
 * ends it at the next start. Headlines that came since stay.
 */
function replaceAll(store: Store, snapshot: Snapshot): Promise<{ undo: number }> {
	return act(store, async (archive) => {
		const { id } = await keepPresent(archive, "bring-back", store.now());
		await keepBringingBack(await squeeze(snapshot));
		// From here on it is ended, whatever comes.
		await writeItems({ bringingBack: true });
		await applyAll(archive, snapshot, store.now());
		await showBadge();
		return { undo: id };
	});
}

/** Brings a kept snapshot back; answers the one that was taken first, by which it is undone. */
export async function bringBack(store: Store, id: number): Promise<Outcome<{ undo: number }>> {
	const squeezed = await readSqueezed(id);
	if (!squeezed) return failed("unknown-snapshot");
	const snapshot = await readSqueezedSnapshot(squeezed);
	return snapshot ? fine(await replaceAll(store, snapshot)) : failed("snapshot-broken");
}
