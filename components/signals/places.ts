import type { HeadlineId } from "@/data/model/headline";
import type { Clock } from "./dwell-on";
import type { Send } from "./headline-list";
import type { Notes } from "./notes";

/** Keeps how far somebody has come in what they read. */
export interface Places {
	/** Notes a place, from 0 to 1; it changes with every pixel, and is kept a little later. */
	move(id: HeadlineId, read: number): void;
	/** Keeps at once what is noted: the page, or the article, may be gone in a moment. */
	flush(): void;
}

/** The least time between two places that are kept of an article, in milliseconds. */
const KEEP_EVERY_MS = 2_000;

/** Makes the keeper of places. */
export function createPlaces(send: Send, notes: Notes, clock: Pick<Clock, "after">): Places {
	let noted: { id: HeadlineId; read: number } | undefined;
	let cancel: (() => void) | undefined;
	const flush = () => {
		cancel?.();
		cancel = undefined;
		if (!noted) return;
		const place = noted;
		noted = undefined;
		void send("keepPlace", place).then((outcome) => notes.take(outcome));
	};
	return {
		move(id, read) {
			if (noted && noted.id !== id) flush();
			noted = { id, read };
			cancel ??= clock.after(KEEP_EVERY_MS, flush);
		},
		flush,
	};
}
