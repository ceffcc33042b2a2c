import type { Polls, Source } from "../model/source";
import type { Archive } from "./database";
import { readItems, writeItems } from "./items";
import { readMeta } from "./revision";

/** What polling has learnt of the sources that stay where they were. One that returns is asked as if for the first time: what it had may be gone. */
function pollsOf(polls: Polls, before: readonly Source[], after: readonly Source[]): Polls {
	const urls = new Map(before.map(({ id, url }) => [id, url]));
	const staying = after.filter(({ id, url }) => urls.has(id) && urls.get(id) === url);
	return Object.fromEntries(staying.flatMap(({ id }) => (polls[id] ? [[id, polls[id]]] : [])));
}

/**
 * Writes to extension storage what the archive owes it: the lists that a transaction has decided on together with what
 * it changed in the archive. It can be repeated, and has to have been done before anything else changes either; a
 * background that was stopped before is followed by one that does it first. The caller holds the lock.
 */
export async function settleOwed(archive: Archive): Promise<void> {
	const { owed } = await readMeta(archive.transaction("meta").store);
	if (!owed) return;
	const { sources, polls } = await readItems(["sources", "polls"]);
	await writeItems({ ...owed, polls: pollsOf(polls, sources, owed.sources) });
	const writing = archive.transaction("meta", "readwrite");
	const { owed: _, ...meta } = await readMeta(writing.store);
	await Promise.all([writing.store.put(meta, "meta"), writing.done]);
}
