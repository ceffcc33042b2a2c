/** A voice as browsers describe it (SpeechSynthesisVoice). */
export interface Voice {
	readonly lang: string;
	readonly name: string;
	readonly localService: boolean;
	readonly default: boolean;
}

const parts = (tag: string): string[] => tag.toLowerCase().split(/[-_]/);

/** How well a voice fits a language: by how many subtags from the left, and whether the system prefers it. */
function closeness(voice: Voice, language: string): number {
	const wanted = parts(language);
	const spoken = parts(voice.lang);
	if (spoken[0] !== wanted[0]) return 0;
	const shared = wanted.filter((part, at) => spoken[at] === part).length;
	return shared * 2 + (voice.default ? 1 : 0);
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
