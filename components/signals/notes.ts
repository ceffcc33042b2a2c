import { batch, type ReadonlySignal, signal } from "@preact/signals";
import type { Outcome } from "@/data/model/trouble";
import type { Note } from "../ui/notice";
import { sayTrouble } from "../words/trouble";

/** What a surface has to tell: one thing that happened, or one that failed; never both. */
export interface Notes {
	readonly status: ReadonlySignal<Note | null>;
	readonly alert: ReadonlySignal<Note | null>;
	tell(text: string, action?: Note["action"]): void;
	warn(text: string, link?: Note["link"]): void;
	clear(): void;
	/** Hands on the value of an outcome; trouble is told, and null handed on. */
	take<T>(outcome: Outcome<T>): T | null;
}

/** Makes the notes of one surface. */
export function createNotes(): Notes {
	const status = signal<Note | null>(null);
	const alert = signal<Note | null>(null);
	const put = (said: Note | null, warned: Note | null) =>
		batch(() => {
			status.value = said;
			alert.value = warned;
		});
	const note = (text: string, action: Note["action"]): Note => (action ? { text, action } : { text });
	return {
		status,
		alert,
		tell: (text, action) => put(note(text, action), null),
		warn: (text, link) => put(null, link ? { text, link } : { text }),
		clear: () => put(null, null),
		take(outcome) {
			if (outcome.ok) return outcome.value;
			put(null, note(sayTrouble(outcome.trouble), undefined));
			return null;
		},
	};
}
