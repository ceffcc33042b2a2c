import { HOUR_MS } from "../model/durations";
import { comparedText } from "../model/edit";
import type { Article, HeadlineId, SourceId } from "../model/headline";
import { type Arrival, hasDate } from "./arrivals";
import type { KeptHeadline } from "./database";

/** What comes later than so, under the same title and address, is the next issue of it, where its text is another. */
const NEXT_ISSUE_MS = 6 * HOUR_MS;

/** The archive's stores, in any transaction that has them. */
interface Stores {
	headlines: {
		index: (name: "link") => { getAll: (key: [SourceId, link: string]) => Promise<KeptHeadline[]> };
	};
	articles: { get: (id: HeadlineId) => Promise<Article | undefined> };
}

const isSameText = (one: Article | undefined, other: Article | undefined): boolean =>
	comparedText(one?.html ?? "") === comparedText(other?.html ?? "");

/** Whether two headlines under one address are one story whose guid has changed. */
async function isSameStory(kept: KeptHeadline, arrival: Arrival, { articles }: Stores): Promise<boolean> {
	const { headline, article, date, isLinkUnique } = arrival;
	const hasSameTitle = kept.title === headline.title;
	if (date !== undefined && hasDate(kept, date)) return isLinkUnique || hasSameTitle;
	if (!isLinkUnique || !hasSameTitle) return false;
	const isNear = date === undefined || Math.abs(date - kept.publishedAt) < NEXT_ISSUE_MS;
	return isNear || isSameText(await articles.get(kept.id), article);
}

/**
 * Finds a headline that is kept of a source under another id than one that has come, inside a transaction: some feeds
 * change their guids at each request, some their dates too. Where its link was there, and the guid that it had is gone,
 * the same date makes it the same headline, and so does the same title, but for the next issue of what appears under
 * one title and address for years, such as the weather: that has another text and a later date. A link that several
 * share tells nothing; title and date together do.
 */
export async function findByLink(
	stores: Stores,
	arrival: Arrival,
	arrivingIds: ReadonlySet<HeadlineId>,
): Promise<KeptHeadline | undefined> {
	const { source, link } = arrival.headline;
	if (link === undefined) return undefined;
	const linked = await stores.headlines.index("link").getAll([source, link]);
	for (const kept of linked)
		if (!arrivingIds.has(kept.id) && (await isSameStory(kept, arrival, stores))) return kept;
	return undefined;
}
