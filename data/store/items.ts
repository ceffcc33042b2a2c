import * as v from "valibot";
import { browser } from "wxt/browser";
import type { Headline, Marks, SourceId } from "../model/headline";
import type { PopupLeft } from "../model/popup-place";
import type { Rule, RuleId } from "../model/rule";
import type { Run } from "../model/run";
import {
	headlineSchema,
	markSchema,
	pollSchema,
	popupLeftSchema,
	ruleSchema,
	sourceSchema,
} from "../model/schemas";
import type { Settings } from "../model/settings";
import type { Polls, Source } from "../model/source";
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
	headlines: Headline[];
	marks: Marks;
	ticker: Run;
	sources: Source[];
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
	/** How the popup was left. */
	popupLeft: PopupLeft | null;
	/** When a source's icon last came or went, in milliseconds since 1970; the icons are in the archive. */
	iconsAt: number;
}

/** The key of an item. */
export type ItemKey = keyof Items;

/** Keeps the entries of a list that have the right shape. */
const listOf =
	<T>(schema: v.GenericSchema<unknown, T>) =>
	(stored: unknown): T[] =>
		Array.isArray(stored) ? stored.filter((entry): entry is T => v.is(schema, entry)) : [];

/** The same for entries of which parts have readers of their own, which leave out what can't be read. */
const readListOf =
	<T>(schema: v.GenericSchema<unknown, T>) =>
	(stored: unknown): T[] =>
		Array.isArray(stored)
			? stored.flatMap((entry) => {
					const read = v.safeParse(schema, entry);
					return read.success ? [read.output] : [];
				})
			: [];

/** Keeps the entries of a record that have the right shape. */
const recordOf =
	<T>(schema: v.GenericSchema<unknown, T>) =>
	(stored: unknown): Record<string, T> =>
		typeof stored === "object" && stored !== null
			? Object.fromEntries(
					Object.entries(stored).filter((entry): entry is [string, T] => v.is(schema, entry[1])),
				)
			: {};

const progressSchema = v.object({
	done: v.number(),
	total: v.number(),
	asking: v.array(v.string()),
	movedAt: v.number(),
});

const readPopupLeft = (stored: unknown): PopupLeft | null => {
	const left = v.safeParse(popupLeftSchema, stored);
	return left.success ? left.output : null;
};

const items: { [Key in ItemKey]: Item<Items[Key]> } = {
	...runItems,
	headlines: { area: "local", read: listOf(headlineSchema) },
	marks: { area: "local", read: recordOf(markSchema) },
	sources: { area: "local", read: readListOf(sourceSchema) },
	rules: { area: "local", read: listOf(ruleSchema) },
	muted: { area: "local", read: recordOf(v.pipe(v.number(), v.safeInteger(), v.minValue(0))) },
	polls: { area: "local", read: recordOf(pollSchema) },
	asking: { area: "session", read: recordOf(v.number()) },
	progress: { area: "session", read: (stored) => (v.is(progressSchema, stored) ? stored : null) },
	popupLeft: { area: "session", read: readPopupLeft },
	iconsAt: { area: "session", read: (stored) => (typeof stored === "number" ? stored : 0) },
};

// The keys of `items` are typed to be exactly the item keys.
const ITEM_KEYS = Object.keys(items) as ItemKey[];

/** Reads and watches any of the items; {@link ./item-store.ts} says how. */
export const { readItems, hasItem, watchItems } = itemStore<ItemKey>(items);

/** Writes some items, those of one area in one go. */
export async function writeItems(changed: Partial<Items>): Promise<void> {
	for (const area of ["local", "session"] as const) {
		const part = Object.fromEntries(
			ITEM_KEYS.filter((key) => key in changed && items[key].area === area).map((key) => [key, changed[key]]),
		);
		if (Object.keys(part).length > 0) await browser.storage[area].set(part);
	}
}
