import type { FullText } from "./full-text";
import type { Article, Headline, HeadlineId, Mark, SourceId } from "./headline";
import type { Rule } from "./rule";
import type { Settings } from "./settings";
import type { Source } from "./source";

/** Why a snapshot was taken: as each day, before something that changes much, or because somebody asked. */
export const SNAPSHOT_REASONS = [
	"day",
	"update",
	"import",
	"removal",
	"bring-back",
	"sync",
	"restore",
	"asked",
] as const;
export type SnapshotReason = (typeof SNAPSHOT_REASONS)[number];

/** What the user did with a headline, whether that is kept or not. */
export interface SnapshotMark extends Mark {
	id: HeadlineId;
	source: SourceId;
}

/** A saved headline with its text. Pictures aren't in snapshots. */
export interface SavedArticle {
	headline: Headline;
	article?: Article;
	fullText?: FullText;
}

/** Everything that the user chose and did, as it was at one time. */
export interface Snapshot {
	/** Which form it has; there is one so far. */
	format: 1;
	/** Milliseconds since 1970. */
	takenAt: number;
	sources: Source[];
	/** The sources that weren't followed any more, and of which something was saved. */
	former: Source[];
	settings: Settings;
	rules: Rule[];
	marks: SnapshotMark[];
	saved: SavedArticle[];
}

/** How much is in a snapshot. */
export type SnapshotCounts = Record<"sources" | "rules" | "marks" | "saved", number>;

/** What is said of a snapshot that is kept. */
export interface SnapshotFacts extends SnapshotCounts {
	id: number;
	/** Milliseconds since 1970. */
	takenAt: number;
	why: SnapshotReason;
	/** How much room it takes, compressed. */
	bytes: number;
}

/** How much is in a snapshot. */
export const countsOf = ({ sources, rules, marks, saved }: Snapshot): SnapshotCounts => ({
	sources: sources.length,
	rules: rules.length,
	marks: marks.length,
	saved: saved.length,
});
