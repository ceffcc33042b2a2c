import { DAY_MS } from "../model/durations";
import type { HeadlineId } from "../model/headline";
import type { Retention } from "../model/retention";
import type { Poll, Source } from "../model/source";
import { act, publish } from "./act";
import { type Archive, type KeptHeadline, type KeptMark, ofSource } from "./database";
import { deleteHeadlines } from "./delete-headlines";
import { readItems, writeItems } from "./items";
import { sweepFormer } from "./membership";
import { isWholeShelf, marksOn } from "./shelf";
import type { Store } from "./store";

/** So many headlines are deleted at a time: whoever waits for the store gets it in between. */
const STEP = 200;
/** What its feed may still hold would come again as new: so many at least, where it doesn't date what it holds. */
const HELD_UNDATED = 200;

/** By what the headlines of one source are judged. */
interface Terms extends Retention {
	now: number;
	/** Since when its feed still holds what it published; absent where the feed doesn't tell. */
	holdsSince: number | undefined;
	/** How many it holds, as far as that is known. */
	holds: number;
}

/** Whether a headline stays, whatever its age: what the user keeps, or still waits to be shown. */
const isDear = ({ watchedBy }: KeptHeadline, mark: KeptMark | undefined): boolean =>
	mark?.saved !== undefined || (watchedBy !== undefined && mark?.read === undefined);

/** Whether its feed may still hold a headline, which would come again as new; `place` counts newer ones. */
const mayComeAgain = ({ publishedAt }: KeptHeadline, place: number, { holdsSince, holds }: Terms): boolean =>
	holdsSince === undefined ? place < Math.max(HELD_UNDATED, holds) : publishedAt >= holdsSince;

/** Whether a headline has outlived its retention. */
function isOutlived({ publishedAt, seenAt }: KeptHeadline, place: number, terms: Terms): boolean {
	const { days, perSource, now } = terms;
	const isOld = days > 0 && Math.max(publishedAt, seenAt) <= now - days * DAY_MS;
	return isOld || (perSource > 0 && place >= perSource);
}

async function outlivedOf(archive: Archive, source: Source, terms: Terms): Promise<HeadlineId[]> {
	if (terms.days === 0 && terms.perSource === 0) return [];
	const reading = archive.transaction(["headlines", "shelves"]);
	const [headlines, shelf] = await Promise.all([
		reading.objectStore("headlines").index("source").getAll(ofSource(source.id)),
		reading.objectStore("shelves").get(source.id),
	]);
	if (headlines.length === 0) return [];
	if (!isWholeShelf(shelf)) {
		// What is saved may not be on it any more: nothing goes before the archive has been looked through.
		await writeItems({ checkDueAt: 0 });
		return [];
	}
	const marks = marksOn(shelf);
	return headlines
		.filter((headline, place) => isOutlived(headline, place, terms) && !mayComeAgain(headline, place, terms))
		.filter((headline) => !isDear(headline, marks.get(headline.id)))
		.map(({ id }) => id);
}

/** Since when a source's feed holds what it published; one that isn't polled brings nothing again. */
const holdsSinceOf = ({ kind }: Source, poll: Poll | undefined): number | undefined =>
	kind === "feed" ? poll?.holdsSince : Number.POSITIVE_INFINITY;

/**
 * Deletes some headlines, with the lock for itself; what has been saved meanwhile stays. To publish takes longer than
 * to delete, so that is done at once only where the front shows one of them; else whoever acts next does it.
 */
const deleteSome = (store: Store, ids: readonly HeadlineId[]): Promise<number> =>
	store.lock(async () => {
		const archive = await store.archive();
		const deleted = await deleteHeadlines(archive, ids, isDear);
		const { headlines } = await readItems(["headlines"]);
		const going = new Set(ids);
		if (headlines.some(({ id }) => going.has(id))) await publish(store, archive);
		return deleted;
	});

/**
 * Deletes what has outlived the retention that the user has set, for all or for a source: neither what is
 * saved, nor what is watched and unread, nor what its feed still holds; and what isn't saved any more of former
 * sources. It goes source by source and in small steps, each with the lock for itself, so that it holds up nobody
 * and can be stopped at any point. Answers how many headlines it deleted.
 */
export async function prune(store: Store): Promise<number> {
	const { sources, polls, settings } = await readItems(["sources", "polls", "settings"]);
	let deleted = 0;
	for (const source of sources) {
		const terms = {
			...settings.retention,
			...source.retention,
			now: store.now(),
			holdsSince: holdsSinceOf(source, polls[source.id]),
			holds: polls[source.id]?.holds ?? 0,
		};
		const outlived = await outlivedOf(await store.archive(), source, terms);
		for (let from = 0; from < outlived.length; from += STEP) {
			deleted += await deleteSome(store, outlived.slice(from, from + STEP));
		}
	}
	const former = await store.lock(async () => sweepFormer(await store.archive()));
	deleted += former.headlines;
	// One may be forgotten of which nothing was kept any more.
	if (deleted + former.sources > 0) await act(store, async () => {});
	return deleted;
}

/** Prunes where a day has passed since the last time, or the user has just set another retention. */
export async function pruneWhenDue(store: Store): Promise<void> {
	const { pruneDueAt } = await readItems(["pruneDueAt"]);
	const now = store.now();
	// A clock that was set back mustn't put it off for long.
	if (pruneDueAt > now && pruneDueAt <= now + DAY_MS) return;
	await prune(store);
	await writeItems({ pruneDueAt: now + DAY_MS });
}
