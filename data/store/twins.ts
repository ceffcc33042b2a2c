import { canonicalLink } from "../model/canonical-link";
import type { Headline, HeadlineId, SourceId } from "../model/headline";
import type { KeptHeadline } from "./database";

/** The archive's headlines by source and link, in any transaction that has them. */
interface ByLink {
	getAll: (key: [SourceId, link: string]) => Promise<KeptHeadline[]>;
}

/** What a backup has of feeds that are followed here under other ids, and what that is here. */
export interface Twins {
	/** The ids here of a backup's sources. */
	sources: ReadonlyMap<SourceId, SourceId>;
	/** The ids here of those of their headlines that have come here too. */
	headlines: Map<HeadlineId, HeadlineId>;
}

/**
 * Makes a backup's headlines those of the sources that have their addresses here. One that has come here too, at the same
 * address with the same title or date, is left out and noted. Of the others each keeps its id: when it comes again it is
 * known by its link.
 */
export async function headlinesHere(
	headlines: readonly Headline[],
	twins: Twins,
	byLink: ByLink,
): Promise<Headline[]> {
	if (twins.sources.size === 0) return [...headlines];
	const toHere = async (headline: Headline): Promise<Headline[]> => {
		const { id, url, title, publishedAt } = headline;
		const source = twins.sources.get(headline.source);
		if (source === undefined) return [headline];
		const linked = url === undefined ? [] : await byLink.getAll([source, canonicalLink(url)]);
		const same = linked.find((kept) => kept.title === title || kept.publishedAt === publishedAt);
		if (!same) return [{ ...headline, source }];
		twins.headlines.set(id, same.id);
		return [];
	};
	return (await Promise.all(headlines.map(toHere))).flat();
}

/** What belongs to a backup's headline, as it is named here. */
export function namedHere<T extends { id: HeadlineId; source?: SourceId }>(record: T, twins: Twins): T {
	if (twins.sources.size === 0) return record;
	const id = twins.headlines.get(record.id) ?? record.id;
	const source = record.source === undefined ? undefined : twins.sources.get(record.source);
	return { ...record, id, ...(source !== undefined && { source }) };
}
