import type { Headline, SourceId } from "./headline";

/** A part of what is kept; an empty one is the whole. */
export interface Scope {
	/** What came of these sources alone. */
	sources?: readonly SourceId[];
	/** What was published at this time or later, in milliseconds since 1970. */
	from?: number;
}

/** Whether a headline is in a scope. */
export const isInScope = (
	{ source, publishedAt }: Pick<Headline, "source" | "publishedAt">,
	{ sources, from }: Scope,
): boolean =>
	(sources === undefined || sources.includes(source)) && (from === undefined || publishedAt >= from);

/** Whether two scopes are the same part. */
export const isSameScope = (one: Scope, other: Scope): boolean =>
	one.from === other.from &&
	one.sources?.length === other.sources?.length &&
	(one.sources ?? []).every((source, place) => other.sources?.[place] === source);

/** How headlines are told apart by what was done with them, or is watched for. */
export const WHICH = ["all", "unread", "saved", "watched"] as const;

/** Which headlines are meant; one of {@link WHICH}. */
export type Which = (typeof WHICH)[number];
