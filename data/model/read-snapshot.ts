import * as v from "valibot";
import { listOf } from "./readers";
import { text, time } from "./schema-parts";
import { headlineSchema, markSchema, ruleSchema, sourceSchema } from "./schemas";
import { readSettings } from "./settings";
import type { SavedArticle, Snapshot, SnapshotMark } from "./snapshot";
import { articleSchema, fullTextSchema } from "./text-schemas";

const snapshotMarkSchema: v.GenericSchema<unknown, SnapshotMark> = v.intersect([
	markSchema,
	v.object({ id: text, source: text }),
]);

const savedSchema: v.GenericSchema<unknown, SavedArticle> = v.object({
	headline: headlineSchema,
	article: v.exactOptional(articleSchema),
	fullText: v.exactOptional(fullTextSchema),
});

const frameSchema = v.looseObject({ format: v.literal(1), takenAt: time });

const sources = listOf(sourceSchema);
const rules = listOf(ruleSchema);
const marks = listOf(snapshotMarkSchema);
const saved = listOf(savedSchema);

/** Reads a snapshot: entries that don't fit are left out. Answers undefined for what is none. */
export function readSnapshot(stored: unknown): Snapshot | undefined {
	const frame = v.safeParse(frameSchema, stored);
	if (!frame.success) return undefined;
	const { format, takenAt, ...parts } = frame.output;
	return {
		format,
		takenAt,
		sources: sources.read(parts.sources),
		former: sources.read(parts.former),
		settings: readSettings(parts.settings),
		rules: rules.read(parts.rules),
		marks: marks.read(parts.marks),
		saved: saved.read(parts.saved),
	};
}
