import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { launch } from "../../scripts/launch.mjs";

const MEASURED_SECONDS = 60;
/** What opening a page costs isn't what idling costs. */
const SETTLING_SECONDS = 8;

/**
 * The modes, with how much of a core's time each may take of the main thread, in per cent. Hidden, no task of
 * ours may run at all; the browser's own, such as hearing that the page is hidden, come to a few hundredths.
 */
const CASES = [
	{ mode: "one", budget: 0.5 },
	{ mode: "tape", budget: 2 },
	{ mode: "front-page", budget: 0.5 },
	{ mode: "quiet", budget: 0.5 },
	{ mode: "one", hidden: true, budget: 0.05 },
	{ mode: "tape", hidden: true, budget: 0.05 },
];

/**
 * What an idle new tab costs in each mode: the time of its main thread, of its whole process (which has the
 * rest of the extension's pages too), and how far its layout shifts meanwhile, some headlines long. Headed
 * where there is a display, since headless Chromium makes its frames in a way of its own.
 * @param {{ program: string, build: string, folder: string, seconds?: number }} where
 * @returns {Promise<import("./bench.mjs").Result[]>}
 */
export async function measureIdle({ program, build, folder, seconds = MEASURED_SECONDS }) {
	const headless = process.env.DISPLAY === undefined;
	const { context, origin } = await launch({ program, build, profile: join(folder, "profile"), headless });
	const results = [];
	try {
		for (const { mode, hidden = false, budget } of CASES) {
			const name = `new tab, ${mode}${hidden ? ", hidden" : ""}`;
			const { main, whole, shift } = await measure(context, origin, mode, hidden, seconds);
			results.push(result(`main thread of an idle ${name}`, main, budget, "percent"));
			results.push(result(`process of an idle ${name}`, whole, null, "percent"));
			if (!hidden) results.push(result(`layout shift of ${name}`, shift, 0, "score"));
		}
	} finally {
		await context.close();
	}
	return results;
}

const result = (
	/** @type {string} */ bench,
	/** @type {number} */ ours,
	/** @type {number | null} */ budget,
	/** @type {"percent" | "score"} */ unit,
) => ({ bench, ours: Number(ours.toFixed(3)), reference: null, budget, unit });

async function measure(
	/** @type {import("@playwright/test").BrowserContext} */ context,
	/** @type {string} */ origin,
	/** @type {string} */ mode,
	/** @type {boolean} */ hidden,
	/** @type {number} */ seconds,
) {
	const page = await context.newPage();
	await page.goto(`${origin}/manifest.json`);
	await page.evaluate(async (tickerMode) => {
		const { storage, runtime } = Reflect.get(globalThis, "chrome");
		await storage.local.set({ settings: { tickerMode } });
		// Each mode begins with everything to show.
		await runtime.sendMessage({ command: "restartRun", ask: null });
	}, mode);
	await page.addInitScript(() => {
		Reflect.set(globalThis, "shift", 0);
		new PerformanceObserver((list) => {
			// Only the type asked for comes.
			for (const entry of list.getEntries())
				Reflect.set(globalThis, "shift", Reflect.get(globalThis, "shift") + Reflect.get(entry, "value"));
		}).observe({ type: "layout-shift", buffered: true });
	});
	await page.goto(`${origin}/newtab.html`);
	await page.mouse.move(0, 0);
	if (hidden) await page.evaluate(hide);
	await wait(SETTLING_SECONDS * 1_000);
	const session = await context.newCDPSession(page);
	// The thread's own time: on a busy machine, a task that waits for its turn costs nobody anything.
	await session.send("Performance.enable", { timeDomain: "threadTicks" });
	const begun = performance.now();
	const before = await metrics(session);
	await wait(seconds * 1_000);
	const after = await metrics(session);
	const passed = (performance.now() - begun) / 1_000;
	const shift = Number(await page.evaluate(() => Reflect.get(globalThis, "shift")));
	await page.close();
	const percent = (/** @type {string} */ name) => ((after[name] - before[name]) / passed) * 100;
	return { main: percent("TaskDuration"), whole: percent("ProcessTime"), shift };
}

/** Playwright keeps every page visible; this is how a page is told that it isn't. Runs in the page. */
function hide() {
	Object.defineProperty(document, "visibilityState", { get: () => "hidden" });
	Object.defineProperty(document, "hidden", { get: () => true });
	document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
}

/** @returns {Promise<Record<string, number>>} In seconds. */
async function metrics(/** @type {import("@playwright/test").CDPSession} */ session) {
	const { metrics: all } = await session.send("Performance.getMetrics");
	return Object.fromEntries(all.map(({ name, value }) => [name, value]));
}
