import { expect, test, vi } from "vitest";
import { synthesiserOf } from "@/components/signals/synthesiser";
import type { Voice } from "@/components/signals/voices";

const local: Voice = { lang: "en-GB", name: "Local", localService: true, default: false };

/** A window that speaks, and what it was given to say. */
function open() {
	const given: (EventTarget & { text: string; lang: string; rate: number; voice: unknown })[] = [];
	class Utterance extends EventTarget {
		lang = "";
		rate = 1;
		voice: unknown = null;
		constructor(readonly text: string) {
			super();
		}
	}
	const speechSynthesis = {
		getVoices: () => [{ ...local, name: "Server", localService: false, default: true }, local],
		speak: (utterance: Utterance) => given.push(utterance),
		cancel: vi.fn(),
	};
	// The synthesiser uses no more of a window than this.
	const window = { speechSynthesis, SpeechSynthesisUtterance: Utterance } as unknown as Window;
	return { synthesiser: synthesiserOf(window), given, speechSynthesis };
}
const LINE = { text: "It stands.", language: "en", rate: 1.5, voice: local };

test("an utterance has the very voice that was chosen: without one a browser may send its text to a server", () => {
	const { synthesiser, given } = open();
	synthesiser.speak(LINE, () => {});
	expect(given).toHaveLength(1);
	expect(given[0]).toMatchObject({ text: "It stands.", lang: "en", rate: 1.5 });
	expect(given[0]?.voice).toBe(local);
});

test("tells of the end of what is being said, and of nothing that was hushed", () => {
	const { synthesiser, given, speechSynthesis } = open();
	const ends: boolean[] = [];
	synthesiser.speak(LINE, (well) => ends.push(well));
	synthesiser.hush();
	given[0]?.dispatchEvent(new Event("end"));
	expect([ends, speechSynthesis.cancel.mock.calls.length]).toEqual([[], 1]);
	synthesiser.speak(LINE, (well) => ends.push(well));
	given[1]?.dispatchEvent(new Event("error"));
	expect(ends).toEqual([false]);
});

test("without an interface to speak with there is no voice, and nothing is said", () => {
	const synthesiser = synthesiserOf({});
	const ends: boolean[] = [];
	expect(synthesiser.voices()).toEqual([]);
	synthesiser.speak(LINE, (well) => ends.push(well));
	expect(ends).toEqual([false]);
});
