import { browser } from "wxt/browser";
import type { ItemKey, Items } from "./items";
import { followRevisions, hear, isTellable } from "./told";

/** How an item is stored. */
export interface Item<T> {
	area: "local" | "session";
	/** Reads what storage holds, which may be anything; what can't be read falls back. */
	read: (stored: unknown) => T;
}

/** Reads and watches some of what is stored; {@link ./items.ts} has all of it. */
export interface ItemStore<Known extends ItemKey> {
	/** Reads some items, each as its type promises, whatever storage holds. */
	readItems<Key extends Known>(keys: readonly Key[]): Promise<Pick<Items, Key>>;
	/** Whether an item has ever been written, whatever with but null. */
	hasItem(key: Known): Promise<boolean>;
	/** Calls back with every change of the given items, made in any context, for as long as the page is there. */
	watchItems<Key extends Known>(
		keys: readonly Key[],
		onChange: (changed: Partial<Pick<Items, Key>>) => void,
	): void;
}

/** Makes the store of the items that a page has readers for: it loads no others. */
export function itemStore<Known extends ItemKey>(
	items: {
		readonly [Key in Known]: Item<Items[Key]>;
	},
): ItemStore<Known> {
	return {
		async readItems<Key extends Known>(keys: readonly Key[]) {
			const areas = new Set(keys.map((key) => items[key].area));
			const stored: Record<string, unknown> = {};
			await Promise.all(
				[...areas].map(async (area) =>
					Object.assign(
						stored,
						await browser.storage[area].get(keys.filter((key) => items[key].area === area)),
					),
				),
			);
			// Each key is read by its own reader, which returns that key's type.
			return Object.fromEntries(keys.map((key) => [key, items[key].read(stored[key])])) as Pick<Items, Key>;
		},
		async hasItem(key) {
			const stored = await browser.storage[items[key].area].get(key);
			return (stored[key] ?? null) !== null;
		},
		watchItems<Key extends Known>(
			keys: readonly Key[],
			onChange: (changed: Partial<Pick<Items, Key>>) => void,
		) {
			const take = (stored: Record<string, unknown>) => {
				const changed = keys.filter((key) => key in stored).map((key) => [key, items[key].read(stored[key])]);
				// As in readItems: each key with its own type.
				if (changed.length > 0) onChange(Object.fromEntries(changed) as Partial<Pick<Items, Key>>);
			};
			const revisions = followRevisions();
			const revisionOf = (ticker: unknown) => Object(ticker).revision;
			hear((told) => {
				if (revisions.tell(revisionOf(told.ticker))) take(told);
			});
			const listener = (changes: Record<string, { newValue?: unknown }>, area: string) => {
				const { ticker } = changes;
				const isTold = ticker !== undefined && !revisions.store(revisionOf(ticker.newValue));
				const changed = keys
					.filter((key) => key in changes && items[key].area === area && !(isTold && isTellable(key)))
					.map((key) => [key, changes[key]?.newValue]);
				take(Object.fromEntries(changed));
			};
			browser.storage.onChanged.addListener(listener);
		},
	};
}
