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
