import { followLocal } from "./bring.mjs";
import { openDesk } from "./desk.mjs";
import { measureInTurn, withProfiles } from "./in-turn.mjs";
import { LARGE, SMALL } from "./profile.mjs";
import { against } from "./result.mjs";
import { openBrowserSession, workerTarget } from "./worker.mjs";

const ROUNDS = 5;
const BUDGET = 1.2;
const PATIENCE_MS = 30_000;

/** @typedef {{ usedSize: number, embedderHeapUsedSize?: number, backingStorageSize?: number }} Usage */

/** All that is in use of a heap, with what lies beside it for its sake, in bytes. */
const sum = (/** @type {Usage} */ { usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 }) =>
	usedSize + embedderHeapUsedSize + backingStorageSize;

/**
 * What a new tab takes after a collection. The extension's pages share a heap: no other one is open.
 * @type {import("./in-turn.mjs").OpenProbe}
 */
async function openNewTab({ context, origin }) {
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
 * Speaks to the extension's worker, which has no session of Playwright's own.
 * @param {import("@playwright/test").CDPSession} browser
 * @param {string} targetId
 */
async function attach(browser, targetId) {
	const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: false });
	let last = 0;
	return {
		/** @param {string} method @returns {Promise<any>} */
		send: (method) =>
			new Promise((done, fail) => {
				const id = ++last;
				const patience = setTimeout(
					() => fail(new Error(`The worker doesn't answer ${method}.`)),
					PATIENCE_MS,
				);
				const listen = (/** @type {{ sessionId: string, message: string }} */ event) => {
					const message = JSON.parse(event.message);
					if (event.sessionId !== sessionId || message.id !== id) return;
					clearTimeout(patience);
					browser.off("Target.receivedMessageFromTarget", listen);
					done(message.result);
				};
				browser.on("Target.receivedMessageFromTarget", listen);
				const message = JSON.stringify({ id, method });
				browser.send("Target.sendMessageToTarget", { sessionId, message }).catch(fail);
			}),
		detach: () => browser.send("Target.detachFromTarget", { sessionId }),
	};
}

/**
 * What the worker takes after a collection, when it has refreshed a feed and marked a headline.
 * @type {import("./in-turn.mjs").OpenProbe}
 */
async function openWorker(opened) {
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
			const target = await workerTarget(browser, opened.origin);
			if (target === undefined) throw new Error("The worker doesn't run.");
			const worker = await attach(browser, target);
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
