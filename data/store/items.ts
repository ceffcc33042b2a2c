import * as v from "valibot";
import { browser } from "wxt/browser";
import type { Steps } from "../model/backup";
import type { Headline, Marks, SourceId } from "../model/headline";
import { mendedSource } from "../model/mended-source";
import type { PopupLeft } from "../model/popup-place";
import { listOf, type Reader, recordOf, type Sifted, schemaOf, wholeOf } from "../model/readers";
import type { Rule, RuleId } from "../model/rule";
import type { Run } from "../model/run";
import { count } from "../model/schema-parts";
import {
	headlineSchema,
	markSchema,
	namedSourceSchema,
	pollSchema,
	popupLeftSchema,
	ruleSchema,
	sourceSchema,
} from "../model/schemas";
import type { Found } from "../model/set-aside";
import type { Settings } from "../model/settings";
import type { NamedSource, Polls, Source } from "../model/source";
import { type SyncLog, type SyncStatus, syncLogSchema, syncStatusSchema } from "../model/sync/status";
import { TROUBLE_CODES, type TroubleCode } from "../model/trouble";
import { type PicturesWanted, wantedPicturesSchema } from "../model/wanted-pictures";
import { type Item, itemStore } from "./item-store";
import { runItems } from "./run-items";

/** How many headlines the front holds: as many as a list of a few pages shows, and read in 7 ms. */
export const FRONT_SIZE = 500;

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

/** An item, and what its reader makes of what is damaged. */
type SiftedItem<T> = Item<T> & Reader<T>;

const progressSchema = v.object({
	done: v.number(),
	total: v.number(),
	asking: v.array(v.string()),
	movedAt: v.number(),
});

const stepsSchema = v.object({ done: v.number(), total: v.number() });

const foundSchema = v.object({
	at: v.number(),
	where: v.string(),
	place: v.exactOptional(v.union([v.number(), v.string()])),
	why: v.picklist(["misshapen", "unknown", "unopenable", "lost"]),
	what: v.unknown(),
});

const timeOr = <Fallback extends number | null>(fallback: Fallback) => schemaOf(v.number(), fallback);
const codeSchema = v.picklist(TROUBLE_CODES);

const items: { [Key in ItemKey]: SiftedItem<Items[Key]> } = {
	version: { area: "local", ...schemaOf(v.pipe(v.number(), v.safeInteger()), 0) },
	headlines: { area: "local", ...listOf(headlineSchema) },
	marks: { area: "local", ...recordOf(markSchema) },
	ticker: { ...wholeOf(runItems.ticker.read), ...runItems.ticker },
	sources: { area: "local", ...listOf(sourceSchema, mendedSource) },
	former: { area: "local", ...listOf(namedSourceSchema) },
	settings: { ...wholeOf(runItems.settings.read), ...runItems.settings },
	rules: { area: "local", ...listOf(ruleSchema) },
	muted: { area: "local", ...recordOf(count) },
	nextLookAt: { ...timeOr(null), ...runItems.nextLookAt },
	polls: { area: "local", ...recordOf(pollSchema) },
	iconsAt: { area: "session", ...timeOr(0) },
	textsAt: { area: "session", ...timeOr(0) },
	snapshotDueAt: { area: "local", ...timeOr(0) },
	pruneDueAt: { area: "local", ...timeOr(0) },
	checkDueAt: { area: "local", ...timeOr(0) },
	sync: { area: "local", ...schemaOf(syncStatusSchema, null) },
	syncLog: { area: "local", ...schemaOf(syncLogSchema, null) },
	unkept: { area: "local", ...listOf(foundSchema) },
	damage: { ...runItems.damage, ...schemaOf(codeSchema, null) },
	health: { ...runItems.health, ...schemaOf(codeSchema, null) },
	safeAt: { area: "session", ...timeOr(0) },
	picturesWanted: { area: "local", ...recordOf(wantedPicturesSchema) },
	asking: { area: "session", ...recordOf(v.number()) },
	progress: { area: "session", ...schemaOf(progressSchema, null) },
	restoring: { area: "session", ...schemaOf(stepsSchema, null) },
	popupLeft: { area: "session", ...schemaOf(popupLeftSchema, null) },
};

// The keys of `items` are typed to be exactly the item keys.
const ITEM_KEYS = Object.keys(items) as ItemKey[];

/** Reads and watches any of the items; {@link ./item-store.ts} says how. */
export const { readItems, hasItem, watchItems } = itemStore<ItemKey>(items);

/** The items that outlive the browser's session. */
export const LASTING_KEYS = ITEM_KEYS.filter((key) => items[key].area === "local");

/** Reads the items that outlive the session as they are stored, whatever that is. */
export const readRawItems = (): Promise<Record<string, unknown>> => browser.storage.local.get(LASTING_KEYS);

/** What an item's reader makes of something stored, and what it leaves out. */
export const siftItem = (key: ItemKey, stored: unknown): Sifted<unknown> => items[key].sift(stored);

/** Writes items as they are to be stored, in one go. */
export const writeRawItems = (changed: Record<string, unknown>): Promise<void> =>
	browser.storage.local.set(changed);

/** Writes some items, those of one area in one go. */
export async function writeItems(changed: Partial<Items>): Promise<void> {
	for (const area of ["local", "session"] as const) {
		const part = Object.fromEntries(
			ITEM_KEYS.filter((key) => key in changed && items[key].area === area).map((key) => [key, changed[key]]),
		);
		if (Object.keys(part).length > 0) await browser.storage[area].set(part);
	}
}
