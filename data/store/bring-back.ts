import type { Snapshot } from "../model/snapshot";
import { failed, fine, type Outcome } from "../model/trouble";
import { act } from "./act";
import { applySnapshot } from "./apply-snapshot";
import { showBadge } from "./badge";
import type { Archive } from "./database";
import { readItems } from "./items";
import { readSqueezedSnapshot } from "./last-snapshot";
import { settleOwed } from "./owed";
import { readSqueezed } from "./safe";
import type { Store } from "./store";
import { keepPresent } from "./take-snapshot";

/**
 * Makes the store what a snapshot says, archive and items. Where the archive refuses, nothing has changed; what is
 * still to be written to extension storage then is owed. The caller holds the lock.
 */
export async function applyAll(archive: Archive, snapshot: Snapshot, now: number): Promise<void> {
	const { sources: followed } = await readItems(["sources"]);
	const { sources, settings, rules } = snapshot;
	await applySnapshot(archive, snapshot, { followed, now, owed: { sources, settings, rules } });
	await settleOwed(archive);
}

/**
 * Replaces all that the user chose and did by what a snapshot says: sources, settings, rules, marks and saved
 * articles. What there was is kept as a snapshot first, whose id is answered, so that this can be undone. For
 * the user it happens at once or not at all: stopped after the archive has it, the next start ends it. Headlines
 * that came since stay.
 */
function replaceAll(store: Store, snapshot: Snapshot): Promise<{ undo: number }> {
	return act(store, async (archive) => {
		const { id } = await keepPresent(archive, "bring-back", store.now());
		await applyAll(archive, snapshot, store.now());
		await showBadge(store);
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
