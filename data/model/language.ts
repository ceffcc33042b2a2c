/** Scripts that one language is mostly written in; the first that a text is mostly made of counts. */
const BY_SCRIPT: readonly [pattern: RegExp, language: string][] = [
	[/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, "ja"],
	[/\p{Script=Hangul}/gu, "ko"],
	[/\p{Script=Han}/gu, "zh"],
	[/\p{Script=Cyrillic}/gu, "ru"],
	[/\p{Script=Arabic}/gu, "ar"],
	[/\p{Script=Hebrew}/gu, "he"],
	[/\p{Script=Greek}/gu, "el"],
	[/\p{Script=Thai}/gu, "th"],
	[/\p{Script=Devanagari}/gu, "hi"],
	[/\p{Script=Bengali}/gu, "bn"],
	[/\p{Script=Tamil}/gu, "ta"],
	[/\p{Script=Georgian}/gu, "ka"],
	[/\p{Script=Armenian}/gu, "hy"],
];

/** Letters that tell a language from the others of its script. */
const BY_LETTER: Readonly<Record<string, readonly [pattern: RegExp, language: string][]>> = {
	ru: [
		[/[іїєґ]/iu, "uk"],
		[/ў/iu, "be"],
	],
	ar: [
		[/[ٹڈڑںے]/u, "ur"],
		[/[پچژگ]/u, "fa"],
	],
};

/** Words that a Latin text of any length is full of. */
const BY_WORD: Readonly<Record<string, string>> = {
	en: "the of and to in is that for was with on by from has are",
	de: "der die das und ist nicht ein eine mit den von für auf dem wird",
	fr: "le la les des et est une du dans pour que sur au pas avec",
	es: "el los las y del una por con para que es se su al más",
	it: "il di che della per è non un gli con sono alla dei nel",
	pt: "o os da do em uma não com para que dos ao mais foi no",
	nl: "de het een van en niet is dat op te voor met zijn aan door",
	sv: "och att det som en på är av för med den till har inte ett",
	pl: "w i na z nie się do że jest to o jak po przez za",
	tr: "ve bir bu için ile da de olarak daha çok olan gibi",
};

/** Telling a language needs no more than this much of a text, in characters. */
const ENOUGH = 2_000;
/** Kana are a part of what is Japanese, so a part of them is enough. */
const SHARE = 0.2;

/** What of a Latin text is its own words: the language that has most of them, where that is clear. */
function guessLatin(text: string): string | undefined {
	const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
	const [first, second] = Object.entries(BY_WORD)
		.map(([language, listed]) => {
			const own = new Set(listed.split(" "));
			return { language, count: words.filter((word) => own.has(word)).length };
		})
		.sort((a, b) => b.count - a.count);
	return first && second && first.count > second.count ? first.language : undefined;
}

/**
 * Guesses a text's language, as a BCP 47 tag, by its script, and where that is Latin by its commonest words;
 * undefined where nothing speaks for one.
 */
export function guessLanguage(text: string): string | undefined {
	const part = text.slice(0, ENOUGH);
	const letters = part.match(/\p{L}/gu)?.length ?? 0;
	for (const [pattern, language] of BY_SCRIPT) {
		const own = part.match(pattern)?.length ?? 0;
		if (own <= letters * SHARE) continue;
		return BY_LETTER[language]?.find(([letter]) => letter.test(part))?.[1] ?? language;
	}
	return guessLatin(part);
}
