import { searchForm } from "./search-form";

const WORD = String.raw`\p{L}\p{N}\p{M}`;
/** Scripts that write no space between words. */
const UNSPACED = ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"]
	.map((script) => `\\p{Script_Extensions=${script}}`)
	.join("");
/** A letter that belongs to the word beside it; one of a script without spaces never does. */
const ATTACHED = `(?![${UNSPACED}])[${WORD}]`;
/** What Korean writes on to a noun to say what part it plays; on these, one more may follow. */
const ADVERBIAL = "에 에서 에게 에게서 한테 께 께서 와 과 로 으로 만 부터 까지 처럼 보다 마다";
const FINAL = "은 는 이 가 을 를 의 도 이나 나 이다 이라고 라고";

/** What a rule's words fall into: letters, and signs that make another name of them, as in C++ and AT&T. */
const PIECE = new RegExp(`[${WORD}\\p{S}#@&]+`, "gu");
const HAS_LETTER = new RegExp(`[${WORD}]`, "u");
const STARTS_ATTACHED = new RegExp(`^${ATTACHED}`, "u");
const ENDS_ATTACHED = new RegExp(`${ATTACHED}$`, "u");
const ENDS_UNSPACED = new RegExp(`[${UNSPACED}]$`, "u");
const ENDS_HANGUL = /\p{Script=Hangul}$/u;

const oneOf = (particles: string): string => `(?:${searchForm(particles).replaceAll(" ", "|")})?`;
/** The sign of the plural, and up to two particles. */
const PARTICLES = oneOf("들") + oneOf(ADVERBIAL) + oneOf(`${ADVERBIAL} ${FINAL}`);

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");

/** The words of a phrase, in the search form. Signs on their own count only where there is nothing else. */
function piecesOf(phrase: string): string[] {
	const pieces = searchForm(phrase).match(PIECE) ?? [];
	const words = pieces.filter((piece) => HAS_LETTER.test(piece));
	return words.length > 0 ? words : pieces;
}

/** What must follow the last word, so that it is a whole one. */
function endOf(last: string): string {
	// A vowel or voicing sign would make it another letter, in scripts without spaces too.
	if (ENDS_UNSPACED.test(last)) return String.raw`(?!\p{M})`;
	const particles = ENDS_HANGUL.test(last) ? PARTICLES : "";
	return ENDS_ATTACHED.test(last) ? `${particles}(?!${ATTACHED})` : "";
}

/**
 * Looks for a word or a phrase in texts that are in the search form: as whole words in any script, with any
 * white space and punctuation between them; in scripts without spaces, anywhere. A Korean word is found
 * with its particles too. Answers undefined for a phrase that has nothing to look for.
 */
export function createWordsMatch(phrase: string): ((form: string) => boolean) | undefined {
	const pieces = piecesOf(phrase);
	const [first = "", last = ""] = [pieces[0], pieces.at(-1)];
	if (last === "") return undefined;
	const start = STARTS_ATTACHED.test(first) ? `(?<!${ATTACHED})` : "";
	// Between signs, anything but white space could be one of them: the ways to match would multiply.
	const gap = HAS_LETTER.test(first) ? `[^${WORD}]+` : String.raw`\s+`;
	const body = pieces.map(escaped).join(gap);
	const pattern = new RegExp(start + body + endOf(last), "u");
	return (form) => pattern.test(form);
}
