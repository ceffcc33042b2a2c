/** What may take so long goes on at once: most texts are there before the next frame. */
const FIRST_MS = 60;
/** A task of this length isn't felt. */
const TASK_MS = 30;

/**
 * Runs work that stops between its steps, in tasks between which the page can answer; the first at once. Calls
 * back when all is done. Answers what ends it early.
 */
export function inTasks(work: Iterator<void>, clock: () => number, onDone: () => void): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const run = (ms: number) => {
		const end = clock() + ms;
		do {
			if (work.next().done) {
				onDone();
				return;
			}
		} while (clock() < end);
		timer = setTimeout(run, 0, TASK_MS);
	};
	run(FIRST_MS);
	return () => clearTimeout(timer);
}
