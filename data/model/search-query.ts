import { searchForm } from "./search-form";

/**
 * What a query asks for, in its search form: words, and phrases where they stand in quotation marks. A last
 * phrase that isn't closed yet ends with the query.
 */
export function wordsOf(query: string): string[] {
	const parts = searchForm(query)
		.split('"')
		.flatMap((part, place) => (place % 2 === 0 ? part.split(/\s+/) : [part.trim()]));
	return [...new Set(parts.filter(Boolean))];
}

/** Whether all that these words find is among what those words find. */
export function isNarrower(words: readonly string[], than: readonly string[]): boolean {
	return than.every((wide) => words.some((word) => word.includes(wide)));
}
