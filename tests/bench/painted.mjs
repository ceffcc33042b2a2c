/**
 * Opens a page in a tab of its own, and answers how many milliseconds it took from the start of the navigation
 * to the first frame after an element with text is there.
 * @param {import("@playwright/test").BrowserContext} context
 * @param {string} address
 * @param {string} selector
 */
export async function timeToPaint(context, address, selector) {
	const page = await context.newPage();
	await page.addInitScript((selector) => {
		const look = () => {
			if (!document.querySelector(selector)?.textContent) return;
			observer.disconnect();
			// A task after the frame's callbacks runs once that frame has been made.
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => {
					Reflect.set(globalThis, "paintedAt", performance.now());
				};
				port2.postMessage(null);
			});
		};
		const observer = new MutationObserver(look);
		observer.observe(document, { childList: true, subtree: true, characterData: true });
	}, selector);
	await page.goto(address);
	const time = await page.waitForFunction(() => Reflect.get(globalThis, "paintedAt"));
	const milliseconds = Number(await time.jsonValue());
	await page.close();
	return milliseconds;
}
