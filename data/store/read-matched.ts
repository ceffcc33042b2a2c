import type { MarkedHeadline } from "../model/headline";
import type { Rule, RuleId } from "../model/rule";
import { countMatched, indexOf } from "./count-matched";
import { toHeadlines, toMark, withArchive } from "./database";
import { openShelves } from "./shelves";

/**
 * Reads the headlines that a rule mutes or watches for from the archive, for a page: the newest, as many as
 * asked for. Those of removed sources are left out.
 */
export function readMatched(rule: Rule, count: number): Promise<MarkedHeadline[]> {
	return withArchive(async (archive) => {
		const reading = archive.transaction(["headlines", "shelves", "removed"]);
		const shelves = openShelves(reading.objectStore("shelves"));
		const [matched, removed] = await Promise.all([
			reading.objectStore("headlines").index(indexOf(rule)).getAll(rule.id),
			reading.objectStore("removed").getAllKeys(),
		]);
		const shown = matched
			.filter(({ source }) => !removed.includes(source))
			.sort((a, b) => a.age - b.age)
			.slice(0, count);
		return Promise.all(
			toHeadlines(shown).map(async (headline) => {
				const mark = await shelves.of(headline);
				return { headline, mark: mark ? toMark(mark) : {} };
			}),
		);
	});
}

/** Counts the headlines that each of some rules concerns, for a page. */
export function readMatchCounts(rules: readonly Rule[]): Promise<Record<RuleId, number>> {
	return withArchive(async (archive) => {
		return countMatched(archive.transaction(["headlines", "removed"]), rules);
	});
}
