import { NotOpmlError, type OpmlFeed, type OpmlFile, readOpml } from "../formats/opml/opml";
import type { Imported, ImportedLine } from "../model/answers";
import { sourceId } from "../model/identity";
import type { Source } from "../model/source";
import { failed, fine, type Outcome } from "../model/trouble";
import { addSources } from "../store/acts";
import { readItems, writeItems } from "../store/items";
import type { Store } from "../store/store";
import { takeSnapshotBefore } from "../store/take-snapshot";
import { spreadNew } from "./due";

/** So many feeds are prepared at once, so that other work comes in between. */
const CHUNK = 250;

const toSource = async ({ url, title, home, group }: OpmlFeed, now: number): Promise<Source> => ({
	id: await sourceId("feed", url),
	kind: "feed",
	title,
	url,
	...(home !== undefined && { home }),
	addedAt: now,
	...(group !== undefined && { group }),
});

/** The feeds of a list that aren't followed yet, under this address or under one that it has moved to. */
async function unknownFeeds(feeds: readonly OpmlFeed[], now: number): Promise<Source[]> {
	const { sources } = await readItems(["sources"]);
	const known = new Set(sources.flatMap(({ id, url }) => [id, url]));
	const unknown: Source[] = [];
	for (let start = 0; start < feeds.length; start += CHUNK) {
		const chunk = feeds.slice(start, start + CHUNK).filter(({ url }) => !known.has(url));
		const listed = await Promise.all(chunk.map((feed) => toSource(feed, now)));
		unknown.push(...listed.filter(({ id }) => !known.has(id)));
	}
	return unknown;
}

/** What became of each line; an address that comes twice is added by its first line. */
function linesOf({ entries }: OpmlFile, added: readonly Source[]): ImportedLine[] {
	const fresh = new Set(added.map(({ url }) => url));
	return entries.map(({ title, url, line, isBroken }) => {
		if (isBroken) return { title, url, line, result: "broken" };
		return { title, url, line, result: fresh.delete(url) ? "added" : "known" };
	});
}

const read = (text: string): OpmlFile | undefined => {
	try {
		return readOpml(text);
	} catch (cause) {
		if (cause instanceof NotOpmlError) return undefined;
		throw cause;
	}
};

/**
 * Makes the feeds of an OPML file sources, with their folders as groups, and says line by line what became
 * of them. A great many are asked for the first time one after another, not all at once.
 */
export async function importOpml(name: string, text: string, store: Store): Promise<Outcome<Imported>> {
	const file = read(text);
	if (!file || file.entries.length === 0) return failed("not-opml", { about: name });
	const added = await unknownFeeds(file.feeds, store.now());
	if (added.length > 0) {
		await takeSnapshotBefore(store, "import");
		await addSources(store, added);
		await store.lock(async () => {
			const { polls } = await readItems(["polls"]);
			await writeItems({ polls: spreadNew(polls, added, store.now()) });
		});
	}
	return fine({
		kind: "opml",
		added: added.length,
		known: file.feeds.length - added.length,
		broken: file.broken.length,
		lines: linesOf(file, added),
	});
}
