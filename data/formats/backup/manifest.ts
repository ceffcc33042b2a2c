import * as v from "valibot";
import { BACKUP_KINDS, type BackupFacts, type BackupKind } from "../../model/backup";
import { count } from "../../model/schema-parts";

/** What a file says that is a backup of ours. */
const FORMAT = "headline-ticker-backup";

/** Which form backups have that this version makes; see ./steps.ts. */
export const FORMAT_VERSION = 1;

/** The file in a backup that says what is in it. */
export const MANIFEST = "backup.json";

/** The files of which there is one each. */
export const SINGLE = {
	sources: "sources.json",
	former: "former.json",
	settings: "settings.json",
	rules: "rules.json",
	/** For other programs. */
	opml: "sources.opml",
} as const;

const NAMES: Record<BackupKind, string> = {
	headlines: "headlines",
	articles: "articles",
	fullTexts: "full-texts",
	revisions: "revisions",
	places: "places",
	marks: "marks",
};

/** The name of the file with the nth part of a kind, from 1. */
export const partName = (kind: BackupKind, nth: number): string =>
	`${NAMES[kind]}-${String(nth).padStart(4, "0")}.json`;

/** Of which kind a file's records are, by its name; undefined for another file. */
export function kindOf(name: string): BackupKind | undefined {
	const [, stem] = /^([a-z-]+)-\d{4}\.json$/.exec(name) ?? [];
	return BACKUP_KINDS.find((kind) => NAMES[kind] === stem);
}

const frameSchema = v.object({
	format: v.literal(FORMAT),
	version: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
});

const manifestSchema = v.object({
	madeAt: v.pipe(v.number(), v.safeInteger()),
	product: v.pipe(v.string(), v.maxLength(50)),
	counts: v.object({
		sources: count,
		former: v.optional(count, 0),
		rules: count,
		saved: count,
		headlines: count,
		articles: count,
		fullTexts: count,
		revisions: count,
		places: count,
		marks: count,
	}),
});

/** Writes what a backup says of itself. */
export const writeManifest = (facts: BackupFacts): string =>
	`${JSON.stringify({ format: FORMAT, version: FORMAT_VERSION, ...facts }, null, "\t")}\n`;

/** The version of a backup's form, by what it says of itself; undefined where it is no backup. */
export function versionIn(written: unknown): number | undefined {
	const frame = v.safeParse(frameSchema, written);
	return frame.success ? frame.output.version : undefined;
}

/** Reads what a backup of the newest form says of itself; undefined where it says something else. */
export function readManifest(written: unknown): BackupFacts | undefined {
	const manifest = v.safeParse(manifestSchema, written);
	return manifest.success ? manifest.output : undefined;
}
