import { canonicalLink } from "../model/canonical-link";
import type { Headline, Mark, SourceId } from "../model/headline";
import type { KeptHeadline, KeptMark } from "./archive-schema";

/** All of one source in an index whose keys begin with the source. */
export const ofSource = (source: SourceId): IDBKeyRange => IDBKeyRange.bound([source], [source, []]);

/** The fact in a kept headline, without what the archive finds it by. */
export function toHeadline({
	age,
	link,
	broughtAt,
	mutedBy,
	watchedBy,
	...headline
}: KeptHeadline): Headline {
	return watchedBy ? { ...headline, watched: true } : headline;
}

/** A headline as the archive keeps it, with what it is found by; what no source has seen was seen as it was dated. */
export function toKept({ watched: _, ...headline }: Headline): KeptHeadline {
	const { url, publishedAt, seenAt = publishedAt } = headline;
	return {
		...headline,
		age: -publishedAt,
		seenAt,
		...(url !== undefined && { link: canonicalLink(url) }),
	};
}

const isText = (value: unknown) => typeof value === "string" && value !== "";

/**
 * Whether a kept headline has all that it must have, whatever the archive gave for one. A look at each costs
 * little; ./check-archive.ts looks closer, and sets aside what isn't whole.
 */
export const isWhole = ({ id, title, source, publishedAt, kind, url, seenAt }: KeptHeadline): boolean =>
	[id, title, source, kind].every(isText) &&
	[publishedAt, seenAt].every(Number.isFinite) &&
	(url === undefined || typeof url === "string");

/** The facts in some kept headlines; what isn't whole is left out. */
export const toHeadlines = (kept: readonly KeptHeadline[]): Headline[] =>
	kept.filter(isWhole).map(toHeadline);

/** The mark in a kept one; of one that is damaged, what can be read. */
export function toMark({ shown, read, saved }: KeptMark | Mark): Mark {
	return {
		...(Number.isFinite(shown) && { shown }),
		...(Number.isFinite(read) && { read }),
		...(Number.isFinite(saved) && { saved }),
	};
}
