/** Every item in extension storage as it is stored, which may be anything. */
type RawItems = Record<string, unknown>;

/**
 * Step n takes the items from version n + 1 to version n + 2, and answers those that change; version 1 is that
 * of the releases that stored no version. A step is pure, survives anything, and never changes once released.
 */
export const ITEM_STEPS: readonly ((items: RawItems) => RawItems)[] = [
	// The run counts what is new and watched since, which is counted where the front is published next.
	({ ticker }) =>
		typeof ticker === "object" && ticker !== null
			? { ticker: { fresh: 0, watched: 0, ...ticker, revision: 0 } }
			: {},
];

/** Which version stored items have; where there are none yet, the newest. */
export function versionOf({ version, sources }: RawItems, steps = ITEM_STEPS): number {
	if (typeof version === "number" && version >= 1) return version;
	return sources === undefined ? steps.length + 1 : 1;
}

/** What changes of some items on their way to the newest version, with that version; nothing where they have it. */
export function migratedItems(items: RawItems, steps = ITEM_STEPS): RawItems {
	const version = steps.length + 1;
	if (items.version === version) return {};
	const changed: RawItems = {};
	for (const step of steps.slice(versionOf(items, steps) - 1))
		Object.assign(changed, step({ ...items, ...changed }));
	return { ...changed, version };
}
