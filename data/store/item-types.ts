import type { Steps } from "../model/backup";
import type { Headline, Marks, SourceId } from "../model/headline";
import type { PopupLeft } from "../model/popup-place";
import type { Rule, RuleId } from "../model/rule";
import type { Run } from "../model/run";
import type { Found } from "../model/set-aside";
import type { Settings } from "../model/settings";
import type { NamedSource, Polls, Source } from "../model/source";
import type { SyncLog, SyncStatus } from "../model/sync/status";
import type { TroubleCode } from "../model/trouble";
import type { PicturesWanted } from "../model/wanted-pictures";

/** How far a refresh has come; absent while none runs. */
export interface Progress {
	done: number;
	total: number;
	/** The sources that are being asked, the one that has been for the longest first. */
	asking: SourceId[];
	/** When it last moved, in milliseconds since 1970; a stopped worker leaves an old one behind. */
	movedAt: number;
}

/** Every item in extension storage, by its key. */
export interface Items {
	/** Which version the items have, see ./item-steps.ts; 0 until there are any, and in version 1. */
	version: number;
	headlines: Headline[];
	marks: Marks;
	ticker: Run;
	sources: Source[];
	/** The sources that were removed, of which something may be saved; derived. */
	former: NamedSource[];
	settings: Settings;
	/** The user's rules, in the order of adding. */
	rules: Rule[];
	/** How many headlines each mute rule hides; derived. */
	muted: Record<RuleId, number>;
	/** When the next look at the sources is due, in milliseconds since 1970; null where none is. */
	nextLookAt: number | null;
	polls: Polls;
	/** When feeds were asked whose answers aren't kept yet; `polls` has those that are. */
	asking: Record<SourceId, number>;
	progress: Progress | null;
	/** How far a restore has come; null where none goes on. */
	restoring: Steps | null;
	/** How the popup was left. */
	popupLeft: PopupLeft | null;
	/** When a source's icon last came or went, in milliseconds since 1970; the icons are in the archive. */
	iconsAt: number;
	/** When a text last came or was edited, in milliseconds since 1970; later each time. The texts are in the archive. */
	textsAt: number;
	/** When the next daily snapshot is due, in milliseconds since 1970. */
	snapshotDueAt: number;
	/** When what has outlived its retention is next to be deleted, in milliseconds since 1970. */
	pruneDueAt: number;
	/** When the next look at every record is due, in milliseconds since 1970. */
	checkDueAt: number;
	/** How following the browser's profile goes; null where this device doesn't, and says nothing there. */
	sync: SyncStatus | null;
	/** What is known to have been decided about what is synced; null until this device has joined. */
	syncLog: SyncLog | null;
	/** What was found damaged, and couldn't be set aside yet. */
	unkept: Found[];
	/** What was found damaged or taken back, until somebody has looked at that. */
	damage: TroubleCode | null;
	/** What keeps the store from being used; found out anew at each start. */
	health: TroubleCode | null;
	/** The headlines that were saved and whose pictures are still to be kept. */
	picturesWanted: PicturesWanted;
	/** When a snapshot, or something set aside, last came or went, in milliseconds since 1970. */
	safeAt: number;
}

/** The key of an item. */
export type ItemKey = keyof Items;
