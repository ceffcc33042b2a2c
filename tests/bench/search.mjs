import { launchWith, SCRIPTS } from "./profile.mjs";

const KEPT = 20_000;
const MOST = 50_000;
const BUDGET_MS = 16;
/** A frame is made at once, and not when the screen's next one is due: that wait is the screen's. */
const ARGS = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

/** Typed letter by letter: words of every script, two at once, a source's name, a number, and nothing at all. */
const QUERIES = [
	...Object.values(SCRIPTS).map(({ words }) => words[4]),
	...Object.values(SCRIPTS).map(({ words, between }) => `${words[2]}${between || " "}${words[8]}`),
	"bridge 1",
	"cafe zurich",
	"елка",
	"19999",
	"nothing holds this",
];

/**
 * How long a key takes in the search field of a popup, from the browser's own time of the event until the frame
 * with the list has been made, and what reading all that is kept costs a page.
 * @param {{ program: string, build: string, folder: string }} where
 * @returns {Promise<import("./bench.mjs").Result[]>}
 */
export async function measureSearch(where) {
	const times = await withPopup(where, KEPT, async (page) => {
		await page.getByRole("searchbox").fill("");
		await page.evaluate(watchKeys);
		for (const query of QUERIES) {
			for (const letter of query) await type(page, letter);
			for (const _ of query) await type(page, "Backspace");
		}
		return page.evaluate(() => /** @type {number[]} */ (Reflect.get(globalThis, "times")));
	});
	const sorted = times.toSorted((a, b) => a - b);
	const at = (/** @type {number} */ part) =>
		Number(sorted[Math.floor(part * (sorted.length - 1))].toFixed(1));
	const longTasks = await withPopup(where, MOST, (page) =>
		page.evaluate(() => /** @type {number[]} */ (Reflect.get(globalThis, "longTasks"))),
	);
	return [
		{
			bench: `search in ${KEPT} headlines: key to list, 95th percentile of ${times.length} keys`,
			ours: at(0.95),
			reference: null,
			budget: BUDGET_MS,
			unit: "ms",
		},
		{
			bench: `search in ${KEPT} headlines: key to list, median`,
			ours: at(0.5),
			reference: null,
			budget: null,
			unit: "ms",
		},
		{
			bench: `search: tasks over 50 ms while ${MOST} headlines are read`,
			ours: longTasks.length,
			reference: null,
			budget: 0,
			unit: "tasks",
		},
	];
}

/**
 * Opens a popup in which everything that is kept has been read, by a search for the oldest.
 * @template T
 * @param {{ program: string, build: string, folder: string }} where
 * @param {number} count
 * @param {(page: import("@playwright/test").Page) => Promise<T>} measure
 */
async function withPopup(where, count, measure) {
	const { context, origin } = await launchWith({ ...where, args: ARGS }, count);
	try {
		const page = await context.newPage();
		await page.goto(`${origin}/popup.html`);
		await page.waitForSelector(".headline-list > li");
		await page.evaluate(() => {
			/** @type {number[]} */
			const longTasks = [];
			Reflect.set(globalThis, "longTasks", longTasks);
			new PerformanceObserver((list) => {
				for (const { duration } of list.getEntries()) longTasks.push(duration);
			}).observe({ type: "longtask" });
		});
		const search = page.getByRole("searchbox", { name: "Search headlines" });
		await search.fill(String(count - 1));
		await page.locator(".headline-list > li", { hasText: String(count - 1) }).waitFor();
		return await measure(page);
	} finally {
		await context.close();
	}
}

/** Runs in the page: notes for each key how long it took until the frame with the list has been made. */
function watchKeys() {
	/** @type {number[]} */
	const times = [];
	Reflect.set(globalThis, "times", times);
	let pressedAt = 0;
	addEventListener(
		"keydown",
		({ timeStamp }) => {
			pressedAt = timeStamp;
		},
		true,
	);
	// Preact has changed the list when the event comes up here. The frame lays out what has come into sight.
	addEventListener("input", ({ timeStamp }) => {
		// Letters that the driver's keyboard hasn't got come without a key.
		const from = pressedAt || timeStamp;
		pressedAt = 0;
		requestAnimationFrame(() => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => times.push(performance.now() - from);
			port2.postMessage(null);
		});
	});
}

async function type(/** @type {import("@playwright/test").Page} */ page, /** @type {string} */ key) {
	const before = await page.evaluate(() => Reflect.get(globalThis, "times").length);
	await (/^(?:[a-z0-9]|Backspace)$/.test(key) ? page.keyboard.press(key) : page.keyboard.insertText(key));
	await page.waitForFunction((before) => Reflect.get(globalThis, "times").length > before, before);
}
