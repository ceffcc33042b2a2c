import { type Sentence, sentencesOf } from "./sentences";
import { chooseVoice, type Voice } from "./voices";

/** A part of what is read aloud: a paragraph, or a headline. */
export interface Passage {
	text: string;
	/** A BCP 47 tag. */
	language: string;
}

/** What is said in one go, with all that it takes to say it: a part of a passage, by its number. */
export interface Line extends Sentence {
	passage: number;
	text: string;
	language: string;
	voice: Voice;
}

const languages = new Intl.DisplayNames(["en"], { type: "language" });
const hasWords = (text: string) => /[\p{L}\p{N}]/u.test(text);

/** What can be said of some passages at a rate, in its order, and the names of the languages that no voice speaks. */
export function linesOf(
	passages: readonly Passage[],
	voices: readonly Voice[],
	rate: number,
): { lines: Line[]; unspoken: string } {
	const unspoken = new Set<string>();
	const lines = passages.flatMap(({ text, language }, passage): Line[] => {
		const voice = chooseVoice(voices, language);
		if (!voice) unspoken.add(languages.of(language) ?? language);
		if (!voice) return [];
		return sentencesOf(text, language, rate)
			.map(({ start, end }) => ({ passage, start, end, language, voice, text: text.slice(start, end) }))
			.filter((line) => hasWords(line.text));
	});
	return { lines, unspoken: [...unspoken].join(", ") };
}

/** The line that has a place of a passage in it, among lines that are cut otherwise. */
export function lineAt(lines: readonly Line[], { passage, start }: Pick<Line, "passage" | "start">): number {
	const at = lines.findLastIndex(
		(line) => line.passage < passage || (line.passage === passage && line.start <= start),
	);
	return Math.max(at, 0);
}
