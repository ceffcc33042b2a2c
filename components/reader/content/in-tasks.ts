/** What may take so long goes on at once: most texts are there before the next frame. */
const FIRST_MS = 60;
/** A task of this length isn't felt. */
const TASK_MS = 30;

/**
 * Runs work that stops between its steps, in tasks between which the page can answer; the first at once. Calls
 * back when all is done, or as much as could be: what the work throws is thrown after that. Answers what ends it early.
 */
export function inTasks(work: Iterator<void>, clock: () => number, onDone: () => void): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const run = (ms: number) => {
		const end = clock() + ms;
		let isDone = false;
		try {
			do isDone = work.next().done === true;
			while (!isDone && clock() < end);
		} catch (cause) {
			onDone();
			throw cause;
		}
		if (isDone) onDone();
		else timer = setTimeout(run, 0, TASK_MS);
	};
	run(FIRST_MS);
	return () => clearTimeout(timer);
}
