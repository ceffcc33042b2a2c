import { canonicalLink } from "../model/canonical-link";
import type { Headline, Mark, SourceId } from "../model/headline";
import type { KeptHeadline, KeptMark } from "./archive-schema";
import { isName } from "./shelf";

/** All of one source in an index whose keys begin with the source. */
export const ofSource = (source: SourceId): IDBKeyRange => IDBKeyRange.bound([source], [source, []]);

/** A place in the archive's index of headlines by source. */
interface SourceCursor {
	readonly key: [SourceId, age: number];
	continue(next: [SourceId, age: number]): Promise<SourceCursor | null>;
}

/** All sources that any headline is of; it leaps from one to the next. */
export async function sourcesIn(bySource: {
	openKeyCursor: () => Promise<SourceCursor | null>;
}): Promise<SourceId[]> {
	const sources: SourceId[] = [];
	let cursor = await bySource.openKeyCursor();
	while (cursor) {
		// A damaged headline's may be anything that a key can be; numbers and dates come before texts.
		const source: IDBValidKey = cursor.key[0];
		if (isName(source)) sources.push(source);
		// What comes after texts is no source's; to the compiler only texts are left.
		if (typeof source === "object" && !((source as IDBValidKey) instanceof Date)) break;
		// No age has a say in this: the least text that comes after a source's own begins the next.
		const next: IDBValidKey = [typeof source === "string" ? `${source}\0` : ""];
		// The index has such keys, and whole ones no others.
		cursor = await cursor.continue(next as unknown as [SourceId, number]);
	}
	return sources;
}

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

/**
 * Whether a kept headline has all that it must have, whatever the archive gave for one. A look at each costs
 * little; ./check-archive.ts looks closer, and sets aside what isn't whole.
 */
export const isWhole = ({ id, title, source, publishedAt, kind, url, seenAt }: KeptHeadline): boolean =>
	[id, title, source, kind].every(isName) &&
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
