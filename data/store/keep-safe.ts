import { DAY_MS } from "../model/durations";
import { isFull } from "../model/trouble";
import { act } from "./act";
import { checkArchive } from "./check-archive";
import { settleShelves } from "./check-shelves";
import { tellRoom } from "./health";
import { readItems, writeItems } from "./items";
import { pruneWhenDue } from "./prune";
import type { Store } from "./store";
import { takeDailySnapshot } from "./take-snapshot";
import { withRoom } from "./with-room";

/** How long after one look at every record the next is due, and how far it is put off at most. */
const WEEK_MS = 7 * DAY_MS;

/** Looks at every record, and publishes what is left where anything was set aside or put right; answers how many were set aside. */
export async function checkAndPublish(store: Store): Promise<number> {
	const count = await checkArchive(store);
	const settled = await settleShelves(store);
	if (count + settled > 0) await act(store, async () => {});
	await writeItems({ checkDueAt: store.now() + WEEK_MS });
	return count;
}

/** Looks at every record, where that is due. */
async function checkWhenDue(store: Store): Promise<void> {
	const { checkDueAt } = await readItems(["checkDueAt"]);
	const now = store.now();
	if (checkDueAt <= now || checkDueAt > now + WEEK_MS) await checkAndPublish(store);
}

/**
 * Takes the daily snapshot, prunes, and looks at every record, each where it is due, whatever becomes of the others: a
 * snapshot that there is no room for is tried again when what has outlived its retention is gone. Rejects with all
 * that failed; that there is no room, every surface is told.
 */
export async function keepSafe(store: Store): Promise<void> {
	const causes: unknown[] = [];
	for (const step of [
		() => withRoom(store, () => takeDailySnapshot(store)),
		() => pruneWhenDue(store),
		() => checkWhenDue(store),
	])
		await step().catch((cause) => causes.push(cause));
	if (causes.some(isFull)) await tellRoom(false);
	// Where the error is logged, its text is all that is seen of the causes.
	if (causes.length > 0)
		throw new AggregateError(causes, `What is kept could not all be seen to: ${causes.join("; ")}`);
}
