import { signal } from "@preact/signals";
import { describe, expect, test, vi } from "vitest";
import { createNotes } from "../../../../components/signals/notes";
import { createSpeech } from "../../../../components/signals/speech";
import type { Utterance } from "../../../../components/signals/synthesiser";
import type { Voice } from "../../../../components/signals/voices";

const english: Voice = { lang: "en-GB", name: "English", localService: true, default: true };
const passage = (text: string, language = "en") => ({ text, language });

/** Speech with a synthesiser that says a thing when it is told that it has. */
function open({ voices = [english], late = [] as Voice[] } = {}) {
	const said: Utterance[] = [];
	let there = voices;
	let ended: ((well: boolean) => void) | undefined;
	let come = () => {};
	const kept: number[] = [];
	/** What is waited for: how long, in milliseconds, and what ends it. */
	const waits: { ms: number; pass: () => void }[] = [];
	const notes = createNotes();
	const speech = createSpeech({
		synthesiser: {
			voices: () => there,
			whenVoices: (told) => {
				come = () => {
					there = late;
					told();
				};
			},
			speak: (utterance, end) => {
				said.push(utterance);
				ended = end;
			},
			hush: () => {
				ended = undefined;
			},
		},
		rate: signal(1),
		keepRate: (rate) => kept.push(rate),
		notes,
		// The browser is given a second to find its voices, and a sentence longer to be said.
		wait: (ms) =>
			ms > 1_000 || late.length > 0 ? new Promise((pass) => waits.push({ ms, pass })) : Promise.resolve(),
	});
	const texts = () => said.map(({ text }) => text.trim());
	/** Lets the time pass that the sentence may take which is said now. */
	const loseIt = async () => {
		waits.at(-1)?.pass();
		await Promise.resolve();
	};
	return {
		speech,
		notes,
		said,
		texts,
		kept,
		waits,
		loseIt,
		end: (well = true) => ended?.(well),
		come: () => come(),
	};
}

const story = [passage("One. Two."), passage("Three."), passage("***")];

describe("reading aloud", () => {
	test("says sentence after sentence, and falls silent at the end", async () => {
		const { speech, texts, end } = open();
		await speech.start("a", story);
		expect(speech.place.value).toMatchObject({ name: "a", passage: 0, start: 0, end: 5 });
		end();
		expect(speech.place.value).toMatchObject({ passage: 0, start: 5, end: 9 });
		end();
		end();
		expect(texts()).toEqual(["One.", "Two.", "Three."]);
		expect([speech.state.value, speech.place.value]).toEqual(["silent", undefined]);
	});

	test("a pause lasts, and the sentence is said again after it", async () => {
		const { speech, texts, end } = open();
		await speech.start("a", story);
		speech.pause();
		end();
		expect(speech.state.value).toBe("paused");
		speech.skip(1);
		expect(texts()).toEqual(["One."]);
		speech.resume();
		expect(texts()).toEqual(["One.", "Two."]);
	});

	test("skips back and on, and to the next headline; beyond the end it is over", async () => {
		const { speech, texts } = open();
		await speech.start("a", story);
		speech.skip(1);
		speech.skip(-1);
		speech.skip(-1);
		speech.nextPassage();
		speech.nextPassage();
		expect(texts()).toEqual(["One.", "Two.", "One.", "One.", "Three."]);
		expect(speech.state.value).toBe("silent");
	});

	test("another speed takes hold at once, is kept, and has bounds", async () => {
		const { speech, said, kept } = open();
		await speech.start("a", story);
		speech.setRate(1.5);
		speech.setRate(9);
		expect(said.map(({ rate }) => rate)).toEqual([1, 1.5, 3]);
		expect(kept).toEqual([1.5, 3]);
	});

	test("what is stopped never goes on", async () => {
		const { speech, texts, end } = open();
		await speech.start("a", story);
		speech.stop();
		end();
		speech.resume();
		expect(texts()).toEqual(["One."]);
	});

	test("waits for voices that come late", async () => {
		const { speech, texts, come } = open({ voices: [], late: [english] });
		const started = speech.start("a", story);
		await vi.waitFor(() => come());
		await started;
		expect(texts()).toEqual(["One."]);
	});

	test("without a voice it says so, and a voice on a server is none", async () => {
		for (const voices of [[], [{ ...english, localService: false }]]) {
			const { speech, notes, texts } = open({ voices });
			await speech.start("a", story);
			expect(notes.alert.value?.text).toMatch(/^This browser has no voice installed/);
			expect(texts()).toEqual([]);
		}
	});

	test("leaves out what no voice speaks, and says so", async () => {
		const { speech, notes, texts } = open();
		await speech.start("a", [passage("Привет.", "ru"), ...story]);
		expect(notes.status.value?.text).toContain("Russian");
		expect(texts()).toEqual(["One."]);
		await speech.start("a", [passage("Привет.", "ru")]);
		expect(notes.alert.value?.text).toBe("This browser has no voice installed for Russian.");
	});

	test("a sentence whose end never comes is over after some time, and a voice that loses three has failed", async () => {
		const { speech, notes, texts, waits, loseIt, end } = open();
		await speech.start("a", [passage("One. Two. Three. Four. Five. Six.")]);
		expect(waits.at(-1)?.ms).toBeGreaterThan(5_000);
		await loseIt();
		await loseIt();
		end();
		expect(texts()).toEqual(["One.", "Two.", "Three.", "Four."]);
		await loseIt();
		await loseIt();
		expect(speech.state.value).toBe("speaking");
		await loseIt();
		expect(speech.state.value).toBe("silent");
		expect(notes.alert.value?.text).toMatch(/has failed/);
	});

	test("no time that has passed for one sentence ends another, or a pause", async () => {
		const { speech, texts, waits, end } = open();
		await speech.start("a", story);
		end();
		waits[0]?.pass();
		await Promise.resolve();
		expect(texts()).toEqual(["One.", "Two."]);
		speech.pause();
		waits[1]?.pass();
		await Promise.resolve();
		expect(speech.place.value).toMatchObject({ start: 5 });
		expect(speech.state.value).toBe("paused");
	});

	test("another speed cuts what is left anew, and stays at its place", async () => {
		const { speech, said, end } = open();
		await speech.start("a", [passage("word ".repeat(200))]);
		end();
		const start = speech.place.value?.start ?? 0;
		speech.setRate(3);
		expect(speech.place.value).toMatchObject({ passage: 0 });
		expect(speech.place.value?.start).toBeLessThanOrEqual(start);
		expect(said.at(-1)?.text.length).toBeGreaterThan(500);
	});

	test("a voice that fails ends it, and that is told", async () => {
		const { speech, notes, end } = open();
		await speech.start("a", story);
		end(false);
		expect(speech.state.value).toBe("silent");
		expect(notes.alert.value?.text).toMatch(/has failed/);
	});

	test("knows once what is to be read next", () => {
		const { speech } = open();
		speech.await("b");
		expect([speech.isAwaited("a"), speech.isAwaited("b"), speech.isAwaited("b")]).toEqual([
			false,
			true,
			false,
		]);
	});
});
