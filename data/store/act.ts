import { troubleOf } from "../model/trouble";
import { isBadgeBehind, showBadge } from "./badge";
import type { Archive } from "./database";
import { type KnownChange, publishFront, readFrontItems } from "./front";
import { tellTrouble, tellUsable } from "./health";
import type { Marked } from "./marks";
import type { Store } from "./store";

/**
 * Publishes the front and the badge, where the archive has moved on. The caller holds the lock. With `known`, that
 * is what the last change to the archive is known to have been.
 */
export async function publish(store: Store, archive: Archive, known?: KnownChange): Promise<void> {
	const isNew = await publishFront(archive, store.now(), known);
	if (isNew || isBadgeBehind(store)) await showBadge(store);
}

/** The stores whose front lags behind their archive, because extension storage has refused it. */
const late = new WeakSet<Store>();

/** Whether what was done last in a store couldn't be published. */
export const isLate = (store: Store): boolean => late.has(store);

/** Publishes; where that is refused, it says so, and the next act or start does it. */
async function publishOrTell(store: Store, archive: Archive, known?: KnownChange): Promise<void> {
	try {
		await publish(store, archive, known);
		if (late.delete(store)) await tellUsable();
	} catch (cause) {
		console.error("What was done couldn’t be published.", cause);
		late.add(store);
		await tellTrouble(troubleOf(cause, "storage-failed"));
	}
}

/**
 * Does something that changes the archive, and publishes what came of it, with the lock held all the while.
 * Rejects where the archive refuses it. What the archive has accepted is done, and answered so: where it can't be
 * published, every surface is told, and it is published at the next act or start.
 */
export function act<T>(store: Store, work: (archive: Archive) => Promise<T>): Promise<T> {
	return store.lock(async () => {
		const archive = await store.archive();
		const value = await work(archive);
		await publishOrTell(store, archive);
		return value;
	});
}

/** As {@link act}, for what marks headlines and does nothing else: of that is known what it comes to. */
export function actOnMarks(store: Store, work: (archive: Archive) => Promise<Marked>): Promise<Marked> {
	return store.lock(async () => {
		const archive = await store.archive();
		// No mark changes these, so they are read meanwhile. That they can't be is told when they are wanted.
		const items = readFrontItems();
		items.catch(() => {});
		const marked = await work(archive);
		await publishOrTell(store, archive, { ...marked, items });
		return marked;
	});
}
