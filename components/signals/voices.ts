import { maximised } from "@/data/model/language-tag";

/** A voice as browsers describe it (SpeechSynthesisVoice). */
export interface Voice {
	readonly lang: string;
	readonly name: string;
	readonly localService: boolean;
	readonly default: boolean;
}

/** The language of a tag under its one name; what is said of Norwegian alone is Bokmål. */
const languageOf = ({ language }: Intl.Locale): string => (language === "no" ? "nb" : language);

/**
 * How well a voice fits a language, 0 being not at all: by script, then by the region where one is named, then by
 * whether the system prefers it, then by where the language is mostly spoken.
 */
function closeness(voice: Voice, language: string): number {
	const wanted = maximised(language);
	const spoken = maximised(voice.lang);
	if (!wanted || !spoken || languageOf(wanted) !== languageOf(spoken)) return 0;
	const isThere = spoken.region === wanted.region;
	const isNamed = new Intl.Locale(language.replaceAll("_", "-")).region !== undefined;
	return (
		1 +
		(spoken.script === wanted.script ? 16 : 0) +
		(isThere && isNamed ? 8 : 0) +
		(voice.default ? 4 : 0) +
		(isThere ? 2 : 0)
	);
}

/** The voices that speak on this device: the others send what they are to say to somebody's server. */
export const localVoices = <Any extends Voice>(voices: readonly Any[]): Any[] =>
	voices.filter((voice) => voice.localService);

/** The voice that fits a language best; undefined where none speaks it. */
export function chooseVoice<Any extends Voice>(voices: readonly Any[], language: string): Any | undefined {
	const [best] = voices
		.map((voice) => ({ voice, close: closeness(voice, language) }))
		.filter((entry) => entry.close > 0)
		.sort((a, b) => b.close - a.close);
	return best?.voice;
}
