import * as v from "valibot";
import type { BackupKind, BackupRecords } from "../../model/backup";
import type { BackupFault } from "../../model/backup-faults";
import { boundedTitle } from "../../model/bounded-title";
import { ID_LIMIT } from "../../model/identity";
import { LAST_TIME } from "../../model/last-time";
import { parse } from "../../model/parse";
import type { KeptPlace } from "../../model/reading-place";
import type { Rule } from "../../model/rule";
import { text, time } from "../../model/schema-parts";
import { headlineSchema, markSchema, ruleSchema, sourceSchema } from "../../model/schemas";
import type { SnapshotMark } from "../../model/snapshot";
import type { Source } from "../../model/source";
import { articleSchema, fullTextSchema } from "../../model/text-schemas";
import { isWeb } from "../../model/web-address";
import { DEPTH_LIMIT } from "./limits";

/** What is known by ids is kept in objects, which have this name for what they are made after. */
const isId = (id: string) => id.length <= ID_LIMIT && id !== "__proto__";

const id = v.pipe(text, v.check(isId));

/** Without the addresses that no request may go to, whoever wrote them. */
function onWeb<T extends { url?: string; home?: string }>(record: T): T {
	const { url, home, ...rest } = record;
	// Both may be absent in any T that has them.
	return {
		...rest,
		...(url !== undefined && isWeb(url) && { url }),
		...(home !== undefined && isWeb(home) && { home }),
	} as T;
}

const placeSchema: v.GenericSchema<unknown, KeptPlace> = v.object({
	id,
	at: time,
	read: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
	heard: v.exactOptional(v.record(v.string(), v.pipe(v.number(), v.minValue(0)))),
});

const markOfSchema: v.GenericSchema<unknown, SnapshotMark> = v.intersect([
	markSchema,
	v.object({ id, source: id }),
]);

const SCHEMAS: { [Kind in BackupKind]: v.GenericSchema<unknown, BackupRecords[Kind]> } = {
	headlines: v.pipe(
		headlineSchema,
		v.check(({ id, source }) => isId(id) && isId(source)),
		v.transform(({ watched: _, ...headline }) => onWeb({ ...headline, title: boundedTitle(headline.title) })),
	),
	articles: v.pipe(
		articleSchema,
		v.transform(({ media, ...article }) => ({
			...article,
			...(media && { media: media.filter(({ url }) => isWeb(url)) }),
		})),
	),
	fullTexts: v.pipe(fullTextSchema, v.transform(onWeb)),
	revisions: v.object({ headline: id, seenAt: time, title: text, html: v.exactOptional(v.string()) }),
	places: placeSchema,
	marks: markOfSchema,
};

const sources: v.GenericSchema<unknown, Source> = v.pipe(
	sourceSchema,
	v.check(({ id }) => isId(id)),
	v.transform((source) => onWeb({ ...source, title: boundedTitle(source.title) })),
);

/** Reads a source, or a rule; undefined for what is none. */
export const readSource = (written: unknown): Source | undefined => parse(sources, written);
export const readRule = (written: unknown): Rule | undefined => parse(ruleSchema, written);

/** Reads a record of a kind; undefined for what is none. */
export const readRecord = <Kind extends BackupKind>(
	kind: Kind,
	written: unknown,
): BackupRecords[Kind] | undefined => parse(SCHEMAS[kind], written);

/** What of something written, wherever in it, no backup has; undefined where there is nothing such. */
export function faultIn(written: unknown, depth = 0): BackupFault | undefined {
	if (typeof written === "number") return Math.abs(written) <= LAST_TIME ? undefined : "backup-numbers";
	if (typeof written !== "object" || written === null) return undefined;
	if (depth === DEPTH_LIMIT) return "backup-misshapen";
	for (const key of Object.keys(written)) {
		if (key === "__proto__") return "backup-poisoned";
		// The key is the object's own.
		const fault = faultIn((written as Record<string, unknown>)[key], depth + 1);
		if (fault) return fault;
	}
	return undefined;
}
