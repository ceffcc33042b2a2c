import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import { SPEAKING_RATE } from "@/data/model/settings";
import type { Notes } from "./notes";
import { type Sentence, speakingTime } from "./sentences";
import { type Line, lineAt, linesOf, type Passage } from "./spoken-lines";
import type { Synthesiser } from "./synthesiser";
import { localVoices } from "./voices";

/** What is being said: a part of a passage of what `name` stands for. */
export interface Place extends Sentence {
	name: string;
	passage: number;
}

/** Reading aloud. */
export interface Speech {
	readonly state: ReadonlySignal<"silent" | "speaking" | "paused">;
	/** What is read; undefined in silence. */
	readonly place: ReadonlySignal<Place | undefined>;
	readonly rate: ReadonlySignal<number>;
	/** Reads passages aloud, in place of what was read before; what `name` is for is the caller's. */
	start(name: string, passages: readonly Passage[]): Promise<void>;
	pause(): void;
	resume(): void;
	stop(): void;
	/** Goes so many sentences on, or back. */
	skip(sentences: number): void;
	/** Goes to the next passage; after the last one it ends. */
	nextPassage(): void;
	setRate(rate: number): void;
	/** Says that what is called so is to be read as soon as it is there. */
	await(name: string): void;
	/** Whether that was said of it; asked once. */
	isAwaited(name: string): boolean;
}

interface SpeechParts {
	synthesiser: Synthesiser;
	/** The speed that was set last. */
	rate: ReadonlySignal<number>;
	keepRate(rate: number): void;
	notes: Notes;
	/** Lets a time pass, in milliseconds. */
	wait(ms: number): Promise<void>;
}

/** How long a browser is given to find its voices, in milliseconds. */
const VOICES_MS = 1_000;
/** A sentence that has taken so many times as long as it should, and so much more, has ended without a word. */
const PATIENCE = 3;
const PATIENCE_MS = 5_000;
/** So many in a row, and the voice has failed. */
const MAX_LOST = 3;

const NO_VOICE =
	"This browser has no voice installed that speaks without sending the text away. Install a voice in the system’s settings, and restart the browser.";
const BROKEN = "The voice has failed. Try again, or choose another voice in the system’s settings.";

/** Speaks sentence by sentence, so that a pause, a skip or another speed takes hold at once. */
export function createSpeech({ synthesiser, rate: kept, keepRate, notes, wait }: SpeechParts): Speech {
	const state = signal<"silent" | "speaking" | "paused">("silent");
	const lines = signal<readonly Line[]>([]);
	const at = signal(0);
	const spoken = signal("");
	/** Cuts what is read into lines for a rate. */
	let cut: (rate: number) => readonly Line[] = () => [];
	const chosenRate = signal<number | undefined>(undefined);
	const rate = computed(() => chosenRate.value ?? kept.value);
	let awaited: string | undefined;
	let begun = 0;
	let tries = 0;
	let lost = 0;

	const stop = () => {
		begun += 1;
		synthesiser.hush();
		batch(() => {
			state.value = "silent";
			lines.value = [];
			at.value = 0;
		});
	};
	const say = () => {
		const line = lines.value[at.value];
		if (!line) return stop();
		synthesiser.hush();
		tries += 1;
		const turn = tries;
		const fail = () => {
			stop();
			notes.warn(BROKEN);
		};
		synthesiser.speak({ ...line, rate: rate.value }, (well) => {
			if (!well) return fail();
			lost = 0;
			move(at.value + 1);
		});
		const patience = (speakingTime(line.text) / rate.value) * PATIENCE + PATIENCE_MS;
		void wait(patience).then(() => {
			if (turn !== tries || state.value !== "speaking") return;
			lost += 1;
			if (lost === MAX_LOST) fail();
			else move(at.value + 1);
		});
	};
	const move = (to: number) => {
		if (state.value === "silent") return;
		if (to >= lines.value.length) return stop();
		at.value = Math.max(to, 0);
		if (state.value === "speaking") say();
	};
	const findVoices = async () => {
		if (synthesiser.voices().length === 0)
			await Promise.race([new Promise<void>((come) => synthesiser.whenVoices(come)), wait(VOICES_MS)]);
		return localVoices(synthesiser.voices());
	};

	return {
		state,
		place: computed(() => {
			const line = state.value === "silent" ? undefined : lines.value[at.value];
			return line && { name: spoken.value, passage: line.passage, start: line.start, end: line.end };
		}),
		rate,
		async start(name, passages) {
			stop();
			const turn = begun;
			const voices = await findVoices();
			if (turn !== begun) return;
			if (voices.length === 0) return notes.warn(NO_VOICE);
			const { lines: said, unspoken } = linesOf(passages, voices, rate.value);
			if (said.length === 0)
				return notes.warn(
					unspoken
						? `This browser has no voice installed for ${unspoken}.`
						: "There is nothing to read aloud.",
				);
			if (unspoken) notes.tell(`Left out for want of a voice: what is in ${unspoken}.`);
			cut = (rate) => linesOf(passages, voices, rate).lines;
			lost = 0;
			batch(() => {
				spoken.value = name;
				lines.value = said;
				at.value = 0;
				state.value = "speaking";
			});
			say();
		},
		pause() {
			if (state.value !== "speaking") return;
			// Chromium forgets what it was saying when it is held for long: the sentence is said again instead.
			synthesiser.hush();
			state.value = "paused";
		},
		resume() {
			if (state.value !== "paused") return;
			state.value = "speaking";
			say();
		},
		stop,
		skip: (sentences) => move(at.value + sentences),
		nextPassage() {
			const here = lines.value[at.value]?.passage ?? 0;
			const next = lines.value.findIndex((line) => line.passage > here);
			move(next < 0 ? lines.value.length : next);
		},
		setRate(wanted) {
			const within = Math.min(Math.max(wanted, SPEAKING_RATE.min), SPEAKING_RATE.max);
			if (within === rate.value) return;
			chosenRate.value = within;
			keepRate(within);
			// What can be said in one go is more at a higher speed.
			const here = lines.value[at.value];
			if (here)
				batch(() => {
					lines.value = cut(within);
					at.value = lineAt(lines.value, here);
				});
			if (state.value === "speaking") say();
		},
		await(name) {
			awaited = name;
		},
		isAwaited(name) {
			const isIt = awaited === name;
			if (isIt) awaited = undefined;
			return isIt;
		},
	};
}
