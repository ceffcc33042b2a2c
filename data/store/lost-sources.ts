import type { SourceId } from "../model/headline";
import type { Source } from "../model/source";
import type { Archive } from "./database";
import { readItems } from "./items";
import { readLastSnapshot } from "./last-snapshot";
import { joinSources } from "./membership";
import { BESIDE } from "./shelf";

/** What a source is called of which nothing tells what it was. */
const NAMELESS = "Unnamed source";

/** Sources of which there are shelves, and that are neither followed, nor joining, nor removed. */
async function unknownOn(archive: Archive): Promise<SourceId[]> {
	const [{ sources }, shelved, joining, removed] = await Promise.all([
		readItems(["sources"]),
		archive.getAllKeys("shelves"),
		archive.getAll("joining"),
		archive.getAllKeys("removed"),
	]);
	const known = new Set([...sources.map(({ id }) => id), ...joining.map(({ id }) => id), ...removed]);
	return shelved.filter((id) => !known.has(id) && !id.startsWith(BESIDE));
}

/** A source that nothing is known of but its headlines, called by where the newest of them leads. */
async function foundAgain(archive: Archive, id: SourceId, now: number): Promise<Source[]> {
	const range = IDBKeyRange.bound([id], [id, []]);
	const newest = await archive.transaction("headlines").store.index("source").get(range);
	// Marks alone wait on a shelf for headlines that may come again.
	if (newest === undefined) return [];
	const { url = "" } = newest;
	const title = (URL.canParse(url) && new URL(url).host) || NAMELESS;
	return [{ id, kind: "digest", title, addedAt: now }];
}

/**
 * Notes that sources join the list which a damage took out of it, so that no headline is kept, and counted, that no
 * list shows: as the last snapshot has them, or else as what never brings anything new, until somebody removes it. The
 * caller holds the lock, and settles the list.
 */
export async function joinLostSources(archive: Archive, now: number): Promise<void> {
	const lost = await unknownOn(archive);
	if (lost.length === 0) return;
	const snapshot = await readLastSnapshot();
	const before = new Map(
		[...(snapshot?.former ?? []), ...(snapshot?.sources ?? [])].map((source) => [source.id, source]),
	);
	const found = await Promise.all(
		lost.map((id) => foundAgain(archive, id, now).then((again) => again.map((one) => before.get(id) ?? one))),
	);
	await joinSources(archive, found.flat());
}
