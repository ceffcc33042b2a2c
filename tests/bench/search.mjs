import { median } from "./median.mjs";
import { LARGE, launchWith } from "./profile.mjs";
import { alone } from "./result.mjs";
import { longTasksOf, noteLongTasks } from "./shown.mjs";
import { SCRIPTS } from "./words.mjs";

const KEPT = 20_000;
/** As large as the popup makes itself, in CSS pixels: a tab has room for half as many rows again. */
const POPUP = { width: 400, height: 576 };
const BUDGET_MS = 16;
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

/** A frame is made at once, and not when the screen's next one is due: that wait is the screen's. */
export const SEARCH_ARGS = ["--disable-frame-rate-limit", "--disable-gpu-vsync"];

/** So far apart are the keys of somebody who types fast: a key that comes at once waits for the frame of the one before. */
const TYPING_MS = 60;

/**
 * Types some queries and takes them back; answers how long each key took, in milliseconds.
 * @param {import("@playwright/test").Page} page
 * @param {readonly string[]} queries
 * @param {number} [pace] How long it waits before each key, in milliseconds.
 */
async function typeAll(page, queries, pace = TYPING_MS) {
	/** @type {number[]} */
	const times = [];
	for (const query of queries)
		for (const key of [...query, ...Array.from(query, () => "Backspace")]) {
			await new Promise((done) => setTimeout(done, pace));
			times.push(await type(page, key));
		}
	return times;
}

/** The time that nineteen of twenty keys take at most, in milliseconds. */
function lateOf(/** @type {number[]} */ times) {
	const sorted = times.toSorted((a, b) => a - b);
	return Number(sorted[Math.floor(0.95 * (sorted.length - 1))].toFixed(1));
}

/**
 * Opens a popup in which everything that is kept has been read, by a search for the oldest.
 * @param {import("./profile.mjs").Opened} opened
 */
async function openSearched({ context, origin, count }) {
	const page = await context.newPage();
	await page.setViewportSize(POPUP);
	await page.goto(`${origin}/popup.html`);
	await page.waitForSelector(".headline-list > li");
	await noteLongTasks(page);
	const search = page.getByRole("searchbox", { name: "Search headlines" });
	await search.fill(String(count - 1));
	await page.locator(".headline-list > li", { hasText: String(count - 1) }).waitFor();
	const longTasks = await longTasksOf(page);
	await search.fill("");
	await page.evaluate(watchKeys);
	return { page, longTasks };
}

/**
 * The time that a key takes in the search field of a popup: the median of a few.
 * @type {import("./in-turn.mjs").OpenProbe}
 */
export async function openSearching(opened) {
	const { page } = await openSearched(opened);
	return {
		close: () => page.close(),
		once: async () => median(await typeAll(page, QUERIES.slice(0, 2))),
	};
}

/**
 * How long a key takes in the search field of a popup, from the browser's own time of the event until the frame
 * with the list has been made, and what reading all that is kept costs a page.
 * @param {import("./profile.mjs").Where} where
 * @returns {Promise<import("./bench.mjs").Result[]>}
 */
export async function measureSearch(where) {
	const [times, hasty] = await withSearched(where, KEPT, async ({ page }) => [
		await typeAll(page, QUERIES),
		await typeAll(page, QUERIES, 0),
	]);
	const longTasks = await withSearched(where, LARGE, async ({ longTasks }) => longTasks);
	const what = `search in ${KEPT} headlines: key to list`;
	return [
		alone(`${what}, 95th percentile of ${times.length} keys`, lateOf(times), BUDGET_MS),
		alone(`${what}, median`, median(times), null),
		alone(`${what}, 95th percentile of keys without a pause`, lateOf(hasty), null),
		alone(`search: tasks over 50 ms while ${LARGE} headlines are read`, longTasks.length, 0, "tasks"),
	];
}

/**
 * @template T
 * @param {import("./profile.mjs").Where} where
 * @param {number} count
 * @param {(searched: Awaited<ReturnType<typeof openSearched>>) => Promise<T>} measure
 */
async function withSearched(where, count, measure) {
	const opened = await launchWith({ ...where, args: SEARCH_ARGS }, count);
	try {
		return await measure(await openSearched(opened));
	} finally {
		await opened.context.close();
	}
}

/** Runs in the page: tells of each key how long it took until the frame with the list has been made. */
function watchKeys() {
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
			port1.onmessage = () => Reflect.get(globalThis, "tellTime")(performance.now() - from);
			port2.postMessage(null);
		});
	});
}

/** Runs in the page: waits for the next key's time; nothing of ours runs there meanwhile, as it would to ask for it. */
const nextTime = () =>
	/** @type {Promise<number>} */ (new Promise((tell) => Reflect.set(globalThis, "tellTime", tell)));

/** Types a key; answers how long it took, in milliseconds. */
async function type(/** @type {import("@playwright/test").Page} */ page, /** @type {string} */ key) {
	const time = page.evaluate(nextTime);
	// Asked after it in the same page: answered when it waits.
	await page.evaluate(() => undefined);
	await (/^(?:[a-z0-9]|Backspace)$/.test(key) ? page.keyboard.press(key) : page.keyboard.insertText(key));
	return time;
}
