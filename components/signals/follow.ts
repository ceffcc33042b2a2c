import { batch, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { ItemKey, Items } from "@/data/store/items";

/** Reads and watches stored items; data/store/items.ts is the real one. */
export interface Stored<Known extends ItemKey> {
	readItems<Key extends Known>(keys: readonly Key[]): Promise<Pick<Items, Key>>;
	watchItems<Key extends Known>(
		keys: readonly Key[],
		onChange: (changed: Partial<Pick<Items, Key>>) => void,
	): void;
}

/** Stored items as signals. */
export type Followed<Key extends ItemKey> = { readonly [K in Key]: ReadonlySignal<Items[K]> };

/**
 * Reads some items and follows them from then on, whoever changes them. It watches before it reads, so
 * that no change falls between the two; a change that came in the meantime is newer than what was read.
 */
export async function follow<Key extends ItemKey>(
	stored: Stored<Key>,
	keys: readonly Key[],
): Promise<Followed<Key>> {
	let early: Partial<Pick<Items, Key>> = {};
	let take = (changed: Partial<Pick<Items, Key>>) => {
		early = { ...early, ...changed };
	};
	stored.watchItems(keys, (changed) => take(changed));
	const read: Pick<Items, Key> = { ...(await stored.readItems(keys)), ...early };

	// Built from the keys themselves: each has a signal of its own type.
	const signals = Object.fromEntries(keys.map((key) => [key, signal(read[key])])) as {
		[K in Key]: Signal<Items[K]>;
	};
	take = (changed) =>
		batch(() => {
			for (const key of keys) {
				const value = changed[key];
				if (value !== undefined) signals[key].value = value;
			}
		});
	return signals;
}
