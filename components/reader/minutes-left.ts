/** Scripts that are written without spaces, and are read by characters. */
const CHARACTER = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu;
const KANA = /[\p{sc=Hiragana}\p{sc=Katakana}]/u;
/** The same for scripts whose letters make words that no space parts: Thai, Lao, Khmer, Burmese. */
const UNPARTED = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.,-]*/gu;

/**
 * How many characters are read in the time of one English word: 255 in Chinese and 357 in Japanese in the minute
 * in which it is 228 words (Trauzettel-Klosinski and Dietz 2012, Investigative Ophthalmology 53, table 2).
 */
const CHARACTERS_PER_WORD = { chinese: 255 / 228, japanese: 357 / 228 } as const;
/** About as long is a word in the other scripts without spaces. */
const LETTERS_PER_WORD = 5;

/** How much there is to read in a text, in words of English. */
export function wordsToRead(text: string): number {
	const characters = text.match(CHARACTER)?.length ?? 0;
	const unparted = text.match(UNPARTED)?.length ?? 0;
	const parted = characters + unparted > 0 ? text.replace(CHARACTER, " ").replace(UNPARTED, " ") : text;
	const perWord = KANA.test(text) ? CHARACTERS_PER_WORD.japanese : CHARACTERS_PER_WORD.chinese;
	return (parted.match(WORD)?.length ?? 0) + characters / perWord + unparted / LETTERS_PER_WORD;
}

/** How many minutes of a text are left to read for somebody who has come so far in it, from 0 to 1; rounded up. */
export function minutesLeft(words: number, come: number, wordsPerMinute: number): number {
	return Math.ceil((words * (1 - come)) / wordsPerMinute);
}

/** Says how many minutes are left; of none there is nothing to say. */
export const sayMinutesLeft = (minutes: number): string => (minutes > 0 ? `${minutes} min left` : "");
