import type { Headline, SourceId } from "./headline";
import { searchForm } from "./search-form";
import { isNarrower } from "./search-query";

/** The names of sources as they are searched in. */
export type SourceForms = ReadonlyMap<SourceId, string>;

/** Brings the names of sources to their search form. */
export function sourceForms(sources: readonly { id: SourceId; title: string }[]): SourceForms {
	return new Map(sources.map(({ id, title }) => [id, searchForm(title)]));
}

/** A headline, and its title as it is searched in. */
interface Entry {
	headline: Headline;
	title: string;
	/** The title's form and the source's name's, parted by {@link END}; empty where the source isn't known. */
	line: string;
}

/**
 * Some headlines in their order. One look through all their lines as one text takes a tenth of the time that
 * as many looks through short ones take.
 */
interface Block {
	entries: Entry[];
	text: string;
	/** Where in the text each entry's line begins, and at last where the text ends. */
	starts: number[];
}

/** Headlines in their order, ready to be searched. */
export type SearchIndex = readonly Block[];

/** What parts lines; a search form has no white space but spaces, so that no word can reach across. */
const END = "\n";
const BLOCK = 500;

function blockOf(titled: readonly Pick<Entry, "headline" | "title">[], sources: SourceForms): Block {
	const entries = titled.map(({ headline, title }) => {
		const source = sources.get(headline.source);
		return { headline, title, line: source === undefined ? "" : `${title}${END}${source}` };
	});
	const starts = [0];
	let length = 0;
	for (const { line } of entries) {
		length += line.length + END.length;
		starts.push(length);
	}
	return { entries, starts, text: entries.map(({ line }) => line + END).join("") };
}

/** Makes an index of some headlines; those of other sources than the given ones aren't found in it. */
export function indexOf(headlines: readonly Headline[], sources: SourceForms): SearchIndex {
	const blocks: Block[] = [];
	for (let from = 0; from < headlines.length; from += BLOCK) {
		const titled = headlines
			.slice(from, from + BLOCK)
			.map((headline) => ({ headline, title: searchForm(headline.title) }));
		blocks.push(blockOf(titled, sources));
	}
	return blocks;
}

/** The same index after sources came, went or got other names. */
export function withSources(index: SearchIndex, sources: SourceForms): SearchIndex {
	return index.map(({ entries }) => blockOf(entries, sources));
}

/** The entries of a block that hold every word, each in the title or the source's name. */
function findIn({ entries, text, starts }: Block, words: readonly string[]): Entry[] {
	const [longest = "", ...others] = words.toSorted((a, b) => b.length - a.length);
	const found: Entry[] = [];
	let place = 0;
	for (let at = text.indexOf(longest); at !== -1; at = text.indexOf(longest, starts[place])) {
		while ((starts[place + 1] ?? Number.POSITIVE_INFINITY) <= at) place += 1;
		const entry = entries[place];
		if (!entry) break;
		if (others.every((word) => entry.line.includes(word))) found.push(entry);
		place += 1;
	}
	return found;
}

/** A search that looks no further than somebody asks. */
export interface Hunt {
	/** The headline at a place among those, in the index's order, that hold every word; undefined after the last. */
	at(place: number): Headline | undefined;
}

/**
 * Makes hunts for words, at least one; each begins with what the one before has found in the same index, where
 * it can only find less, and in an index that has only grown, where it is for the same words.
 */
export function createHunter(): (index: SearchIndex, words: readonly string[]) => Hunt {
	let last: { words: readonly string[]; blocks: Block[]; found: Entry[] } = {
		words: [],
		blocks: [],
		found: [],
	};
	return (index, words) => {
		const isSame = last.blocks.every((block, place) => index[place] === block);
		if (!isSame || last.words.length === 0 || !isNarrower(words, last.words))
			last = { words, blocks: [], found: [] };
		else
			last = {
				words,
				blocks: last.blocks,
				found: last.found.filter(({ line }) => words.every((word) => line.includes(word))),
			};
		const { blocks, found } = last;
		return {
			at(place) {
				for (let next = index[blocks.length]; next && found.length <= place; next = index[blocks.length]) {
					found.push(...findIn(next, words));
					blocks.push(next);
				}
				return found[place]?.headline;
			},
		};
	};
}
