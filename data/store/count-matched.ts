import type { IDBPTransaction } from "idb";
import type { Rule, RuleId } from "../model/rule";
import { type ArchiveSchema, ofSource } from "./database";

/** The index that finds what a rule concerns. */
export const indexOf = ({ act }: Pick<Rule, "act">): "mutedBy" | "watchedBy" =>
	act === "mute" ? "mutedBy" : "watchedBy";

type Reading = IDBPTransaction<ArchiveSchema, ("headlines" | "removed")[], "readonly">;

/**
 * How many headlines each of some rules concerns, those of removed sources left out. It is counted by
 * indexes; only while a removed source can be restored, keys are compared.
 */
export async function countMatched(
	reading: Reading,
	rules: readonly Rule[],
): Promise<Record<RuleId, number>> {
	const headlines = reading.objectStore("headlines");
	const removed = await reading.objectStore("removed").getAllKeys();
	const lists = await Promise.all(
		removed.map((source) => headlines.index("source").getAllKeys(ofSource(source))),
	);
	const hidden = new Set(lists.flat());
	const count = async (rule: Rule): Promise<number> => {
		const index = headlines.index(indexOf(rule));
		if (hidden.size === 0) return index.count(rule.id);
		return (await index.getAllKeys(rule.id)).filter((id) => !hidden.has(id)).length;
	};
	const counts = await Promise.all(rules.map(async (rule) => [rule.id, await count(rule)] as const));
	return Object.fromEntries(counts);
}
