/**
 * The beginnings of the months' names: English, German, Dutch, the Nordic and Romance languages, Finnish, Polish,
 * Czech, Hungarian, Turkish, Russian, Ukrainian, Greek. The longest that fits is meant.
 */
const STEMS: readonly string[] = [
	"jan ene gen ian xan sty led oca tam янв січ ιαν",
	"feb fev lut uno sub hel фев лют φεβ",
	"mar mrt maa mae bre мар бер μαρ μαω",
	"apr abr avr kwi dub nis huh апр кві απρ",
	"may mai mag mei maj kve tou май мая тра μαι",
	"jun juin giu iun xun cze cer cvn haz kes июн чер ιουν ιον",
	"jul juil lug iul xul lip cervenec cervence cvc tem hei июл лип ιουλ ιολ",
	"aug aou ago agu sie srp elo авг сер αυγ",
	"sep set wrz zar eyl szept syy сен вер σεπ",
	"oct okt ott out paz rij eki lok окт жов οκτ",
	"nov noi lis kas marras ноя лис νοε",
	"dec dez dic des gru pro ara jou дек гру δεκ",
];

/** Takes the accents off, and the capitals: what {@link readMonth} expects. */
export const withoutAccents = (text: string): string =>
	(/^[ -~]*$/.test(text)
		? text
		: text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC")
	).toLowerCase();

const MONTHS: ReadonlyMap<string, number> = new Map(
	STEMS.flatMap((stems, month) => stems.split(" ").map((stem) => [withoutAccents(stem), month + 1] as const)),
);
const LONGEST_STEM = 8;

/** Reads a month's name, 1 to 12; undefined where it is none. */
export function readMonth(name: string): number | undefined {
	for (let length = Math.min(name.length, LONGEST_STEM); length >= 3; length--) {
		const month = MONTHS.get(name.slice(0, length));
		if (month !== undefined) return month;
	}
	return undefined;
}
