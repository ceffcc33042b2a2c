import * as v from "valibot";
import { browser } from "wxt/browser";
import type { CommandName, Commands, Handlers } from "./commands";
import { RESTORE_WAYS } from "./model/backup";
import { ID_LIMIT } from "./model/identity";
import { readReadingStyle } from "./model/reading-style";
import { readRetention } from "./model/retention";
import { text, time } from "./model/schema-parts";
import { popupPlaceSchema, ruleDraftSchema } from "./model/schemas";
import { BADGES, LISTENING_SPEEDS, THEMES, TICKER_MODES } from "./model/settings";
import { GROUP_LIMIT, TITLE_LIMIT } from "./model/source";
import { failed, type Outcome, troubleOf } from "./model/trouble";
import { ADDRESS_LIMIT } from "./model/web-address";

/** The longest file taken, in characters. */
const FILE_LIMIT = 20_000_000;

const nothing = v.null();
const id = v.pipe(text, v.maxLength(ID_LIMIT));
const address = v.pipe(v.string(), v.maxLength(ADDRESS_LIMIT));
const number = v.pipe(v.number(), v.safeInteger());

/** What each command may ask; whatever else a message holds is refused. */
const asks = {
	ready: nothing,
	mark: v.object({
		ids: v.array(id),
		act: v.picklist(["read", "unread", "saved", "unsaved", "shown"]),
	}),
	markAllRead: v.nullable(
		v.object({
			sources: v.exactOptional(v.array(id)),
			from: v.exactOptional(time),
		}),
	),
	restartRun: nothing,
	refresh: v.object({ sources: v.exactOptional(v.array(id)) }),
	stopRefresh: nothing,
	leavePopup: popupPlaceSchema,
	addSource: v.object({ address }),
	removeSource: v.object({ id }),
	restoreSource: v.object({ id }),
	findFeeds: v.object({ address }),
	editSource: v.object({
		id,
		title: v.exactOptional(v.pipe(v.string(), v.maxLength(TITLE_LIMIT))),
		url: v.exactOptional(address),
		group: v.exactOptional(v.nullable(v.pipe(v.string(), v.maxLength(GROUP_LIMIT)))),
		fullText: v.exactOptional(v.boolean()),
		reading: v.exactOptional(v.nullable(v.pipe(v.unknown(), v.transform(readReadingStyle)))),
		retention: v.exactOptional(v.nullable(v.pipe(v.unknown(), v.transform(readRetention)))),
	}),
	pauseSource: v.object({ id, paused: v.boolean() }),
	importFile: v.object({ name: v.string(), text: v.pipe(v.string(), v.maxLength(FILE_LIMIT)) }),
	changeSettings: v.object({
		theme: v.exactOptional(v.picklist(THEMES)),
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
		heard: v.exactOptional(v.record(address, v.pipe(time, v.minValue(0)))),
	}),
	keepPictures: v.object({ id }),
} satisfies { [Name in CommandName]: v.GenericSchema<unknown, Commands[Name]["ask"]> };

const messageSchema = v.object({ command: v.string(), ask: v.unknown() });

/** Answers one message as it came; what is no command of ours, or asks for what none may, is refused. */
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
