import { boundedTitle } from "../model/bounded-title";
import { canonicalLink } from "../model/canonical-link";
import type { Article, Incoming, SourceId } from "../model/headline";
import { headlineId } from "../model/identity";
import { settledDirection } from "../model/settled-direction";
import type { KeptHeadline } from "./database";

/** A headline that has come in, ready to be kept. */
export interface Arrival {
	headline: KeptHeadline;
	/** The text and what belongs to it, where there is any. */
	article?: Article;
	/** The date that the wire had, in milliseconds since 1970; absent where it had none that is usable. */
	date?: number;
	/** Whether no other headline that came with it has its link, so that the link can stand for it. */
	isLinkUnique: boolean;
}

const toArticle = (id: string, { author, language, html, media }: Incoming): Article | undefined =>
	author === undefined && html === undefined && media === undefined
		? undefined
		: {
				id,
				...(author !== undefined && { author: settledDirection(author) }),
				...(language !== undefined && { language }),
				...(html !== undefined && { html }),
				...(media && { media }),
			};

/** Feeds date to the second at best: below that there is room for the order of those that have one date. */
const SECOND_MS = 1_000;

/** Whether a kept headline had a date when it came; one of several that had it has a little more. */
export const hasDate = ({ publishedAt }: KeptHeadline, date: number): boolean =>
	publishedAt === date ||
	(date % SECOND_MS === 0 && Math.floor(publishedAt / SECOND_MS) * SECOND_MS === date);

/** Dates, of which those that are one become a millisecond apart, the last the earliest. */
function apart(dates: readonly (number | undefined)[]): (number | undefined)[] {
	const counts = new Map<number, number>();
	const shifted = dates.toReversed().map((date) => {
		if (date === undefined || date % SECOND_MS !== 0) return date;
		const place = counts.get(date) ?? 0;
		counts.set(date, place + 1);
		return date + Math.min(place, SECOND_MS - 1);
	});
	return shifted.toReversed();
}

/**
 * Gives what came in from one source its ids. Where the same key comes twice, the first counts. A headline
 * without a usable date, or with one in the future, takes the time that it was first seen; those without
 * are a millisecond apart, and so are those of one date, as where a feed gives the day alone, so that they keep
 * their order. Hashing can't go on inside a transaction, which would close meanwhile, so this is done before.
 */
export async function toArrivals(
	source: SourceId,
	incoming: readonly Incoming[],
	now: number,
): Promise<Arrival[]> {
	const links = incoming.map(({ url }) => (url === undefined ? undefined : canonicalLink(url)));
	const linkCounts = new Map<string | undefined, number>();
	for (const link of links) linkCounts.set(link, (linkCounts.get(link) ?? 0) + 1);
	const dates = incoming.map(({ publishedAt: date }) =>
		date !== undefined && date <= now ? date : undefined,
	);
	const times = apart(dates);

	const arrivals = await Promise.all(
		incoming.map(async (item, position): Promise<Arrival> => {
			const id = await headlineId(source, item.key);
			const date = dates[position];
			const publishedAt = times[position] ?? now - position;
			const link = links[position];
			const article = toArticle(id, item);
			return {
				headline: {
					id,
					title: boundedTitle(item.title),
					source,
					publishedAt,
					...(item.url !== undefined && { url: item.url }),
					kind: item.kind,
					age: -publishedAt,
					seenAt: now,
					...(link !== undefined && { link }),
				},
				...(article && { article }),
				...(date !== undefined && { date }),
				isLinkUnique: link !== undefined && linkCounts.get(link) === 1,
			};
		}),
	);
	return [...new Map(arrivals.reverse().map((arrival) => [arrival.headline.id, arrival])).values()].reverse();
}
