import * as v from "valibot";
import { browser } from "wxt/browser";
import type { Headline, Marks, SourceId } from "../model/headline";
import type { PopupLeft } from "../model/popup-place";
import type { Rule, RuleId } from "../model/rule";
import { EMPTY_RUN, type Run } from "../model/run";
import {
	headlineSchema,
	markSchema,
	pollSchema,
	popupLeftSchema,
	ruleSchema,
	runSchema,
	sourceSchema,
} from "../model/schemas";
import { readSettings, type Settings } from "../model/settings";
import type { Polls, Source } from "../model/source";

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

interface Item<T> {
	area: "local" | "session";
	/** Reads what storage holds, which may be anything; what can't be read falls back. */
	read: (stored: unknown) => T;
}

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

const readRun = (stored: unknown): Run => {
	const run = v.safeParse(runSchema, stored);
	return run.success ? run.output : EMPTY_RUN;
};

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
	headlines: { area: "local", read: listOf(headlineSchema) },
	marks: { area: "local", read: recordOf(markSchema) },
	ticker: { area: "local", read: readRun },
	sources: { area: "local", read: readListOf(sourceSchema) },
	settings: { area: "local", read: readSettings },
	rules: { area: "local", read: listOf(ruleSchema) },
	muted: { area: "local", read: recordOf(v.pipe(v.number(), v.safeInteger(), v.minValue(0))) },
	nextLookAt: { area: "local", read: (stored) => (typeof stored === "number" ? stored : null) },
	polls: { area: "local", read: recordOf(pollSchema) },
	asking: { area: "session", read: recordOf(v.number()) },
	progress: { area: "session", read: (stored) => (v.is(progressSchema, stored) ? stored : null) },
	popupLeft: { area: "session", read: readPopupLeft },
	iconsAt: { area: "session", read: (stored) => (typeof stored === "number" ? stored : 0) },
};

// The keys of `items` are typed to be exactly the item keys.
const ITEM_KEYS = Object.keys(items) as ItemKey[];

/** Reads some items, each as its type promises, whatever storage holds. */
export async function readItems<Key extends ItemKey>(keys: readonly Key[]): Promise<Pick<Items, Key>> {
	const areas = new Set(keys.map((key) => items[key].area));
	const stored: Record<string, unknown> = {};
	await Promise.all(
		[...areas].map(async (area) =>
			Object.assign(stored, await browser.storage[area].get(keys.filter((key) => items[key].area === area))),
		),
	);
	// Each key is read by its own reader, which returns that key's type.
	return Object.fromEntries(keys.map((key) => [key, items[key].read(stored[key])])) as Pick<Items, Key>;
}

/** Whether an item has ever been written, whatever with but null. */
export async function hasItem(key: ItemKey): Promise<boolean> {
	const stored = await browser.storage[items[key].area].get(key);
	return (stored[key] ?? null) !== null;
}

/** Writes some items, those of one area in one go. */
export async function writeItems(changed: Partial<Items>): Promise<void> {
	for (const area of ["local", "session"] as const) {
		const part = Object.fromEntries(
			ITEM_KEYS.filter((key) => key in changed && items[key].area === area).map((key) => [key, changed[key]]),
		);
		if (Object.keys(part).length > 0) await browser.storage[area].set(part);
	}
}

/**
 * Calls back with every change of the given items, made in any context, until the function that it
 * returns is called.
 */
export function watchItems<Key extends ItemKey>(
	keys: readonly Key[],
	onChange: (changed: Partial<Pick<Items, Key>>) => void,
): () => void {
	const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
		const changed = keys
			.filter((key) => key in changes && items[key].area === area)
			.map((key) => [key, items[key].read(changes[key]?.newValue)]);
		// As in readItems: each key with its own type.
		if (changed.length > 0) onChange(Object.fromEntries(changed) as Partial<Pick<Items, Key>>);
	};
	browser.storage.onChanged.addListener(listener);
	return () => browser.storage.onChanged.removeListener(listener);
}
