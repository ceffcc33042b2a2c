import { searchForm } from "./search-form";

/** A stretch of a text, from one position up to another, in UTF-16 units. */
export interface Range {
	from: number;
	to: number;
}

/**
 * A character with the marks on it, the half-width voicing marks among them, and with what a search passes over between
 * those: what has a form of its own, whatever stands beside it.
 */
const CHARACTER = /[\s\S][\p{M}\p{Cf}\u0640\uFF9E\uFF9F]*/gu;

/** A text's search form, and for each place in it the character of the text that it comes from. */
interface Mapped {
	form: string;
	origins: Range[];
}

/** The forms of characters that were met: those of a few scripts, asked for at each key. */
const forms = new Map<string, string>();
const FORMS_AT_MOST = 5_000;

function formOf(character: string): string {
	const known = forms.get(character) ?? searchForm(character);
	if (forms.size >= FORMS_AT_MOST) forms.clear();
	forms.set(character, known);
	return known;
}

function map(text: string): Mapped {
	const origins: Range[] = [];
	let form = "";
	for (const { 0: character, index } of text.matchAll(CHARACTER)) {
		const part = formOf(character);
		const origin = { from: index, to: index + character.length };
		for (let unit = 0; unit < part.length; unit++) origins.push(origin);
		form += part;
	}
	return { form, origins };
}

function* placesOf(form: string, word: string): Generator<number> {
	for (let at = form.indexOf(word); at !== -1; at = form.indexOf(word, at + 1)) yield at;
}

/**
 * Where words in their search form occur in a text: the smallest stretches of whole characters whose search
 * forms hold them, in their order, those that touch as one. So half of a Hangul syllable, or of a ligature, has
 * the whole of it.
 */
export function rangesOf(text: string, words: readonly string[]): Range[] {
	if (!words.some((word) => searchForm(text).includes(word))) return [];
	const { form, origins } = map(text);
	const found = words.flatMap((word) =>
		[...placesOf(form, word)].flatMap((at): Range[] => {
			const from = origins[at]?.from;
			const to = origins[at + word.length - 1]?.to;
			return from === undefined || to === undefined ? [] : [{ from, to }];
		}),
	);
	const merged: Range[] = [];
	for (const range of found.sort((a, b) => a.from - b.from)) {
		const last = merged.at(-1);
		if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
		else merged.push(range);
	}
	return merged;
}
