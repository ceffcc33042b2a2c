import type { Headline, HeadlineId, SourceId } from "./headline";
import { guessLanguage } from "./language";
import { scriptOf } from "./language-tag";

type Titled = Pick<Headline, "id" | "title" | "source">;

/** What is known of the languages of headlines, and what can tell more. */
interface LanguageKnowledge {
	/** BCP 47 tags, for those that declare one. */
	declared: ReadonlyMap<HeadlineId, string>;
	/** Tells what language a text is in, where that is clear. */
	detect: (text: string) => Promise<string | undefined>;
}

/** With less text than that, in characters, Firefox takes one language in Cyrillic for another, and is sure of it. */
const ENOUGH_TO_DETECT = 100;
/** Han stands in texts of several languages. */
const HAN = ["Hans", "Hant", "Jpan", "Kore"];

const isSameScript = (a: string, b: string): boolean => {
	const [first, second] = [scriptOf(a), scriptOf(b)];
	return first === second || (HAN.includes(first) && HAN.includes(second));
};

/** The one value of all; undefined where there are several, or none. */
const common = (values: readonly string[]): string | undefined =>
	new Set(values).size === 1 ? values[0] : undefined;

/**
 * The language of each of some headlines, as a BCP 47 tag; empty where nobody knows. One headline is hardly ever
 * enough to tell: what its source declares for others, and what all of its source's headlines together are in, counts
 * for it, unless it is in another script.
 */
export async function languagesOf(
	headlines: readonly Titled[],
	{ declared, detect }: LanguageKnowledge,
): Promise<Map<HeadlineId, string>> {
	const bySource = new Map<SourceId, Titled[]>();
	for (const headline of headlines)
		bySource.set(headline.source, [...(bySource.get(headline.source) ?? []), headline]);
	const told = new Map<HeadlineId, string>();
	for (const own of bySource.values()) {
		const ofSource = common(own.flatMap(({ id }) => declared.get(id) ?? []));
		const together = own.map(({ title }) => title).join("\n");
		const isAllSaid = ofSource !== undefined || own.every(({ id }) => declared.has(id));
		const detected = isAllSaid ? undefined : await detect(together);
		for (const { id, title } of own) {
			const guess = guessLanguage(title);
			const isLatin = !guess || scriptOf(guess) === "Latn";
			const fits = (language: string) => isSameScript(language, isLatin ? "en" : guess);
			const isClear = isLatin || together.length >= ENOUGH_TO_DETECT;
			const ofOthers = ofSource ?? (isClear ? detected : undefined);
			const language = declared.get(id) ?? (ofOthers && fits(ofOthers) ? ofOthers : guess);
			told.set(id, language ?? "");
		}
	}
	return told;
}
