import { followLocal } from "./bring.mjs";
import { openDesk } from "./desk.mjs";
import { measureInTurn, withProfiles } from "./in-turn.mjs";
import { LARGE, SMALL } from "./profile.mjs";
import { against } from "./result.mjs";
import { attachToWorker, openBrowserSession } from "./worker.mjs";

const ROUNDS = 5;
const BUDGET = 1.2;

/** @typedef {{ usedSize: number, embedderHeapUsedSize?: number, backingStorageSize?: number }} Usage */

/** All that is in use of a heap, with what lies beside it for its sake, in bytes. */
const sum = (/** @type {Usage} */ { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 }) =>
	usedSize + embedderHeapUsedSize + backingStorageSize;

/**
 * What a new tab takes after a collection. The extension's pages share a heap: no other one is open.
 * @type {import("./in-turn.mjs").OpenProbe}
 */
export async function openNewTab({ context, origin }) {
	return {
		close: async () => {},
		once: async () => {
			const page = await context.newPage();
			await page.goto(`${origin}/newtab.html`);
			await page.waitForSelector(".ticker-place");
			const session = await context.newCDPSession(page);
			await session.send("HeapProfiler.collectGarbage");
			const usage = await session.send("Runtime.getHeapUsage");
			await page.close();
			return sum(usage);
		},
	};
}

/**
 * What the worker takes after a collection, when it has refreshed a feed and marked a headline.
 * @type {import("./in-turn.mjs").OpenProbe}
 */
export async function openWorker(opened) {
	const browser = await openBrowserSession(opened);
	const desk = await openDesk(opened);
	const feed = await followLocal(desk);
	let place = 0;
	return {
		close: async () => {
			feed.close();
			await browser.detach();
			await desk.page.close();
		},
		once: async () => {
			await desk.send("mark", { ids: [`headline-${4 * place++}`], act: "read" });
			const worker = await attachToWorker(browser, opened.origin);
			await worker.send("HeapProfiler.collectGarbage");
			const usage = await worker.send("Runtime.getHeapUsage");
			await worker.detach();
			return sum(usage);
		},
	};
}

/**
 * What a new tab and the worker take of memory, with many headlines kept and with few.
 * @param {import("./profile.mjs").Where} where
 * @returns {Promise<import("./bench.mjs").Result[]>}
 */
export const measureMemory = (where) =>
	withProfiles(
		where,
		[SMALL, LARGE],
		async (all) => [
			against(
				`memory of a new tab, ${LARGE} kept against ${SMALL}`,
				await measureInTurn(all, openNewTab, ROUNDS),
				BUDGET,
				"bytes",
			),
			against(
				`memory of the worker, ${LARGE} kept against ${SMALL}`,
				await measureInTurn(all, openWorker, ROUNDS),
				BUDGET,
				"bytes",
			),
		],
		{ local: true },
	);
