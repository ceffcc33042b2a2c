import type { Incoming } from "../model/headline";
import type { Source } from "../model/source";
import { type Arrival, toArrivals } from "./arrivals";
import type { Archive, KeptHeadline } from "./database";
import { countChange } from "./revision";

/** What a merge changed. */
export interface Merged {
	/** Headlines that had not been seen before. */
	fresh: number;
	/** Headlines whose title had changed. */
	revised: number;
}

/** Whether two headlines under one address are one story whose guid has changed. */
const isSameStory = (kept: KeptHeadline, { headline, isDated }: Arrival) =>
	kept.title === headline.title || (isDated && kept.publishedAt === headline.publishedAt);

/**
 * Merges what came in from one source into the archive, in one transaction. What is kept already is left
 * alone; a changed title becomes the headline's title, and the old one a revision. Some feeds change their
 * guids at each request: where the guid is new, but the link was there and the guid that it had is gone, the
 * same title or date makes it the same headline. (The link alone doesn't: a picture of the day can have one
 * address for years.) With `join`, the source itself is to be in the list of sources from now on.
 * Where nothing has changed, nothing is written. The caller holds the lock.
 */
export async function merge(
	archive: Archive,
	source: Source,
	incoming: readonly Incoming[],
	{ now, join = false }: { now: number; join?: boolean },
): Promise<Merged> {
	const arrivals = await toArrivals(source.id, incoming, now);
	const arrivingIds = new Set(arrivals.map(({ headline }) => headline.id));

	const writing = archive.transaction(
		["headlines", "articles", "revisions", "removed", "joining", "meta"],
		"readwrite",
	);
	const headlines = writing.objectStore("headlines");

	const find = async (arrival: Arrival): Promise<KeptHeadline | undefined> => {
		const kept = await headlines.get(arrival.headline.id);
		if (kept || !arrival.isLinkUnique || arrival.headline.link === undefined) return kept;
		const linked = await headlines.index("link").getAll([source.id, arrival.headline.link]);
		return linked.find(({ id, ...rest }) => !arrivingIds.has(id) && isSameStory({ id, ...rest }, arrival));
	};

	const merged: Merged = { fresh: 0, revised: 0 };
	const writes: Promise<unknown>[] = [];
	await Promise.all(
		arrivals.map(async (arrival) => {
			const { headline, article } = arrival;
			const kept = await find(arrival);
			if (!kept) {
				merged.fresh += 1;
				writes.push(headlines.add(headline));
				if (article) writes.push(writing.objectStore("articles").put(article));
			} else if (kept.title !== headline.title) {
				merged.revised += 1;
				writes.push(
					headlines.put({ ...kept, title: headline.title }),
					writing.objectStore("revisions").add({ headline: kept.id, seenAt: now, title: kept.title }),
				);
			}
		}),
	);
	if (join)
		writes.push(writing.objectStore("joining").add(source), writing.objectStore("removed").delete(source.id));

	const isChanged = merged.fresh + merged.revised > 0;
	if (isChanged || join) writes.push(countChange(writing.objectStore("meta"), { headlines: true }));
	await Promise.all([...writes, writing.done]);
	return merged;
}
