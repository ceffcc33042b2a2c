import type { HeadlineId } from "../model/headline";
import { troubleOf } from "../model/trouble";
import { showBadge } from "./badge";
import type { Archive } from "./database";
import { publishFront } from "./front";
import { tellTrouble, tellUsable } from "./health";
import type { Store } from "./store";

/** The stores whose front has been published and whose badge hasn't: where that failed, it is tried again. */
const behind = new WeakSet<Store>();

/**
 * Publishes the front and the badge, where the archive has moved on. The caller holds the lock. With `marked`, the
 * last change to the archive is known to have marked these headlines and nothing else.
 */
export async function publish(
	store: Store,
	archive: Archive,
	marked: readonly HeadlineId[] = [],
): Promise<void> {
	if (await publishFront(archive, store.now(), marked)) behind.add(store);
	if (!behind.has(store)) return;
	await showBadge();
	behind.delete(store);
}

/** The stores whose front lags behind their archive, because extension storage has refused it. */
const late = new WeakSet<Store>();

/** Whether what was done last in a store couldn't be published. */
export const isLate = (store: Store): boolean => late.has(store);

/** Publishes; where that is refused, it says so, and the next act or start does it. */
async function publishOrTell(store: Store, archive: Archive, marked: readonly HeadlineId[]): Promise<void> {
	try {
		await publish(store, archive, marked);
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
 * published, every surface is told, and it is published at the next act or start. Where all that it changes is the
 * marks of headlines, in one change, `markedIn` tells which.
 */
export function act<T>(
	store: Store,
	work: (archive: Archive) => Promise<T>,
	markedIn: (value: T) => readonly HeadlineId[] = () => [],
): Promise<T> {
	return store.lock(async () => {
		const archive = await store.archive();
		const value = await work(archive);
		await publishOrTell(store, archive, markedIn(value));
		return value;
	});
}
