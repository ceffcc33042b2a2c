/**
 * Begins to wait in a page until it shows something, and for the frame with it. Runs in the page; {@link shownAt}
 * answers when that was.
 * @param {{ selector: string, text?: string, none?: boolean }} what An element, or that there is none such; with
 * `text`, that its text is another one.
 */
function waitInPage({ selector, text, none = false }) {
	const isShown = () => {
		const element = document.querySelector(selector);
		if (text !== undefined) return element?.textContent !== text;
		return (element === null) === none;
	};
	const shown = new Promise((done) => {
		const look = () => {
			if (!isShown()) return;
			observer.disconnect();
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => done(performance.timeOrigin + performance.now());
				port2.postMessage(null);
			});
		};
		const observer = new MutationObserver(look);
		observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true });
		look();
	});
	Reflect.set(globalThis, "shown", shown);
}

/**
 * Lets a page wait until it shows something.
 * @param {import("@playwright/test").Page} page
 * @param {Parameters<typeof waitInPage>[0]} what
 */
export const waitToShow = (page, what) => page.evaluate(waitInPage, what);

/**
 * When the frame with what a page waits for was made, in milliseconds since 1970, to a fraction of one.
 * @param {import("@playwright/test").Page} page
 * @returns {Promise<number>}
 */
export const shownAt = (page) => page.evaluate(() => Reflect.get(globalThis, "shown"));

/**
 * Notes in a page when the last event of a kind was, by the event's own time; {@link actedAt} answers it.
 * @param {import("@playwright/test").Page} page
 * @param {"keydown" | "click"} type
 */
export const noteActs = (page, type) =>
	page.evaluate((type) => {
		const note = (/** @type {Event} */ { timeStamp }) =>
			Reflect.set(globalThis, "actedAt", performance.timeOrigin + timeStamp);
		addEventListener(type, note, true);
	}, type);

/**
 * @param {import("@playwright/test").Page} page
 * @returns {Promise<number>}
 */
export const actedAt = (page) => page.evaluate(() => Reflect.get(globalThis, "actedAt"));

/**
 * Notes a page's tasks over 50 ms from now on; {@link longTasksOf} answers how long each was, in milliseconds.
 * @param {import("@playwright/test").Page} page
 */
export const noteLongTasks = (page) =>
	page.evaluate(() => {
		/** @type {number[]} */
		const longTasks = [];
		Reflect.set(globalThis, "longTasks", longTasks);
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) longTasks.push(duration);
		}).observe({ type: "longtask" });
	});

/**
 * @param {import("@playwright/test").Page} page
 * @returns {Promise<number[]>}
 */
export const longTasksOf = (page) => page.evaluate(() => Reflect.get(globalThis, "longTasks"));
