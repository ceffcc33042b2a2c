import type { IDBPTransaction } from "idb";
import type { HeadlineId } from "../model/headline";
import type { Rule, RuleId } from "../model/rule";
import { type ArchiveSchema, ofSource } from "./database";

/** The index that finds what a rule concerns. */
export const indexOf = ({ act }: Pick<Rule, "act">): "mutedBy" | "watchedBy" =>
	act === "mute" ? "mutedBy" : "watchedBy";

type Reading = IDBPTransaction<ArchiveSchema, ("headlines" | "removed")[], "readonly">;

/** The headlines of removed sources, while these can be restored. */
async function idsOfRemoved(reading: Reading): Promise<ReadonlySet<HeadlineId>> {
	const bySource = reading.objectStore("headlines").index("source");
	const removed = await reading.objectStore("removed").getAllKeys();
	const lists = await Promise.all(removed.map((source) => bySource.getAllKeys(ofSource(source))));
	return new Set(lists.flat());
}

/**
 * How many headlines each of some rules concerns, those of removed sources left out. It is counted by
 * indexes; only while a removed source can be restored, keys are compared.
 */
export async function countMatched(
	reading: Reading,
	rules: readonly Rule[],
): Promise<Record<RuleId, number>> {
	const headlines = reading.objectStore("headlines");
	const removed = await idsOfRemoved(reading);
	const count = async (rule: Rule): Promise<number> => {
		const index = headlines.index(indexOf(rule));
		if (removed.size === 0) return index.count(rule.id);
		return (await index.getAllKeys(rule.id)).filter((id) => !removed.has(id)).length;
	};
	const counts = await Promise.all(rules.map(async (rule) => [rule.id, await count(rule)] as const));
	return Object.fromEntries(counts);
}

/** How many headlines all mute rules hide together, where each hides so many; one that several hide is one. */
export async function countHidden(
	reading: Reading,
	muted: Readonly<Record<RuleId, number>>,
): Promise<number> {
	const [one = 0, ...others] = Object.values(muted).filter((count) => count > 0);
	if (others.length === 0) return one;
	const removed = await idsOfRemoved(reading);
	const ids = new Set(await reading.objectStore("headlines").index("mutedBy").getAllKeys());
	return [...ids].filter((id) => !removed.has(id)).length;
}
