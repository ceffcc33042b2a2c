/**
 * Marks that a search does without: accents, the dots of ё, Hebrew points, Arabic vowels, Indic nuktas, and
 * what is invisible. Vowel signs and voicing marks stay: without them हिन्दी or バス would be other words.
 */
const PASSED_OVER =
	/(?![\u3099\u309A])(?=\p{M})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}]|[\u093C\u09BC\u0A3C\u0ABC\u0B3C\u0CBC\u0640]|\p{Cf}/gu;

/** Letters and signs that are written in several ways, which neither NFKD nor lower case brings together. */
const SAME: Readonly<Record<string, string>> = {
	ı: "i",
	ß: "ss",
	ς: "σ",
	æ: "ae",
	œ: "oe",
	ø: "o",
	ł: "l",
	đ: "d",
	ی: "ي",
	ى: "ي",
	ک: "ك",
	"‘": "'",
	"’": "'",
	ʼ: "'",
	"“": '"',
	"”": '"',
	"„": '"',
	"«": '"',
	"»": '"',
	"‐": "-",
	"–": "-",
};

const VARIANT = new RegExp(`[${Object.keys(SAME).join("")}]`, "gu");

/** Line ends and other white space but a space itself. */
const SPACE = /[^\S ]/g;

/** What needs lower case alone. */
const ASCII = /^[\0-\x7F]*$/;

/**
 * Brings text to the form that is searched in: without case, accents, width, the dots of ё, or the ways of
 * typing quotation marks and white space. Hangul comes apart into letters, so that a syllable is found as it is being
 * typed.
 */
export function searchForm(text: string): string {
	if (ASCII.test(text)) return text.toLowerCase().replace(SPACE, " ");
	return (
		text
			.normalize("NFKD")
			.toLowerCase()
			.replace(PASSED_OVER, "")
			// Marks that what was passed over stood between have an order among themselves (Unicode Standard, section 3.11).
			.normalize("NFD")
			.replace(VARIANT, (variant) => SAME[variant] ?? variant)
			.replace(SPACE, " ")
	);
}
