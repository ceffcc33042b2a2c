import { act } from "./act";
import { checkArchive } from "./check-archive";
import { settleShelves } from "./check-shelves";
import { readItems, writeItems } from "./items";
import { pruneWhenDue } from "./prune";
import type { Store } from "./store";
import { takeDailySnapshot } from "./take-snapshot";

/** How long after one look at every record the next is due, and how far it is put off at most. */
const WEEK_MS = 7 * 24 * 60 * 60_000;

/** Looks at every record, and publishes what is left where anything was set aside or put right; answers how many were set aside. */
export async function checkAndPublish(store: Store): Promise<number> {
	const count = await checkArchive(store);
	const settled = await settleShelves(store);
	if (count + settled > 0) await act(store, async () => {});
	await writeItems({ checkDueAt: store.now() + WEEK_MS });
	return count;
}

/** Takes the daily snapshot, prunes, and looks at every record, each where it is due. */
export async function keepSafe(store: Store): Promise<void> {
	await takeDailySnapshot(store);
	await pruneWhenDue(store);
	const { checkDueAt } = await readItems(["checkDueAt"]);
	const now = store.now();
	if (checkDueAt <= now || checkDueAt > now + WEEK_MS) await checkAndPublish(store);
}
