import type { IDBPTransaction } from "idb";
import type { Rule, RuleId } from "../model/rule";
import { type ArchiveSchema, type KeptHeadline, ofSource } from "./database";

/** The index that finds what a rule concerns. */
export const indexOf = ({ act }: Pick<Rule, "act">): "mutedBy" | "watchedBy" =>
	act === "mute" ? "mutedBy" : "watchedBy";

type Reading = IDBPTransaction<ArchiveSchema, ("headlines" | "removed")[], "readonly">;

/** The headlines of removed sources: for a day all of them, and then what is saved. */
async function ofRemoved(reading: Reading): Promise<KeptHeadline[]> {
	const bySource = reading.objectStore("headlines").index("source");
	const removed = await reading.objectStore("removed").getAllKeys();
	const lists = await Promise.all(removed.map((source) => bySource.getAll(ofSource(source))));
	return lists.flat();
}

const isConcerned = (headline: KeptHeadline, rule: Rule): boolean => {
	const rules: unknown = headline[indexOf(rule)];
	return Array.isArray(rules) && rules.includes(rule.id);
};

/**
 * How many headlines each of some rules concerns, those of removed sources left out. It is counted by
 * indexes; of the headlines, only those of removed sources are looked at.
 */
export async function countMatched(
	reading: Reading,
	rules: readonly Rule[],
): Promise<Record<RuleId, number>> {
	if (rules.length === 0) return {};
	const headlines = reading.objectStore("headlines");
	const removed = await ofRemoved(reading);
	const count = async (rule: Rule): Promise<number> => {
		const all = await headlines.index(indexOf(rule)).count(rule.id);
		return all - removed.filter((headline) => isConcerned(headline, rule)).length;
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
	const ids = new Set(await reading.objectStore("headlines").index("mutedBy").getAllKeys());
	for (const { id } of await ofRemoved(reading)) ids.delete(id);
	return ids.size;
}
