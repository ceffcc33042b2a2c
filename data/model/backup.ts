import type { FullText } from "./full-text";
import type { Article, Headline, Revision } from "./headline";
import type { KeptPlace } from "./reading-place";
import type { Rule } from "./rule";
import type { Settings } from "./settings";
import type { SnapshotMark } from "./snapshot";
import type { Source } from "./source";

/** What a backup has many of, in the order in which it is restored: whatever belongs to a headline comes after it. */
export const BACKUP_KINDS = ["headlines", "articles", "fullTexts", "revisions", "places", "marks"] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];

/** What is in a backup of each kind. */
export interface BackupRecords {
	headlines: Headline;
	articles: Article;
	fullTexts: FullText;
	revisions: Revision;
	places: KeptPlace;
	/** Of headlines that are kept, and of some that may come again. */
	marks: SnapshotMark;
}

/** Some records of one kind. */
export type BackupPart = { [Kind in BackupKind]: { kind: Kind; records: BackupRecords[Kind][] } }[BackupKind];

/** A backup's sources that weren't followed any more when it was made, and of which something was saved. */
export type FormerSources = readonly Source[];

/** What the user has chosen: there is one of each in a backup. */
export interface BackupChoices {
	sources: Source[];
	settings: Settings;
	rules: Rule[];
}

/** How much is in a backup. */
export type BackupCounts = Record<BackupKind | "sources" | "former" | "rules" | "saved", number>;

/** No records of any kind yet. */
export const noRecords = (): Record<BackupKind | "saved", number> => ({
	headlines: 0,
	articles: 0,
	fullTexts: 0,
	revisions: 0,
	places: 0,
	marks: 0,
	saved: 0,
});

/** What a backup says of itself. */
export interface BackupFacts {
	/** When it was made, in milliseconds since 1970. */
	madeAt: number;
	/** The version of Headline Ticker that made it. */
	product: string;
	counts: BackupCounts;
}

/** How a backup is restored: what is missing is added, or all becomes what the backup says. */
export const RESTORE_WAYS = ["merge", "replace"] as const;
export type RestoreWay = (typeof RESTORE_WAYS)[number];

/** What came of a restore. */
export interface Restored {
	/** The snapshot by which it is undone. */
	undo: number;
	/** How many headlines weren't here before. */
	headlines: number;
	/** How many sources weren't followed before. */
	sources: number;
	/** How many of those wait for the user's permission. */
	waiting: number;
}

/** How far something has come; what it counts is of no account. */
export interface Steps {
	done: number;
	total: number;
}
