import type { SourceId } from "../model/headline";
import { hostIn } from "../model/host";
import type { Source } from "../model/source";
import { type Archive, ofSource } from "./database";
import { readLastSnapshot } from "./last-snapshot";
import { joinSources, settleSources } from "./membership";
import { BESIDE, isName } from "./shelf";

/** What a source is called of which nothing tells what it was. */
const NAMELESS = "Unnamed source";

/** Sources of which there are shelves, and that are neither followed nor removed. */
async function unknownOn(archive: Archive, followed: readonly Source[]): Promise<SourceId[]> {
	const [shelved, removed] = await Promise.all([
		archive.getAllKeys("shelves"),
		archive.getAllKeys("removed"),
	]);
	const known = new Set([...followed.map(({ id }) => id), ...removed]);
	// A damaged shelf's name may be anything that a key can be.
	return shelved.filter((id) => isName(id) && !known.has(id) && !id.startsWith(BESIDE));
}

/** A source that nothing is known of but its headlines, called by where the newest of them leads. */
async function foundAgain(archive: Archive, id: SourceId, now: number): Promise<Source[]> {
	const newest = await archive.getFromIndex("headlines", "source", ofSource(id));
	// Marks alone wait on a shelf for headlines that may come again.
	if (newest === undefined) return [];
	return [{ id, kind: "digest", title: hostIn(newest.url) || NAMELESS, addedAt: now }];
}

/**
 * Puts sources into the list that a damage has taken out of it, so that no headline is kept, and counted, that no list
 * shows: as the last snapshot has them, or else as what never brings anything new, until somebody removes it. Where
 * the safe doesn't open, the next start does it. The caller holds the lock, and knows who is followed.
 */
export async function bringBackLost(
	archive: Archive,
	followed: readonly Source[],
	now: number,
): Promise<void> {
	const lost = await unknownOn(archive, followed);
	const found = (await Promise.all(lost.map((id) => foundAgain(archive, id, now)))).flat();
	if (found.length === 0) return;
	const last = await readLastSnapshot().then(
		(snapshot) => ({ snapshot }),
		(cause) => console.error("What sources were lost is found out when the safe opens.", cause),
	);
	if (!last) return;
	const { snapshot } = last;
	const known = [...(snapshot?.former ?? []), ...(snapshot?.sources ?? [])];
	const before = new Map(known.map((source) => [source.id, source]));
	await joinSources(
		archive,
		found.map((source) => before.get(source.id) ?? source),
	);
	await settleSources(archive);
}
