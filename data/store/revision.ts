import type { RuleId } from "../model/rule";
import type { Judged, Meta } from "./database";

/** The archive's store `meta`, in any transaction that has it. */
interface MetaStore {
	get: (key: "meta") => Promise<Meta | undefined>;
}

/** The same in a transaction that writes. */
interface WritableMetaStore extends MetaStore {
	put: (value: Meta, key: "meta") => Promise<unknown>;
}

/** Reads the archive's {@link Meta}; an archive in which nothing has happened yet has zeros. */
export async function readMeta(meta: MetaStore): Promise<Meta> {
	return (await meta.get("meta")) ?? { revision: 0, headlinesChangedIn: 0, restartedAt: 0 };
}

/** Rules that are to judge all again. */
export const judgedAnew = (rules: readonly RuleId[]): Record<RuleId, Judged> =>
	Object.fromEntries(rules.map((id) => [id, { after: null }]));

/** When the popup was last open, in milliseconds since 1970; minus infinity where it never was. */
export const lastOpened = ({ popupOpenedAt = Number.NEGATIVE_INFINITY }: Meta): number => popupOpenedAt;

/**
 * Counts a change, inside the transaction that makes it: the front tells by the revision whether it is
 * up to date, and by `headlinesChangedIn` whether its headlines are. Answers what is known then. Whoever has read what
 * was known before, in the same transaction, can hand it in.
 */
export async function countChange(
	store: WritableMetaStore,
	change: Partial<Omit<Meta, "revision" | "headlinesChangedIn">> & { headlines?: boolean } = {},
	known?: Meta,
): Promise<Meta> {
	const before = known ?? (await readMeta(store));
	const { headlines = false, ...facts } = change;
	const revision = before.revision + 1;
	const meta = { ...before, ...facts, revision, ...(headlines && { headlinesChangedIn: revision }) };
	await store.put(meta, "meta");
	return meta;
}
