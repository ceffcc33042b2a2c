import type { Headline, Mark, Marks } from "@/data/model/headline";
import { searchForm } from "@/data/model/search-form";
import type { Source } from "@/data/model/source";

/** Which headlines a list shows. */
export type Tab = "all" | "unread" | "saved";

/** A headline as a list shows it. */
export interface Row {
	headline: Headline;
	sourceTitle: string;
	mark: Mark;
}

/** Joins headlines with what the user did with them and the names of their sources. */
export function joinRows(headlines: Headline[], marks: Marks, sources: Source[]): Row[] {
	const titles = new Map(sources.map((source) => [source.id, source.title]));
	return headlines.map((headline) => ({
		headline,
		sourceTitle: titles.get(headline.source) ?? "",
		mark: marks[headline.id] ?? {},
	}));
}

/** The rows of a tab that hold every word of the query, in the title or the source's name. */
export function chooseRows(rows: Row[], tab: Tab, query: string): Row[] {
	const words = searchForm(query).split(/\s+/).filter(Boolean);
	return rows.filter((row) => {
		if (tab === "unread" && row.mark.read !== undefined) return false;
		if (tab === "saved" && row.mark.saved === undefined) return false;
		if (words.length === 0) return true;
		const text = searchForm(`${row.headline.title} ${row.sourceTitle}`);
		return words.every((word) => text.includes(word));
	});
}
