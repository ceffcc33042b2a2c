import type { Voice } from "./voices";

/** One thing to be said. */
export interface Utterance {
	text: string;
	language: string;
	/** 1 is the voice's own speed. */
	rate: number;
	voice: Voice;
}

/** What speaks. */
export interface Synthesiser {
	voices(): readonly Voice[];
	/** Calls back, once, when voices have come: browsers look for them after the page has loaded. */
	whenVoices(come: () => void): void;
	/** Says something, and calls back when it has been said, or with false where it couldn't be. */
	speak(utterance: Utterance, ended: (well: boolean) => void): void;
	/** Falls silent; what was being said never ends. */
	hush(): void;
}

/** The window's own interfaces, which a browser may lack. */
interface SpeakingWindow {
	speechSynthesis?: SpeechSynthesis;
	SpeechSynthesisUtterance?: typeof SpeechSynthesisUtterance;
}

/** The browser's synthesiser; without one, a synthesiser without a voice. */
export function synthesiserOf(window: SpeakingWindow): Synthesiser {
	// Chromium forgets an utterance that nobody holds, and never tells of its end.
	let held: SpeechSynthesisUtterance | undefined;
	return {
		voices: () => window.speechSynthesis?.getVoices() ?? [],
		whenVoices: (come) => window.speechSynthesis?.addEventListener("voiceschanged", come, { once: true }),
		speak({ text, language, rate, voice }, ended) {
			const { speechSynthesis: speech, SpeechSynthesisUtterance: Utterance } = window;
			if (!speech || !Utterance) return ended(false);
			const utterance = new Utterance(text);
			utterance.lang = language;
			utterance.rate = rate;
			// What `voices` gave are the browser's own; the model knows what it reads of them alone.
			utterance.voice = voice as SpeechSynthesisVoice;
			const end = (well: boolean) => () => {
				if (held === utterance) ended(well);
			};
			utterance.addEventListener("end", end(true));
			utterance.addEventListener("error", end(false));
			held = utterance;
			speech.speak(utterance);
		},
		hush() {
			held = undefined;
			window.speechSynthesis?.cancel();
		},
	};
}
