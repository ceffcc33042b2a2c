import type { Headline, HeadlineId, Mark, MarkedHeadline, Marks } from "@/data/model/headline";
import type { Which } from "@/data/model/scope";
import { searchForm } from "@/data/model/search-form";
import type { NamedSource } from "@/data/model/source";

/** Which headlines a list shows. */
export type Tab = Which;

/** A headline as a list shows it. */
export interface Row {
	headline: Headline;
	sourceTitle: string;
	mark: Mark;
}

const UNTOUCHED: Mark = {};

/** The row that each headline had last: the same again as long as nothing of it changes. */
const lastRows = new WeakMap<Headline, Row>();

const isSameMark = (a: Mark, b: Mark): boolean =>
	a === b || (a.shown === b.shown && a.read === b.read && a.saved === b.saved);

/**
 * A headline's row; the very same one as before, where nothing of it has changed. All marks come anew from storage
 * when one has changed.
 */
export function rowOf(headline: Headline, mark: Mark = UNTOUCHED, sourceTitle = ""): Row {
	const last = lastRows.get(headline);
	if (last?.sourceTitle === sourceTitle && isSameMark(last.mark, mark)) return last;
	const row = { headline, sourceTitle, mark };
	lastRows.set(headline, row);
	return row;
}

/** The names of sources. */
export const titlesOf = (sources: readonly NamedSource[]) =>
	new Map(sources.map(({ id, title }) => [id, title]));

/** Joins headlines with what the user did with them and the names of their sources. */
export function joinRows(headlines: Headline[], marks: Marks, sources: readonly NamedSource[]): Row[] {
	const titles = titlesOf(sources);
	return headlines.map((headline) => rowOf(headline, marks[headline.id], titles.get(headline.source)));
}

/** Joins headlines that have their marks with them with the names of their sources. */
export function joinMarked(marked: MarkedHeadline[], sources: readonly NamedSource[]): Row[] {
	const titles = titlesOf(sources);
	return marked.map(({ headline, mark }) => rowOf(headline, mark, titles.get(headline.source)));
}

/** Whether a headline with this mark stands in a tab; among the unread the one that `stays` does so, read or not. */
export function isInTab(
	tab: Tab,
	{ id, watched }: Pick<Headline, "id" | "watched">,
	mark: Mark | undefined,
	stays?: HeadlineId,
): boolean {
	switch (tab) {
		case "unread":
			return mark?.read === undefined || id === stays;
		case "saved":
			return mark?.saved !== undefined;
		case "watched":
			return watched === true;
		default:
			return true;
	}
}

/**
 * The rows of a tab that hold every word, in its search form, in the title or the source's name; for `stays` see
 * {@link isInTab}.
 */
export function chooseRows(rows: Row[], tab: Tab, words: readonly string[], stays?: HeadlineId): Row[] {
	if (tab === "all" && words.length === 0) return rows;
	return rows.filter(({ headline, sourceTitle, mark }) => {
		if (!isInTab(tab, headline, mark, stays)) return false;
		if (words.length === 0) return true;
		const title = searchForm(headline.title);
		const source = searchForm(sourceTitle);
		return words.every((word) => title.includes(word) || source.includes(word));
	});
}
