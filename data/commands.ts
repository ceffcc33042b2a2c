import type { Added, Found, Imported, Refreshed } from "./model/answers";
import type { Restored, RestoreWay } from "./model/backup";
import type { HeadlineId, SourceId } from "./model/headline";
import type { PicturesKept } from "./model/kept-pictures";
import type { MarkAct } from "./model/mark";
import type { PopupPlace } from "./model/popup-place";
import type { ReadingPlace } from "./model/reading-place";
import type { Rule, RuleDraft, RuleId } from "./model/rule";
import type { Scope } from "./model/scope";
import type { Settings, SettingsChange } from "./model/settings";
import type { SnapshotFacts } from "./model/snapshot";
import type { Source, SourceEdit } from "./model/source";
import type { Outcome } from "./model/trouble";

/** Every command that a page can give, with what it takes and what it answers. */
export interface Commands {
	/** Answers once the extension is set up: the edition is stored and the front published. */
	ready: { ask: null; answer: null };
	/** Marks headlines; answers those that it changed. */
	mark: { ask: { ids: HeadlineId[]; act: MarkAct }; answer: HeadlineId[] };
	/** Marks everything that is kept, or a part of it, as read; answers the headlines that it changed, for undo. */
	markAllRead: { ask: Scope | null; answer: HeadlineId[] };
	/** Begins the ticker's run again with everything unread. */
	restartRun: { ask: null; answer: null };
	/** Asks the given feeds now, or all of them; answers when the last is done. */
	refresh: { ask: { sources?: SourceId[] }; answer: Refreshed };
	/** Ends the refresh that is going on; what it has brought by now is kept. */
	stopRefresh: { ask: null; answer: null };
	/** Notes how the popup is left, so that it comes back so. */
	leavePopup: { ask: PopupPlace; answer: null };
	/** Looks for the feeds behind what somebody pasted, and into them; adds nothing. */
	findFeeds: { ask: { address: string }; answer: Found };
	addSource: { ask: { address: string }; answer: Added };
	/** Removes a source and hides what came of it but for what is saved; {@link Commands.restoreSource} undoes it. */
	removeSource: { ask: { id: SourceId }; answer: Source };
	restoreSource: { ask: { id: SourceId }; answer: Source };
	/** Changes what is given of a source; what came of it stays. */
	editSource: { ask: { id: SourceId } & SourceEdit; answer: Source };
	/** Stops polling a source, or goes on with it. */
	pauseSource: { ask: { id: SourceId; paused: boolean }; answer: Source };
	/** Takes a file's text in: a digest or OPML. */
	importFile: { ask: { name: string; text: string }; answer: Imported };
	changeSettings: { ask: SettingsChange; answer: Settings };
	/** Adds a rule by which headlines are muted or watched; {@link Commands.removeRule} undoes it. */
	addRule: { ask: RuleDraft; answer: Rule };
	removeRule: { ask: { id: RuleId }; answer: Rule };
	/** Notes that the popup has been opened: what comes from now on is new. */
	popupOpened: { ask: null; answer: null };
	/** Notes how far somebody has come in an article; what is absent stays as it was. */
	keepPlace: { ask: { id: HeadlineId } & ReadingPlace; answer: null };
	/** Fetches a headline's page and keeps the article in it; answers when that is done. */
	fetchFullText: { ask: { id: HeadlineId }; answer: null };
	/** Fetches the pictures of a saved headline, and keeps them until it isn't saved any more. */
	keepPictures: { ask: { id: HeadlineId }; answer: PicturesKept };
	takeSnapshot: { ask: null; answer: SnapshotFacts };
	/** Brings a snapshot back; what there was is kept as the one that is answered, for undo. */
	bringBack: { ask: { snapshot: number }; answer: { undo: number } };
	/** Restores a backup that this page has staged; what there was is kept as a snapshot, for undo. */
	restoreBackup: { ask: { staged: string; way: RestoreWay }; answer: Restored };
	/** Looks at every record; answers how many were set aside. */
	checkArchive: { ask: null; answer: number };
	/** Notes that somebody has looked at what was set aside. */
	sawSetAside: { ask: null; answer: null };
	/** Forgets, for good, what was set aside. */
	forgetSetAside: { ask: { ids: number[] }; answer: null };
	/** Makes a new archive in place of one that can't be opened, and brings the last snapshot back. */
	startAgain: { ask: null; answer: null };
}

/** The name of a command. */
export type CommandName = keyof Commands;

/** What answers each command; it runs in the background alone. */
export type Handlers = {
	[Name in CommandName]: (ask: Commands[Name]["ask"]) => Promise<Outcome<Commands[Name]["answer"]>>;
};
