/** Accents, and the points of Hebrew and Arabic, once NFKD has split them off. */
const POINTS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f]+/g;
const POSSESSIVE = /['’]s(?!\p{L})/gu;
const DENSE =
	"\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}";
/** A run of a script that doesn't put a space between words, or changes them within; or else a word. */
const WORD = new RegExp(
	`((?:(?=[\\p{L}\\p{M}\\p{N}])[${DENSE}])+)|(?:(?![${DENSE}])[\\p{L}\\p{M}\\p{N}])+`,
	"gu",
);
/** How many letters of a word count: with six, “Zelenskiy” meets “Zelensky”, and “Russia” “Russian”. */
const STEM_LENGTH = 6;
const BY_PUBLISHER = /\s+[-–—|·•]\s+([^-–—|·•]+)$/u;

/** Text without case, accents and width; letters of any script stay whole. */
const unaccented = (text: string): string => text.normalize("NFKD").replace(POINTS, "").normalize("NFC");

/** The name of a publisher in the form in which {@link readTitle} looks for it. */
export const publisherForm = (name: string): string =>
	unaccented(name)
		.toLowerCase()
		.replace(/^the\s+/, "")
		.trim();

/** A title as it is compared with others. */
export interface TitleWords {
	/** The same for two titles that differ in case, accents, punctuation and the publisher's name alone. */
	key: string;
	/** How long it is, in words; two characters of a script without spaces count as one. */
	length: number;
	/** The beginnings of its words, and of a script without spaces the pairs of neighbours. */
	words: ReadonlySet<string>;
	/** Those of the words that may name someone or something: all that don't begin with a small letter. */
	names: ReadonlySet<string>;
}

/**
 * Reads a title's words, in any script. What stands behind its last dash or bar is left out where it is one
 * of `publishers`, in their {@link publisherForm}.
 */
export function readTitle(title: string, publishers: ReadonlySet<string>): TitleWords {
	const publisher = BY_PUBLISHER.exec(title);
	const isSigned = publisher?.[1] !== undefined && publishers.has(publisherForm(publisher[1]));
	const text = unaccented(isSigned ? title.slice(0, publisher.index) : title).replace(POSSESSIVE, "");
	const key: string[] = [];
	const words = new Set<string>();
	const names = new Set<string>();
	let length = 0;
	for (const [found, dense] of text.matchAll(WORD)) {
		const word = found.toLowerCase();
		key.push(word);
		length += dense ? word.length / 2 : 1;
		if (dense) {
			for (let at = 0; at + 1 < word.length; at++) {
				words.add(word.slice(at, at + 2));
				names.add(word.slice(at, at + 2));
			}
		} else if (word.length > 1 || /\p{N}/u.test(word)) {
			const stem = word.slice(0, STEM_LENGTH);
			words.add(stem);
			if (!/^\p{Ll}/u.test(found)) names.add(stem);
		}
	}
	return { key: key.join(" "), length, words, names };
}
