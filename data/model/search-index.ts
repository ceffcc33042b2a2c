import type { Headline, SourceId } from "./headline";
import { searchForm } from "./search-form";
import { isNarrower } from "./search-query";

/** Headlines in their order, and their titles as they are searched in; it only ever grows at its end. */
export interface SearchIndex {
	readonly headlines: Headline[];
	readonly forms: string[];
}

/** Makes an index of some headlines. */
export function indexOf(headlines: readonly Headline[]): SearchIndex {
	const index: SearchIndex = { headlines: [], forms: [] };
	addTo(index, headlines);
	return index;
}

/** Adds headlines at the end of an index. */
export function addTo(index: SearchIndex, headlines: readonly Headline[]): void {
	for (const headline of headlines) {
		index.headlines.push(headline);
		index.forms.push(searchForm(headline.title));
	}
}

/** Names of sources as they are searched in. */
export type SourceForms = ReadonlyMap<SourceId, string>;

/** Brings the names of sources to their search form. */
export function sourceForms(sources: readonly { id: SourceId; title: string }[]): SourceForms {
	return new Map(sources.map(({ id, title }) => [id, searchForm(title)]));
}

/** What a search has found so far: it looks no further than somebody asks. */
export interface Hunt {
	/**
	 * The headline at a place among those, in the index's order, that hold every word, each in the title or the
	 * source's name; undefined after the last. Those of other sources than the given ones aren't found.
	 */
	at(place: number): Headline | undefined;
}

interface State {
	index: SearchIndex;
	sources: SourceForms;
	words: readonly string[];
	found: number[];
	/** How many headlines of the index were looked at. */
	seen: number;
}

function makeTest({ index, sources, words }: Pick<State, "index" | "sources" | "words">) {
	// A source's name is looked at once a search, not once a headline: what it lacks, the title must have.
	const lacking = new Map(
		[...sources].map(([id, form]) => [id, words.filter((word) => !form.includes(word))] as const),
	);
	return (place: number): boolean => {
		const headline = index.headlines[place];
		const form = index.forms[place];
		if (!headline || form === undefined) return false;
		const wanted = lacking.get(headline.source);
		if (!wanted) return false;
		for (const word of wanted) if (!form.includes(word)) return false;
		return true;
	};
}

/** Makes hunts; each begins with what the one before has found, where it can only find less. */
export function createHunter(): (index: SearchIndex, sources: SourceForms, words: readonly string[]) => Hunt {
	let last: State | undefined;
	return (index, sources, words) => {
		const test = makeTest({ index, sources, words });
		const before = last?.index === index && last.sources === sources ? last : undefined;
		const state: State =
			before && isNarrower(words, before.words)
				? { index, sources, words, found: before.found.filter(test), seen: before.seen }
				: { index, sources, words, found: [], seen: 0 };
		last = state;
		return {
			at(place) {
				while (state.found.length <= place && state.seen < index.headlines.length) {
					if (test(state.seen)) state.found.push(state.seen);
					state.seen += 1;
				}
				const found = state.found[place];
				return found === undefined ? undefined : index.headlines[found];
			},
		};
	};
}
