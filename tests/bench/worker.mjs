const PATIENCE_MS = 60_000;

/**
 * A session with the browser as a whole.
 * @param {import("./profile.mjs").Opened} opened
 */
export async function openBrowserSession({ context }) {
	const session = await context.browser()?.newBrowserCDPSession();
	if (!session) throw new Error("The browser has no session for the whole of it.");
	return session;
}

/**
 * The extension's worker in the browser's own terms, or undefined where it doesn't run.
 * @param {import("@playwright/test").CDPSession} browser
 * @param {string} origin
 */
async function workerTarget(browser, origin) {
	const { targetInfos } = await browser.send("Target.getTargets");
	return targetInfos.find(({ type, url }) => type === "service_worker" && url.startsWith(origin))?.targetId;
}

/**
 * Stops the extension's worker, as the browser does with one that has nothing to do.
 * @param {import("@playwright/test").CDPSession} browser
 * @param {string} origin
 */
export async function stopWorker(browser, origin) {
	const giveUpAt = performance.now() + PATIENCE_MS;
	const running = await workerTarget(browser, origin);
	while (running !== undefined && (await workerTarget(browser, origin)) === running) {
		if (performance.now() > giveUpAt) throw new Error("The worker doesn't stop.");
		// One that is busy may let the first time pass; one that has just stopped can't be found.
		await browser.send("Target.closeTarget", { targetId: running }).catch(() => undefined);
	}
}

/**
 * Speaks to the extension's running worker. Playwright doesn't tell of one that starts again.
 * @param {import("@playwright/test").CDPSession} browser
 * @param {string} origin
 */
export async function attachToWorker(browser, origin) {
	const targetId = await workerTarget(browser, origin);
	if (targetId === undefined) throw new Error("The worker doesn't run.");
	const { sessionId } = await browser.send("Target.attachToTarget", { targetId, flatten: false });
	let last = 0;
	return {
		/** @type {(method: string, params?: object) => Promise<any>} */
		send: (method, params = {}) =>
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
				const message = JSON.stringify({ id, method, params });
				browser.send("Target.sendMessageToTarget", { sessionId, message }).catch(fail);
			}),
		detach: () => browser.send("Target.detachFromTarget", { sessionId }),
	};
}
