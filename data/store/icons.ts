import type { SourceId } from "../model/headline";
import type { Archive, KeptIcon } from "./database";
import { writeItems } from "./items";

/** Keeps what a feed says of its icon, for when it is fetched. Writes only where that is something new. */
export async function noteIcon(archive: Archive, id: SourceId, said: string): Promise<void> {
	const writing = archive.transaction("icons", "readwrite");
	const kept = await writing.store.get(id);
	if (kept?.said !== said) await writing.store.put({ ...kept, id, said });
	await writing.done;
}

/** Of some sources, those whose icon is to be looked for at a time, with what is known of it. */
export async function wantedIcons(
	archive: Archive,
	ids: readonly SourceId[],
	now: number,
): Promise<KeptIcon[]> {
	const reading = archive.transaction("icons");
	const resting = new Set(await reading.store.index("again").getAllKeys(IDBKeyRange.lowerBound(now, true)));
	const wanted = ids.filter((id) => !resting.has(id));
	return Promise.all(wanted.map(async (id) => (await reading.store.get(id)) ?? { id }));
}

/**
 * Keeps what came of looking for an icon: a data URL, or nothing, and then the one that was there stays. It
 * is looked for again at `again`, in milliseconds since 1970.
 */
export async function keepIcon(
	archive: Archive,
	id: SourceId,
	{ png, again, now }: { png: string | undefined; again: number; now: number },
): Promise<void> {
	const writing = archive.transaction("icons", "readwrite");
	const kept = await writing.store.get(id);
	await writing.store.put({ ...kept, id, again, ...(png !== undefined && { png }) });
	await writing.done;
	if (png !== undefined && png !== kept?.png) await writeItems({ iconsAt: now });
}
