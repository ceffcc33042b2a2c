import * as v from "valibot";
import { browser } from "wxt/browser";
import { mendedSource } from "../model/mended-source";
import { listOf, type Reader, recordOf, type Sifted, schemaOf, wholeOf } from "../model/readers";
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
import { syncLogSchema, syncStatusSchema } from "../model/sync/status";
import { TROUBLE_CODES } from "../model/trouble";
import { wantedPicturesSchema } from "../model/wanted-pictures";
import { type Item, itemStore } from "./item-store";
import type { ItemKey, Items } from "./item-types";
import { runItems } from "./run-items";

export type * from "./item-types";

/** How many headlines the front holds: as many as a list of a few pages shows, and read in 7 ms. */
export const FRONT_SIZE = 500;

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
