import * as v from "valibot";
import type { Headline, Mark } from "./headline";
import { LAST_TIME } from "./last-time";
import { type PopupLeft, type PopupPlace, QUERY_LIMIT, type Sight } from "./popup-place";
import { readReadingStyle } from "./reading-style";
import { readRetention } from "./retention";
import type { Rule, RuleDraft, RuleMatch } from "./rule";
import { count, text, time } from "./schema-parts";
import { WHICH } from "./scope";
import type { NamedSource, Poll, PollHints, Source } from "./source";
import { TROUBLE_CODES } from "./trouble";

/** A time of which the pages make a date. */
const date = v.pipe(time, v.minValue(-LAST_TIME), v.maxValue(LAST_TIME));
/** A time that merely orders: one that is beyond all dates, which no backup takes, is brought to the next that isn't. */
const order = v.pipe(
	time,
	v.transform((at) => Math.min(Math.max(at, -LAST_TIME), LAST_TIME)),
);

/** A {@link Headline} as stored on the front. */
export const headlineSchema: v.GenericSchema<unknown, Headline> = v.object({
	id: text,
	title: text,
	source: text,
	publishedAt: date,
	url: v.exactOptional(v.string()),
	kind: v.picklist(["article", "cut-off", "video", "bare"]),
	seenAt: v.exactOptional(time),
	watched: v.exactOptional(v.literal(true)),
});

/** A {@link Mark} as stored on the front and in the archive. */
export const markSchema: v.GenericSchema<unknown, Mark> = v.object({
	shown: v.exactOptional(time),
	read: v.exactOptional(time),
	saved: v.exactOptional(time),
});

/** A {@link Source} as stored under `sources`. */
export const sourceSchema: v.GenericSchema<unknown, Source> = v.object({
	id: text,
	kind: v.picklist(["feed", "digest", "edition"]),
	title: v.string(),
	url: v.exactOptional(v.string()),
	home: v.exactOptional(v.string()),
	addedAt: order,
	group: v.exactOptional(v.string()),
	paused: v.exactOptional(v.literal(true)),
	fullText: v.exactOptional(v.literal(true)),
	reading: v.exactOptional(v.pipe(v.unknown(), v.transform(readReadingStyle))),
	retention: v.exactOptional(v.pipe(v.unknown(), v.transform(readRetention))),
});

/** A {@link NamedSource} as stored under `former`. */
export const namedSourceSchema: v.GenericSchema<unknown, NamedSource> = v.object({
	id: text,
	title: v.string(),
});

/** A {@link RuleMatch} as stored in a rule. */
export const ruleMatchSchema: v.GenericSchema<unknown, RuleMatch> = v.variant("kind", [
	v.object({ kind: v.literal("words"), text }),
	v.object({ kind: v.literal("pattern"), text }),
	v.object({ kind: v.literal("source"), source: text }),
]);

const draftEntries = {
	act: v.picklist(["mute", "watch"]),
	match: ruleMatchSchema,
	where: v.picklist(["title", "text"]),
	until: v.exactOptional(date),
};

/** A {@link RuleDraft} as a page sends it. */
export const ruleDraftSchema: v.GenericSchema<unknown, RuleDraft> = v.object(draftEntries);

/** A {@link Rule} as stored under `rules`. */
export const ruleSchema: v.GenericSchema<unknown, Rule> = v.object({
	...draftEntries,
	id: text,
	addedAt: order,
});

const sightEntries = {
	top: v.exactOptional(v.object({ id: text, above: v.pipe(v.number(), v.finite()) })),
	current: v.exactOptional(text),
};

const sightSchema: v.GenericSchema<unknown, Sight> = v.object(sightEntries);

/** Reads a {@link Sight} that was kept in a page's history, which may hold anything; undefined where it is none. */
export function readSight(kept: unknown): Sight | undefined {
	const sight = v.safeParse(sightSchema, kept);
	return sight.success ? sight.output : undefined;
}

const placeEntries = {
	...sightEntries,
	tab: v.picklist(WHICH),
	query: v.pipe(v.string(), v.maxLength(QUERY_LIMIT)),
};

/** A {@link PopupPlace} as the popup sends it. */
export const popupPlaceSchema: v.GenericSchema<unknown, PopupPlace> = v.object(placeEntries);

/** A {@link PopupLeft} as stored under `popupLeft`. */
export const popupLeftSchema: v.GenericSchema<unknown, PopupLeft> = v.object({
	...placeEntries,
	leftAt: time,
});

const hintsSchema: v.GenericSchema<unknown, PollHints> = v.object({
	ttlMinutes: v.exactOptional(v.number()),
	updateMinutes: v.exactOptional(v.number()),
	skipHours: v.exactOptional(v.array(v.number())),
	skipDays: v.exactOptional(v.array(v.number())),
	expired: v.exactOptional(v.literal(true)),
});

/** A {@link Poll} as stored under `polls`. */
export const pollSchema: v.GenericSchema<unknown, Poll> = v.object({
	nextAt: time,
	succeededAt: v.exactOptional(time),
	askedAt: v.exactOptional(time),
	outcome: v.exactOptional(v.picklist(["fresh", "unchanged", ...TROUBLE_CODES])),
	failures: count,
	etag: v.exactOptional(v.string()),
	lastModified: v.exactOptional(v.string()),
	bodyHash: v.exactOptional(v.string()),
	waitUntil: v.exactOptional(time),
	status: v.exactOptional(count),
	freshUntil: v.exactOptional(time),
	hints: v.exactOptional(hintsSchema),
	newestAt: v.exactOptional(time),
	gapMs: v.exactOptional(time),
	holdsSince: v.exactOptional(time),
	holds: v.exactOptional(count),
	fewerFor: v.exactOptional(count),
	redirect: v.exactOptional(v.object({ to: text, seen: count, checkedAt: time })),
});
