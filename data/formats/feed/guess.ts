/** Enough to know a language by. */
const SAMPLE_BYTES = 32_768;

/**
 * The letters of the languages that were long written in other encodings, the most frequent first: text that is
 * decoded rightly is full of them, text that is decoded wrongly is not.
 */
const CYRILLIC = "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфіїєґ";
const HEBREW = "יוהלאתרמשבנדחקפצכעגטזסםןךףץ";
const GREEK = "αοιετσνηυρπκμλωςγίόάέήύώδχθφβξζψ";
const ARABIC = "ايلمنرتوبةعدسفهكقحجشطصخزضذثئءغظىأإآؤ،؟";
const THAI = "านรอกเงมยลวดทสตะปบคหแจพชขใไโผถซธณฐศษภญึิีุู่้์ัำๆ";
const JAPANESE =
	"のにたいをはしるとがでてなかっれらもすりこだまさきめくあけどろえよつやわちみせう。、ーンスルトラリクイアドシレジタフロカサメ";
const KOREAN = "이다는을의에가고하지한로도를은니기나사리아인그서어해자라시대있게수일전";
const SIMPLIFIED =
	"的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后，。";
const TRADITIONAL =
	"的一是不了在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可她裡後，。";
const WESTERN = "éàèùâêîôûçëïüöäßñóíáúãõåæø“”‘’–—…«»©®°£€\u00a0";
const CENTRAL = "áéíóúýčďěňřšťůžąćęłńśźżőűäöüßôľĺŕăâîşţđ“”„–—…«»";

interface Candidate {
	encoding: string;
	letters: string;
	/** The script whose other letters are likely too; only of scripts with more letters than can be listed. */
	script?: RegExp;
}

const HAN = /\p{Script=Han}/u;
const KANA_OR_HAN = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** Tried in this order; of two that fit equally well, the first wins. */
const CANDIDATES: Candidate[] = [
	{ encoding: "windows-1252", letters: WESTERN },
	{ encoding: "windows-1250", letters: CENTRAL },
	{ encoding: "windows-1251", letters: CYRILLIC },
	{ encoding: "koi8-u", letters: CYRILLIC },
	{ encoding: "ibm866", letters: CYRILLIC },
	{ encoding: "iso-8859-5", letters: CYRILLIC },
	{ encoding: "windows-1255", letters: HEBREW },
	{ encoding: "windows-1253", letters: GREEK },
	{ encoding: "windows-1256", letters: ARABIC },
	{ encoding: "windows-874", letters: THAI },
	{ encoding: "euc-jp", letters: JAPANESE, script: KANA_OR_HAN },
	{ encoding: "shift_jis", letters: JAPANESE, script: KANA_OR_HAN },
	{ encoding: "euc-kr", letters: KOREAN, script: /\p{Script=Hangul}/u },
	{ encoding: "gb18030", letters: SIMPLIFIED, script: HAN },
	{ encoding: "big5", letters: TRADITIONAL, script: HAN },
];

/** A letter of a large script takes two bytes, and so says twice as much. */
const weigh = (letter: string, { letters, script }: Candidate): number => {
	const rank = letters.indexOf(letter);
	if (rank >= 0) return (rank < 12 ? 3 : 2) * (script ? 2 : 1);
	if (script?.test(letter)) return 1.5;
	if (!/\p{L}/u.test(letter)) return -2;
	return letters.includes(letter.toLowerCase()) ? 0.5 : 0;
};

/** How well a sample reads in an encoding: the mean weight of its letters beyond ASCII. */
const likeness = (sample: Uint8Array, candidate: Candidate): number => {
	let text: string;
	try {
		text = new TextDecoder(candidate.encoding, { fatal: true }).decode(sample, { stream: true });
	} catch {
		return Number.NEGATIVE_INFINITY;
	}
	const letters = text.match(/[^\0-\u007f]/gu) ?? [];
	return letters.reduce((sum, letter) => sum + weigh(letter, candidate), 0) / (letters.length || 1);
};

/** Names the encoding that bytes without any usable claim are most probably in, as a label for TextDecoder. */
export function guessEncoding(bytes: Uint8Array): string {
	const sample = bytes.subarray(0, SAMPLE_BYTES);
	const escaped: Candidate = { encoding: "iso-2022-jp", letters: JAPANESE, script: KANA_OR_HAN };
	if (sample.includes(0x1b) && likeness(sample, escaped) > 0) return escaped.encoding;
	let best = "windows-1252";
	let highest = Number.NEGATIVE_INFINITY;
	for (const candidate of CANDIDATES) {
		const score = likeness(sample, candidate);
		if (score > highest) [best, highest] = [candidate.encoding, score];
	}
	return best;
}
