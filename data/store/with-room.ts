import { isFull } from "../model/trouble";
import { isLate } from "./act";
import { prune } from "./prune";
import type { Store } from "./store";

/** Makes room by deleting what has outlived its retention; answers whether there was any. */
export async function makeRoom(store: Store): Promise<boolean> {
	try {
		return (await prune(store)) > 0;
	} catch (cause) {
		console.error("No room could be made.", cause);
		return false;
	}
}

/**
 * Does something that stores; where there is no room for it, what has outlived its retention goes, and it is tried
 * once more, or published once more. It must leave the old state whole where it is refused. Not to be called with the
 * lock held.
 */
export async function withRoom<T>(store: Store, work: () => Promise<T>): Promise<T> {
	try {
		const value = await work();
		if (isLate(store)) await makeRoom(store);
		return value;
	} catch (cause) {
		if (!isFull(cause) || !(await makeRoom(store))) throw cause;
		return work();
	}
}
