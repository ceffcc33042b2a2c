import { TroubleError } from "../model/trouble";
import { STEPS } from "./archive-steps";
import { type Archive, openAsItIs, openUpToDate, storedVersion } from "./database";
import { ITEM_STEPS, migratedItems, versionOf } from "./item-steps";
import { readRawItems, writeRawItems } from "./items";
import { keepTaken, readForSnapshot } from "./take-snapshot";

/** The steps that lead to the newest versions. */
interface Steps {
	archive: typeof STEPS;
	items: typeof ITEM_STEPS;
}

/** Takes a snapshot of what is stored while it is still as the version before has left it. */
async function snapshotBefore(now: number): Promise<void> {
	const archive = await openAsItIs();
	try {
		await keepTaken(await readForSnapshot(archive, now), "update");
	} finally {
		archive.close();
	}
}

/** The items brought up to date; nothing is written. Throws a {@link TroubleError}. */
function itemsUpToDate(items: Record<string, unknown>, steps: typeof ITEM_STEPS): Record<string, unknown> {
	try {
		return migratedItems(items, steps);
	} catch (cause) {
		throw new TroubleError("update-failed", cause);
	}
}

/**
 * Opens the archive for the background, after all that is stored was brought up to date: the archive in one
 * transaction, the items in one write, and before either a snapshot. Stopped or failing in between, it leaves
 * each as it was, and goes on at the next call. What a newer version has stored is left alone. Rejects with a
 * {@link TroubleError}.
 */
export async function openUpdated(
	now: number,
	onClosed: () => void,
	steps: Steps = { archive: STEPS, items: ITEM_STEPS },
): Promise<Archive> {
	const [version, items] = await Promise.all([storedVersion(), readRawItems()]).catch((cause) => {
		throw new TroubleError("storage-broken", cause);
	});
	const itemsVersion = versionOf(items, steps.items);
	if (version > steps.archive.length || itemsVersion > steps.items.length + 1)
		throw new TroubleError("storage-newer");
	const isOld = version < steps.archive.length || itemsVersion <= steps.items.length;
	if (isOld && version > 0)
		await snapshotBefore(now).catch((cause) => {
			throw new TroubleError("update-failed", cause);
		});
	const changed = itemsUpToDate(items, steps.items);
	const archive = await openUpToDate(onClosed, steps.archive);
	// What was brought up to date is looked through soon.
	if (isOld) await writeRawItems({ ...changed, checkDueAt: 0 });
	return archive;
}
