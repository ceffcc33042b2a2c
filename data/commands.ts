import * as v from "valibot";
import { browser } from "wxt/browser";
import type { Added, Found, Imported, Refreshed } from "./model/answers";
import { RESTORE_WAYS, type Restored, type RestoreWay } from "./model/backup";
import type { HeadlineId, SourceId } from "./model/headline";
import type { PicturesKept } from "./model/kept-pictures";
import type { MarkAct } from "./model/mark";
import type { PopupPlace } from "./model/popup-place";
import type { ReadingPlace } from "./model/reading-place";
import { readReadingStyle } from "./model/reading-style";
import { readRetention } from "./model/retention";
import type { Rule, RuleDraft, RuleId } from "./model/rule";
import { popupPlaceSchema, ruleDraftSchema } from "./model/schemas";
import type { Scope } from "./model/scope";
import { BADGES, LISTENING_SPEEDS, type Settings, type SettingsChange, TICKER_MODES } from "./model/settings";
import type { SnapshotFacts } from "./model/snapshot";
import type { Source, SourceEdit } from "./model/source";
import { failed, type Outcome, troubleOf } from "./model/trouble";

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

/** The longest address taken, in characters; browsers stop well before. */
const ADDRESS_LIMIT = 4096;
/** The longest title that a source can be given, in characters. */
const TITLE_LIMIT = 300;
/** The longest file taken, in characters. */
const FILE_LIMIT = 20_000_000;

const nothing = v.null();
const id = v.pipe(v.string(), v.nonEmpty(), v.maxLength(200));
const number = v.pipe(v.number(), v.safeInteger());

const asks = {
	ready: nothing,
	mark: v.object({
		ids: v.array(id),
		act: v.picklist(["read", "unread", "saved", "unsaved", "shown"]),
	}),
	markAllRead: v.nullable(
		v.object({
			sources: v.exactOptional(v.array(id)),
			from: v.exactOptional(v.pipe(v.number(), v.finite())),
		}),
	),
	restartRun: nothing,
	refresh: v.object({ sources: v.exactOptional(v.array(id)) }),
	stopRefresh: nothing,
	leavePopup: popupPlaceSchema,
	addSource: v.object({ address: v.pipe(v.string(), v.maxLength(ADDRESS_LIMIT)) }),
	removeSource: v.object({ id }),
	restoreSource: v.object({ id }),
	findFeeds: v.object({ address: v.pipe(v.string(), v.maxLength(ADDRESS_LIMIT)) }),
	editSource: v.object({
		id,
		title: v.exactOptional(v.pipe(v.string(), v.maxLength(TITLE_LIMIT))),
		url: v.exactOptional(v.pipe(v.string(), v.maxLength(ADDRESS_LIMIT))),
		fullText: v.exactOptional(v.boolean()),
		reading: v.exactOptional(v.nullable(v.pipe(v.unknown(), v.transform(readReadingStyle)))),
		retention: v.exactOptional(v.nullable(v.pipe(v.unknown(), v.transform(readRetention)))),
	}),
	pauseSource: v.object({ id, paused: v.boolean() }),
	importFile: v.object({ name: v.string(), text: v.pipe(v.string(), v.maxLength(FILE_LIMIT)) }),
	changeSettings: v.object({
		theme: v.exactOptional(v.picklist(["system", "light", "dark"])),
		wordsPerMinute: v.exactOptional(v.number()),
		tickerMode: v.exactOptional(v.picklist(TICKER_MODES)),
		refreshMinutes: v.exactOptional(v.number()),
		badge: v.exactOptional(v.picklist(BADGES)),
		quietHours: v.exactOptional(v.nullable(v.object({ from: v.number(), to: v.number() }))),
		notify: v.exactOptional(v.boolean()),
		notifyPerHour: v.exactOptional(v.number()),
		reading: v.exactOptional(v.pipe(v.unknown(), v.transform(readReadingStyle))),
		pictures: v.exactOptional(v.boolean()),
		keepPictures: v.exactOptional(v.boolean()),
		listeningSpeed: v.exactOptional(v.picklist(LISTENING_SPEEDS)),
		retention: v.exactOptional(v.pipe(v.unknown(), v.transform(readRetention))),
		speakingRate: v.exactOptional(v.number()),
		sync: v.exactOptional(v.boolean()),
	}),
	addRule: ruleDraftSchema,
	removeRule: v.object({ id }),
	popupOpened: nothing,
	fetchFullText: v.object({ id }),
	takeSnapshot: nothing,
	bringBack: v.object({ snapshot: number }),
	restoreBackup: v.object({ staged: id, way: v.picklist(RESTORE_WAYS) }),
	checkArchive: nothing,
	sawSetAside: nothing,
	forgetSetAside: v.object({ ids: v.array(number) }),
	startAgain: nothing,
	keepPlace: v.object({
		id,
		read: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
		heard: v.exactOptional(
			v.record(v.pipe(v.string(), v.maxLength(ADDRESS_LIMIT)), v.pipe(v.number(), v.finite(), v.minValue(0))),
		),
	}),
	keepPictures: v.object({ id }),
} satisfies { [Name in CommandName]: v.GenericSchema<unknown, Commands[Name]["ask"]> };

const messageSchema = v.object({ command: v.string(), ask: v.unknown() });

/** Answers one message as it came, or undefined where it is no command of ours. */
async function answer(handlers: Handlers, message: unknown): Promise<Outcome<unknown>> {
	const parsed = v.safeParse(messageSchema, message);
	if (!parsed.success || !Object.hasOwn(asks, parsed.output.command)) return failed("unexpected");
	// Object.hasOwn has just found the name among the asks, which are typed to be all commands.
	const name = parsed.output.command as CommandName;
	const ask = v.safeParse(asks[name], parsed.output.ask);
	if (!ask.success) return failed("unexpected", { about: name });
	try {
		// The schema of this very name has accepted the ask; the compiler can't follow that across the map.
		return await (handlers[name] as (ask: unknown) => Promise<Outcome<unknown>>)(ask.output);
	} catch (cause) {
		console.error(`The command ${name} failed.`, cause);
		return failed(troubleOf(cause, "unexpected"), { about: name });
	}
}

/** Whether a message comes from a page of the extension, and not from a script of it in somebody's page. */
const isOwnPage = ({ id, url }: { id?: string | undefined; url?: string | undefined }): boolean =>
	id === browser.runtime.id && url !== undefined && url.startsWith(browser.runtime.getURL("/"));

/**
 * Answers the commands of the extension's own pages. Must be called synchronously when the worker
 * starts. The listener is no async function: one of those answers every message, and with null.
 */
export function serve(handlers: Handlers): void {
	browser.runtime.onMessage.addListener((message, sender, respond) => {
		if (!isOwnPage(sender)) return;
		answer(handlers, message).then(respond);
		return true;
	});
}
