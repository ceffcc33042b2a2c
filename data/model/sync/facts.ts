import type { HeadlineId, Mark, SourceId } from "../headline";
import { readReadingStyle } from "../reading-style";
import { type Rule, ruleName } from "../rule";
import type { Settings } from "../settings";
import type { Source } from "../source";
import { settingsFields } from "./flat-settings";
import { keyOf } from "./records";

/** What a device has of all that is synced. */
export interface Present {
	settings: Settings;
	sources: readonly Source[];
	rules: readonly Rule[];
	/** When the sources that were removed lately were, in milliseconds since 1970. */
	removed: ReadonlyMap<SourceId, number>;
	/** The headlines that are kept, by what {@link shortId} makes of their ids. */
	kept: ReadonlyMap<string, HeadlineId>;
	/** What the user did with them. */
	marks: ReadonlyMap<HeadlineId, Mark>;
}

/** How a thing is on a device, field by field, and when that was decided, in seconds since 1970, where that is known. */
export type Facts = Readonly<Record<string, { value: unknown; at?: number | undefined }>>;

/** 48 bits of an id: among 50,000 kept headlines and 8,000 marks two meet with a chance of one in a million. */
export const SHORT = 8;

/** What names a headline in a mark that is synced: the beginning of its id, which is a hash. */
export const shortId = (id: HeadlineId): string => id.slice(0, SHORT);

/** Whether something is what {@link shortId} makes of a hash. */
export const isShortId = (name: string): boolean => /^[\w-]{8}$/.test(name);

/** A time of an act in seconds since 1970. */
export const toSeconds = (ms: number): number => Math.floor(ms / 1000);

const factsOf = (fields: Record<string, unknown>): Facts =>
	Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, { value: value ?? null }]));

/** A feed's facts. */
const sourceFacts = ({ url, title, home, group, addedAt, paused, fullText, reading }: Source): Facts =>
	factsOf({
		...{ here: true, url, title, home, group, addedAt, paused, fullText },
		// In its reader's order, so that the same choices are the same value.
		reading: reading && readReadingStyle(reading),
	});

/** A rule's facts. */
export const ruleFacts = ({ act, match, where, until }: Rule): Facts =>
	factsOf({ here: true, draft: { act, match, where }, until });

const done = (at: number | undefined) =>
	at === undefined ? { value: null } : { value: true, at: toSeconds(at) };

/** The facts of what was done with a headline. */
export const markFacts = ({ read, saved }: Mark): Facts => ({ read: done(read), saved: done(saved) });

/** The sources that are synced: feeds can be asked from anywhere, and what a file brought is on one device alone. */
const isSynced = ({ kind, url }: Source): boolean => kind === "feed" && url !== undefined;

/** The facts of all that a device has, by key. A headline with which nothing was done has none. */
export function allFacts({ settings, sources, rules, marks }: Present): Map<string, Facts> {
	const facts = new Map<string, Facts>();
	facts.set(keyOf("settings", ""), factsOf(settingsFields(settings)));
	for (const source of sources) {
		if (isSynced(source)) facts.set(keyOf("source", source.id), sourceFacts(source));
	}
	for (const rule of rules) facts.set(keyOf("rule", ruleName(rule)), ruleFacts(rule));
	for (const [id, mark] of marks) {
		const short = shortId(id);
		if (isShortId(short) && (mark.read !== undefined || mark.saved !== undefined))
			facts.set(keyOf("mark", short), markFacts(mark));
	}
	return facts;
}
