import type { Found } from "../model/set-aside";
import { TroubleError } from "../model/trouble";
import { applySnapshot } from "./apply-snapshot";
import { STEPS } from "./archive-steps";
import { applyAll } from "./bring-back";
import { type Archive, deleteArchive, openAsItIs, storedVersion } from "./database";
import { hasItem, readItems, writeItems } from "./items";
import { readLastSnapshot } from "./last-snapshot";
import { countChange, readMeta } from "./revision";
import { setAside } from "./safe";
import type { Store } from "./store";

/** Whether nothing has ever happened in an archive. */
async function isNew(archive: Archive): Promise<boolean> {
	const { revision } = await readMeta(archive.transaction("meta").store);
	return revision === 0 && (await archive.count("headlines")) === 0;
}

/** Notes that something is gone, until somebody has looked. */
async function noteLost(where: string, now: number): Promise<void> {
	await setAside([{ at: now, where, why: "lost", what: null }], now);
	await writeItems({ damage: "archive-lost", syncLog: null });
}

/** Notes that an archive has begun again though nothing is in it, or the next start would find it lost once more. */
async function noteBegun(archive: Archive): Promise<void> {
	const writing = archive.transaction("meta", "readwrite");
	await Promise.all([countChange(writing.store, { headlines: true, lacksEdition: true }), writing.done]);
}

/**
 * Brings back, from the last snapshot, what the browser has lost: the archive, or the items. Where it
 * was the archive, all feeds are asked as if for the first time, and it lacks the edition until that is put back. The
 * caller holds the lock.
 */
export async function recover(archive: Archive, now: number): Promise<void> {
	const [hasSources, isArchiveNew] = await Promise.all([hasItem("sources"), isNew(archive)]);
	if (hasSources !== isArchiveNew) return;
	if (!hasSources) {
		const snapshot = await readLastSnapshot();
		if (snapshot) {
			await noteLost("storage", now);
			await applyAll(archive, snapshot, now);
		}
		return;
	}
	const { sources, rules, ticker } = await readItems(["sources", "rules", "ticker"]);
	if (sources.length === 0) return;
	await noteLost("archive", now);
	// The new archive's revision may come to that of the old one's front, which shows what is gone.
	await writeItems({ polls: {}, ticker: { ...ticker, revision: 0 } });
	const snapshot = await readLastSnapshot();
	const how = { followed: sources, now, lacksEdition: true } as const;
	if (snapshot) await applySnapshot(archive, { ...snapshot, sources, rules }, how);
	else await noteBegun(archive);
}

/** Whether an archive that has begun again still lacks the bundled edition. */
export const lacksEdition = async (archive: Archive): Promise<boolean> =>
	(await readMeta(archive.transaction("meta").store)).lacksEdition === true;

/** Notes that the edition has been put back. The caller holds the lock. */
export async function noteEdition(archive: Archive): Promise<void> {
	const writing = archive.transaction("meta", "readwrite");
	const { lacksEdition: _, ...meta } = await readMeta(writing.store);
	await Promise.all([writing.store.put(meta, "meta"), writing.done]);
}

/** All that can be read of an archive that can't be brought up to date. */
async function readWhole(now: number): Promise<Found[]> {
	const archive = await openAsItIs();
	try {
		const names = [...archive.objectStoreNames];
		const stores = await Promise.all(names.map((name) => archive.getAll(name)));
		return names.map((where, place) => ({ at: now, where, why: "unopenable", what: stores[place] }));
	} finally {
		archive.close();
	}
}

/**
 * Deletes an archive that can't be opened, after what can be read of it was set aside; the next set-up makes a
 * new one and brings the last snapshot back. One that can be opened, or is a newer version's, is left alone.
 */
export function startAgain(store: Store): Promise<void> {
	return store.lock(async () => {
		const canOpen = await store.archive().then(
			() => true,
			() => false,
		);
		if (canOpen) return;
		if ((await storedVersion()) > STEPS.length) throw new TroubleError("storage-newer");
		const found = await readWhole(store.now()).catch((cause): Found[] => {
			console.error("Nothing of the archive could be read.", cause);
			return [];
		});
		if (found.length > 0) await setAside(found, store.now());
		await deleteArchive();
	});
}
