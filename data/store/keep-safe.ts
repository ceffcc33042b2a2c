import { act } from "./act";
import { checkArchive } from "./check-archive";
import { readItems } from "./items";
import { pruneWhenDue } from "./prune";
import type { Store } from "./store";
import { takeDailySnapshot } from "./take-snapshot";

/** How far a look at every record is put off at most. */
const WEEK_MS = 7 * 24 * 60 * 60_000;

/** Looks at every record, and publishes what is left where some were set aside; answers how many those were. */
export async function checkAndPublish(store: Store): Promise<number> {
	const count = await checkArchive(store);
	await act(store, async () => {});
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
