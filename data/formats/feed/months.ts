/**
 * The beginnings of the months' names without their accents: English, German, Dutch, the Nordic and Romance
 * languages, Polish, Czech, Hungarian, Turkish, Russian, Ukrainian, Greek. The longest that fits is meant.
 */
const STEMS: readonly string[] = [
	"jan ene gen ian sty led oca янв січ ιαν",
	"feb fev fevr lut uno sub фев лют φεβ",
	"mar mrt maa mae bre мар бер μαρ μαω",
	"apr abr avr kwi dub nis апр кві απρ",
	"may mai mag mei maj kve май мая тра μαι",
	"jun juin giu iun cze cer haz июн чер ιουν ιον",
	"jul juil lug iul lip cervenec cervence tem июл лип ιουλ ιολ",
	"aug aou ago agu sie srp авг сер αυγ",
	"sep set wrz zar eyl szept сен вер σεπ",
	"oct okt ott out paz rij eki окт жов οκτ",
	"nov noi lis kas ноя лис νοε",
	"dec dez dic des gru pro ara дек гру δεκ",
];

const MONTHS: ReadonlyMap<string, number> = new Map(
	STEMS.flatMap((stems, month) => stems.split(" ").map((stem): [string, number] => [stem, month + 1])),
);
const LONGEST_STEM = 8;

/** Takes the accents off, and the capitals: what {@link readMonth} expects. */
export const withoutAccents = (text: string): string =>
	(/^[ -~]*$/.test(text)
		? text
		: text.normalize("NFKD").replace(/\p{M}/gu, "").normalize("NFC")
	).toLowerCase();

/** Reads a month's name, 1 to 12; undefined where it is none. */
export function readMonth(name: string): number | undefined {
	for (let length = Math.min(name.length, LONGEST_STEM); length >= 3; length--) {
		const month = MONTHS.get(name.slice(0, length));
		if (month !== undefined) return month;
	}
	return undefined;
}
