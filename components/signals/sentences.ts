/** A part of a text that is spoken in one go. */
export interface Sentence {
	start: number;
	end: number;
}

/**
 * Chromium breaks some voices off after about 15 seconds. A pause or a skip goes by sentences too.
 */
const MAX_MS = 14_000;
/** Less than this part of a longest piece isn't worth an end of its own. */
const MIN_SHARE = 0.3;
/** How long a voice takes at its own speed, on the average, for a letter, and for a character that is a syllable or a word. */
const LETTER_MS = 70;
const SYLLABLE_MS = 230;
const SYLLABLE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{N}]/gu;

/** About how long a text takes to be said at a voice's own speed, in milliseconds. */
export function speakingTime(text: string): number {
	const syllables = text.match(SYLLABLE)?.length ?? 0;
	return syllables * SYLLABLE_MS + (text.length - syllables) * LETTER_MS;
}

/** How much of a text from a place on can be said in one go: at least a character, and none in half. */
function reachOf(text: string, start: number, rate: number): number {
	let end = start;
	let time = 0;
	for (const character of text.slice(start, start + Math.ceil((MAX_MS * rate) / LETTER_MS))) {
		time += speakingTime(character);
		if (time > MAX_MS * rate && end > start) break;
		end += character.length;
	}
	// Half of a character that takes two would be none.
	return end - start > 1 && /[\uD800-\uDBFF]/.test(text[end - 1] ?? "") ? end - 1 : end;
}

/** Where to end a piece that is too long: after a clause, else after a word, else in the middle of one. */
function endWithin(text: string, start: number, rate: number): number {
	const reach = reachOf(text, start, rate);
	const part = text.slice(start, reach);
	for (const pattern of [/[,;:—–،、，；：](?=[^,;:—–،、，；：]*$)/u, /\s(?=\S*$)/u]) {
		const at = part.search(pattern);
		if (at >= part.length * MIN_SHARE) return start + at + 1;
	}
	return reach;
}

/**
 * Cuts a text into its sentences, as its language ends them, and long ones into pieces that take at most some 14
 * seconds at this rate, of which 1 is the voice’s own. Together they are the text.
 */
export function sentencesOf(text: string, language: string, rate: number): Sentence[] {
	const sentences: Sentence[] = [];
	const segments = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text);
	for (const { index, segment } of segments) {
		const end = index + segment.length;
		let start = index;
		while (speakingTime(text.slice(start, end)) > MAX_MS * rate) {
			const next = endWithin(text.slice(0, end), start, rate);
			sentences.push({ start, end: next });
			start = next;
		}
		if (start < end) sentences.push({ start, end });
	}
	return sentences;
}
