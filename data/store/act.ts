import type { HeadlineId } from "../model/headline";
import { showBadge } from "./badge";
import type { Archive } from "./database";
import { publishFront } from "./front";
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

/**
 * Does something that changes the archive, and publishes what came of it, with the lock held all the while.
 * Rejects where storage refuses; what the archive has accepted by then stays, and is published at the next
 * act or start. Where all that it changes is the marks of headlines, in one change, `markedIn` tells which.
 */
export function act<T>(
	store: Store,
	work: (archive: Archive) => Promise<T>,
	markedIn: (value: T) => readonly HeadlineId[] = () => [],
): Promise<T> {
	return store.lock(async () => {
		const archive = await store.archive();
		const value = await work(archive);
		await publish(store, archive, markedIn(value));
		return value;
	});
}
