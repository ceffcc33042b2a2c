/** A part of a text that is spoken in one go. */
export interface Sentence {
	start: number;
	end: number;
}

/**
 * Chromium breaks some voices off after about 15 seconds, and at their own speed this many characters take
 * less. A pause or a skip goes by sentences too.
 */
const MAX_LENGTH = 200;
/** Less than this isn't worth an end of its own. */
const MIN_LENGTH = 60;

/** Where to end a piece that is too long: after a clause, else after a word, else in the middle of one. */
function endWithin(text: string, start: number): number {
	const part = text.slice(start, start + MAX_LENGTH);
	for (const pattern of [/[,;:—–،、，；：](?=[^,;:—–،、，；：]*$)/u, /\s(?=\S*$)/u]) {
		const at = part.search(pattern);
		if (at >= MIN_LENGTH) return start + at + 1;
	}
	// Half of a character that takes two would be none.
	return start + MAX_LENGTH - (/[\uD800-\uDBFF]$/.test(part) ? 1 : 0);
}

/**
 * Cuts a text into its sentences, as its language ends them, and long ones into pieces of at most 200
 * characters. Together they are the text.
 */
export function sentencesOf(text: string, language: string): Sentence[] {
	const sentences: Sentence[] = [];
	const segments = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text);
	for (const { index, segment } of segments) {
		const end = index + segment.length;
		let start = index;
		while (end - start > MAX_LENGTH) {
			const next = endWithin(text, start);
			sentences.push({ start, end: next });
			start = next;
		}
		sentences.push({ start, end });
	}
	return sentences;
}
