import { canonicalLink } from "./canonical-link";
import { HOUR_MS } from "./durations";
import type { HeadlineId, SourceId } from "./headline";
import { alikeTitles } from "./title-likeness";
import { publisherForm, readTitle, type TitleWords } from "./title-words";

/** What of a headline tells which story it is; a `Headline` has it all but the source's name. */
export interface StoryHeadline {
	id: HeadlineId;
	title: string;
	source: SourceId;
	/** The source's name, which some publishers put behind each title. */
	sourceTitle?: string;
	/** Milliseconds since 1970. */
	publishedAt: number;
	url?: string;
}

/** Headlines of one story lie no further apart. */
const STORY_MS = 72 * HOUR_MS;
/** In words; shorter titles, such as “Letters” or “Weather today”, say too little to tell a story by. */
const TELLING_LENGTH = 3;

/** A headline read for comparison. */
interface Read {
	at: number;
	source: SourceId;
	publishedAt: number;
	title: TitleWords;
	/** The canonical link of its page. */
	page: string | undefined;
}

/** The headlines that share something, in order of time. */
function sharing(reads: readonly Read[], nameOf: (read: Read) => string | undefined): Read[][] {
	const groups = new Map<string, Read[]>();
	for (const read of reads) {
		const name = nameOf(read);
		if (name === undefined) continue;
		const group = groups.get(name);
		if (group) group.push(read);
		else groups.set(name, [read]);
	}
	return [...groups.values()]
		.filter(({ length }) => length > 1)
		.map((group) => group.sort((a, b) => a.publishedAt - b.publishedAt || a.at - b.at));
}

/** Whether a link that these share names a page of one story: one source doesn't use it for several. */
const isOfOneStory = (group: readonly Read[]): boolean => {
	const keys = new Map(group.map(({ source, title }) => [source, title.key]));
	return group.every(({ source, title }) => keys.get(source) === title.key);
};

/** A page's address in canonical form; a site's front page tells no story. */
const pageOf = (url: string | undefined): string | undefined => {
	const link = url === undefined ? "" : canonicalLink(url);
	return /[/?]./.test(link) ? link : undefined;
};

/** An address without what {@link canonicalLink} may take off it: where these differ, so do canonical links. */
const baseOf = (url: string): string =>
	url.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/\/?(?:[?#].*)?$/s, "");

/** The pages of some headlines; only for addresses that may have one in common, because parsing them is slow. */
function pagesOf(headlines: readonly StoryHeadline[]): (string | undefined)[] {
	const bases = headlines.map(({ url }) => baseOf(url ?? ""));
	const uses = new Map<string, number>();
	for (const base of bases) uses.set(base, (uses.get(base) ?? 0) + 1);
	return headlines.map(({ url }, at) => ((uses.get(bases[at] ?? "") ?? 0) > 1 ? pageOf(url) : undefined));
}

const neighbours = (group: readonly Read[]): [Read, Read][] =>
	group.slice(1).flatMap((read, at): [Read, Read][] => {
		const before = group[at];
		return before ? [[before, read]] : [];
	});

/** Whether two headlines may stand in one story at all. */
const mayShare = (a: Read, b: Read): boolean => {
	if (Math.abs(a.publishedAt - b.publishedAt) > STORY_MS) return false;
	return a.source !== b.source || (a.title.key === b.title.key && a.page !== undefined && a.page === b.page);
};

/**
 * Groups headlines that tell the same story: of different sources, published within 72 hours of each other,
 * with the same title (but for case, accents, punctuation and the publisher's name), the same page or much
 * the same words. Two of one source go together only where both title and page are the same. It would rather
 * miss a story than join two; docs/run-and-stories.md has the figures.
 *
 * Every headline is in exactly one group, many alone. Groups stand in the order of their first headlines, and
 * headlines within them, as they were given.
 */
export function groupStories<T extends StoryHeadline>(headlines: readonly T[]): T[][] {
	const publishers = new Set(headlines.map(({ sourceTitle }) => publisherForm(sourceTitle ?? "")));
	publishers.delete("");
	const pages = pagesOf(headlines);
	const reads = headlines.map(({ source, publishedAt, title }, at): Read => {
		return { at, source, publishedAt, title: readTitle(title, publishers), page: pages[at] };
	});
	const telling = reads.filter(({ title }) => title.length >= TELLING_LENGTH);
	const pairs: [Read, Read][] = [
		...sharing(telling, ({ title }) => title.key),
		...sharing(reads, ({ page }) => page).filter(isOfOneStory),
	].flatMap(neighbours);
	pairs.push(...alikeTitles(telling, mayShare));

	const groups = reads.map((read) => [read]);
	for (const [a, b] of pairs) {
		const [into, from] = [groups[a.at], groups[b.at]];
		if (!into || !from || into === from) continue;
		if (!into.every((one) => from.every((other) => mayShare(one, other)))) continue;
		into.push(...from);
		for (const { at } of from) groups[at] = into;
	}
	return [...new Set(groups)].map((group) =>
		group.sort((a, b) => a.at - b.at).flatMap(({ at }) => headlines[at] ?? []),
	);
}
