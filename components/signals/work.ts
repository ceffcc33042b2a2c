import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { failed } from "@/data/model/trouble";
import type { Notes } from "./notes";

/** What a surface is busy with, said in words; of several things the one that began last. */
export interface Work {
	readonly busy: ReadonlySignal<string | null>;
	/**
	 * Says that something is going on until it has ended. It begins at once, within the click that asked for
	 * it. What it didn't foresee is told like other trouble, so this never rejects.
	 */
	during(words: string, act: () => Promise<void>): Promise<void>;
	/** As {@link Work.during}, but not while anything is going on: what is pressed twice is done once. */
	alone(words: string, act: () => Promise<void>): Promise<void>;
}

/** Makes the work of one surface; beginning something clears what was told before. */
export function createWork(notes: Notes): Work {
	const going = signal<{ words: string }[]>([]);
	const during = async (words: string, act: () => Promise<void>) => {
		const piece = { words };
		going.value = [...going.value, piece];
		notes.clear();
		try {
			await act();
		} catch (cause) {
			console.error(`“${words}” failed.`, cause);
			notes.take(failed("unexpected"));
		} finally {
			going.value = going.value.filter((other) => other !== piece);
		}
	};
	return {
		busy: computed(() => going.value.at(-1)?.words ?? null),
		during,
		alone: async (words, act) => {
			if (going.peek().length === 0) await during(words, act);
		},
	};
}
