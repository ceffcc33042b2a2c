import { chromium } from "@playwright/test";

/**
 * Opens Chromium with the extension in it.
 * @param {{ program: string, build: string, profile: string, headless: boolean, args?: string[] }} how
 * @returns {Promise<{ context: import("@playwright/test").BrowserContext, origin: string }>} The browser, and
 * the extension's origin in it.
 */
export async function launch({ program, build, profile, headless, args = [] }) {
	const context = await chromium.launchPersistentContext(profile, {
		executablePath: program,
		headless,
		viewport: headless ? { width: 1280, height: 800 } : null,
		chromiumSandbox: process.getuid?.() !== 0,
		args: [
			`--load-extension=${build}`,
			`--disable-extensions-except=${build}`,
			"--disable-background-networking",
			...args,
		],
	});
	const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
	return { context, origin: `chrome-extension://${new URL(worker.url()).host}` };
}
