import { followLocal } from "./bring.mjs";
import { openDesk } from "./desk.mjs";
import { measureBoth } from "./in-turn.mjs";
import { LARGE, SMALL } from "./profile.mjs";
import { against } from "./result.mjs";
import { attachToWorker, openBrowserSession, stopWorker } from "./worker.mjs";

const ROUNDS = 15;
const BUDGET = 1.2;

/**
 * Runs in a page of the extension: lets the alarm ring with one feed due, which has nothing new, and answers when
 * that was done, in milliseconds since 1970. The background says when it looks at its feeds next as soon as it has
 * begun, and again when a feed that was due has answered, which is the last that it does for an alarm.
 */
async function ring(/** @type {string} */ id) {
	const { polls } = await chrome.storage.local.get("polls");
	const before = Date.now() - 3_600_000;
	polls[id] = { ...polls[id], askedAt: before, nextAt: before + 60_000 };
	await chrome.storage.local.set({ polls });
	const handled = new Promise((done) => {
		let hasAnswered = false;
		const look = (
			/** @type {{ polls?: { newValue?: Record<string, { succeededAt?: number }> }, nextLookAt?: object }} */ changes,
		) => {
			hasAnswered ||= (changes.polls?.newValue?.[id]?.succeededAt ?? 0) > before;
			if (!hasAnswered || !changes.nextLookAt) return;
			chrome.storage.local.onChanged.removeListener(look);
			done(performance.timeOrigin + performance.now());
		};
		chrome.storage.local.onChanged.addListener(look);
	});
	// The name is the one that data/refresh/alarms.ts gives it.
	await chrome.alarms.create("refresh", { when: Date.now() });
	return handled;
}

/**
 * The time from the start of a stopped worker to the end of what the alarm that woke it is for.
 * @type {import("./in-turn.mjs").OpenProbe}
 */
export async function openWaking(opened) {
	const { origin } = opened;
	const desk = await openDesk(opened);
	const browser = await openBrowserSession(opened);
	const feed = await followLocal(desk);
	return {
		close: async () => {
			feed.close();
			await browser.detach();
			await desk.page.close();
		},
		once: async () => {
			await stopWorker(browser, origin);
			const handledAt = Number(await desk.page.evaluate(ring, feed.id));
			const worker = await attachToWorker(browser, origin);
			const { result } = await worker.send("Runtime.evaluate", { expression: "performance.timeOrigin" });
			await worker.detach();
			return handledAt - result.value;
		},
	};
}

/**
 * How long a worker takes to start and handle the alarm that woke it, with many headlines kept and with few.
 * @param {import("./profile.mjs").Where} where
 * @returns {Promise<import("./bench.mjs").Result[]>}
 */
export const measureWorkerStart = async (where) => [
	against(
		`worker start to first alarm handled, ${LARGE} kept against ${SMALL}`,
		await measureBoth(where, openWaking, ROUNDS, { local: true }),
		BUDGET,
	),
];
