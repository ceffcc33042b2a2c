import type { Incoming } from "../model/headline";
import { isFull, type Source } from "../model/source";
import { type Arrival, toArrivals } from "./arrivals";
import { type Archive, isWhole, type KeptHeadline } from "./database";
import { findByLink } from "./find-by-link";
import { keepRevision } from "./keep-revision";
import { revise } from "./revise";
import { countChange, lastOpened } from "./revision";
import { readJudge } from "./rules-in-force";
import { openShelvesToWrite } from "./shelves-to-write";
import { subjectOf } from "./subjects";
import { addCounts, carryCounts, NO_CHANGE, weightOf } from "./tally";
import { withVerdict } from "./verdict";
import { wantAnew } from "./wanted-texts";
import { whole } from "./whole";

/** What a merge changed. */
export interface Merged {
	/** Headlines that had not been seen before, and that no rule mutes. */
	fresh: number;
	/** Headlines that had not been seen before, and that a rule mutes; absent where there are none. */
	muted?: number;
	/** Headlines whose title or text had changed. */
	revised: number;
}

const isSameRules = (one: readonly string[] = [], other: readonly string[] = []) =>
	one.length === other.length && one.every((rule) => other.includes(rule));

/** Whether a headline looks the same in every list, and is in the same lists. */
const isSameInLists = (kept: KeptHeadline, now: KeptHeadline) =>
	kept.title === now.title &&
	kept.url === now.url &&
	kept.kind === now.kind &&
	isSameRules(kept.mutedBy, now.mutedBy) &&
	isSameRules(kept.watchedBy, now.watchedBy);

/**
 * Merges what came in from one source into the archive, in one transaction. A date that is kept is left alone;
 * a title or text that has changed takes the place of the one that was there, which becomes a revision, and
 * what the user did with the headline stays ({@link revise}). One whose guid has changed is found by its link
 * ({@link findByLink}). What is new or has changed is judged by the rules. With `join`, the source itself is to be in
 * the list of sources from now on; with `tell`, what is new and watched waits to be told of. Where nothing has
 * changed, nothing is written. The caller holds the lock.
 */
export async function merge(
	archive: Archive,
	source: Source,
	incoming: readonly Incoming[],
	{ now, join = false, tell = false }: { now: number; join?: boolean; tell?: boolean },
): Promise<Merged> {
	const arrivals = await toArrivals(source.id, incoming, now);
	const judge = await readJudge(now);
	const arrivingIds = new Set(arrivals.map(({ headline }) => headline.id));

	const writing = archive.transaction(
		["headlines", "articles", "fullTexts", "shelves", "revisions", "removed", "joining", "news", "meta"],
		"readwrite",
	);
	const headlines = writing.objectStore("headlines");
	const articles = writing.objectStore("articles");
	const shelves = openShelvesToWrite(writing.objectStore("shelves"));

	const merged: Merged = { fresh: 0, revised: 0 };
	/** Whether a headline that was kept already has changed where lists show it. */
	let isListedAnew = false;
	/** What is new and counts as unread; undefined once anything has come whose counting isn't as plain. */
	let counting: KeptHeadline[] | undefined = [];
	const writes: Promise<unknown>[] = [];

	const find = async (arrival: Arrival): Promise<KeptHeadline | undefined> => {
		const kept = await headlines.get(arrival.headline.id);
		return kept ?? findByLink({ headlines, articles }, arrival, arrivingIds);
	};

	const add = async ({ headline, article }: Arrival) => {
		const judged = withVerdict(headline, judge({ ...headline, html: article?.html }));
		const muted = judged.mutedBy !== undefined;
		if (muted) merged.muted = (merged.muted ?? 0) + 1;
		else merged.fresh += 1;
		// One that comes again may have a mark that has waited for it.
		const mark = await shelves.of(headline);
		if (mark) counting = undefined;
		if (!muted) counting?.push(judged);
		await Promise.all([
			headlines.add(judged),
			article && articles.put(article),
			shelves.keep(headline, mark ?? {}, muted),
			tell && judged.watchedBy && !muted && writing.objectStore("news").put({ id: judged.id, at: now }),
		]);
	};
	const takeAgain = async (kept: KeptHeadline, arrival: Arrival) => {
		const { title, link } = arrival.headline;
		if (kept.title === title && kept.link === link && !arrival.article) return;
		const revised = revise({ headline: kept, article: await articles.get(kept.id) }, arrival, now);
		if (!revised) return;
		const { article, hasNewText, revision } = revised;
		if (revision || hasNewText) merged.revised += 1;
		const judged = withVerdict(revised.headline, judge({ ...revised.headline, html: article?.html }));
		const muted = judged.mutedBy !== undefined;
		const isOther = !isSameInLists(kept, judged);
		isListedAnew ||= isOther;
		if (isOther) counting = undefined;
		const mark = muted !== (kept.mutedBy !== undefined) && ((await shelves.of(kept)) ?? {});
		writes.push(
			Promise.all([
				isOther && headlines.put(judged),
				mark && shelves.keep(kept, mark, muted),
				hasNewText && article && articles.put(article),
				revision && keepRevision(writing.objectStore("revisions"), revision),
				revision && isFull(source) && wantAnew(writing.objectStore("fullTexts"), kept.id, now),
			]),
		);
	};

	const take = async (arrival: Arrival) => {
		const kept = await find(arrival);
		// What is damaged waits to be set aside, and comes again after that.
		if (kept && isWhole(kept)) await takeAgain(kept, arrival);
		else if (!kept) writes.push(add(arrival));
	};
	const meta = await whole(writing, async () => {
		await Promise.all(arrivals.map(take));
		if (join)
			writes.push(
				writing.objectStore("joining").add(source),
				writing.objectStore("removed").delete(source.id),
			);
		await Promise.all(writes);
		await shelves.write();
		const isForLists = join || isListedAnew || merged.fresh + (merged.muted ?? 0) > 0;
		const hasChanged = isForLists || merged.revised > 0;
		return hasChanged ? countChange(writing.objectStore("meta"), { headlines: isForLists }) : undefined;
	});
	if (meta && counting && !join)
		carryCounts(
			archive,
			meta.revision,
			counting.reduce(
				(counts, headline) => addCounts(counts, weightOf(subjectOf(headline, lastOpened(meta)))),
				NO_CHANGE,
			),
		);
	return merged;
}
