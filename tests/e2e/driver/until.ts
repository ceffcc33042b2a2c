import { setTimeout as pause } from "node:timers/promises";

/** How long a test waits for anything before it fails, in milliseconds. */
export const PATIENCE = 10_000;
const STEP = 40;

/** Asks again and again until the answer is neither undefined nor false, and gives that; fails in time. */
export async function until<T>(
	what: string,
	ask: () => Promise<T | undefined | false>,
	patience = PATIENCE,
): Promise<T> {
	const end = Date.now() + patience;
	for (;;) {
		const answer = await ask();
		if (answer !== undefined && answer !== false) return answer;
		if (Date.now() > end) throw new Error(`Waited ${patience} ms in vain for ${what}.`);
		await pause(STEP);
	}
}

/** Gives what a promise gives, and fails where that takes longer than anything may. */
export async function inTime<T>(what: string, promise: Promise<T>): Promise<T> {
	const over = new AbortController();
	const late = pause(PATIENCE, undefined, { signal: over.signal }).then(() => {
		throw new Error(`Waited ${PATIENCE} ms in vain for ${what}.`);
	});
	return Promise.race([promise, late]).finally(() => {
		late.catch(() => undefined);
		over.abort();
	});
}
