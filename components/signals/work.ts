import { type ReadonlySignal, signal } from "@preact/signals";
import type { Notes } from "./notes";

/** What a surface is busy with: one thing at a time, said in words. */
export interface Work {
	readonly busy: ReadonlySignal<string | null>;
	/** Says that something is going on until it has ended. */
	during(words: string, act: () => Promise<void>): Promise<void>;
}

/** Makes the work of one surface; beginning something clears what was told before. */
export function createWork(notes: Notes): Work {
	const busy = signal<string | null>(null);
	return {
		busy,
		async during(words, act) {
			busy.value = words;
			notes.clear();
			try {
				await act();
			} finally {
				busy.value = null;
			}
		},
	};
}
