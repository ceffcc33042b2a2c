import { searchForm } from "@/data/model/search-form";
import { wordsOf } from "@/data/model/search-query";
import type { Source } from "@/data/model/source";

/** Those that have all words of a query in their title, group or address. */
export function foundAmong<Entry extends { source: Source }>(entries: Entry[], query: string): Entry[] {
	const words = wordsOf(query);
	if (words.length === 0) return entries;
	return entries.filter(({ source: { title, group = "", url = "" } }) => {
		const text = searchForm(`${title}\n${group}\n${url}`);
		return words.every((word) => text.includes(word));
	});
}
