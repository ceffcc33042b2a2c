import { openDesk } from "./desk.mjs";
import { measureBoth } from "./in-turn.mjs";
import { median } from "./median.mjs";
import { LARGE, SMALL } from "./profile.mjs";
import { against, alone } from "./result.mjs";
import { longTasksOf, noteLongTasks } from "./shown.mjs";

const ROUNDS = 3;
const SOURCES = 2_000;
const BUDGET_MS = 2_000;
/** Who has chosen a file looks whether anything happens, and isn't kept waiting for that. */
const PROGRESS_BUDGET_MS = 100;

/** An OPML file of feeds that no other round has. */
const opml = (/** @type {number} */ round) => {
	const outlines = Array.from(
		{ length: SOURCES },
		(_, n) =>
			`<outline type="rss" text="Feed ${n} of ${round}" xmlUrl="https://feed-${round}-${n}.example/feed"/>`,
	);
	return Buffer.from(`<opml version="2.0"><body>${outlines.join("\n")}</body></opml>`);
};

/** Runs in the page: notes when each status was shown, and when the file was taken. */
function noteSaid(/** @type {Element} */ input) {
	/** @type {{ text: string, at: number }[]} */
	const said = [];
	Reflect.set(globalThis, "said", said);
	input.addEventListener("input", () => said.push({ text: "", at: performance.now() }), true);
	const statuses = () =>
		[...document.querySelectorAll('[role="status"]')]
			.map(({ textContent }) => textContent)
			.join(" ")
			.trim();
	new MutationObserver(() => {
		const text = statuses();
		if (text === said.at(-1)?.text) return;
		requestAnimationFrame(() => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => said.push({ text, at: performance.now() });
			port2.postMessage(null);
		});
	}).observe(document, { childList: true, subtree: true, characterData: true });
}

/**
 * The time from the choice of a file to the frame with the words that all is imported. How long it took until it
 * was said that something goes on, and tasks over 50 ms, are noted beside.
 * @param {import("./profile.mjs").Opened} opened
 * @param {{ begun: number[], longTasks: number[] }} [noted]
 * @returns {Promise<import("./in-turn.mjs").Probe>}
 */
export async function openImporting(opened, { begun, longTasks } = { begun: [], longTasks: [] }) {
	const { page: desk } = await openDesk(opened);
	const before = await desk.evaluate(() => chrome.storage.local.get(["sources", "polls"]));
	let round = 0;
	return {
		close: () => desk.close(),
		once: async () => {
			const page = await opened.context.newPage();
			await page.goto(`${opened.origin}/options.html#/sources`);
			const field = page.getByLabel("Import file");
			await field.evaluate(noteSaid);
			await noteLongTasks(page);
			await field.setInputFiles({ name: "many.opml", mimeType: "text/x-opml", buffer: opml(++round) });
			const end = await page.waitForFunction(() =>
				Reflect.get(globalThis, "said").find(({ text }) => text.includes("sources added")),
			);
			const { at } = await end.jsonValue();
			const [chosen, first] = await page.evaluate(() => Reflect.get(globalThis, "said"));
			begun.push(first.at - chosen.at);
			longTasks.push(...(await longTasksOf(page)));
			await page.close();
			await desk.evaluate((items) => chrome.storage.local.set(items), before);
			return at - chosen.at;
		},
	};
}

/**
 * How long it takes to import a list of 2,000 feeds, with many headlines kept and with few, in turn.
 * @param {import("./profile.mjs").Where} where
 * @returns {Promise<import("./bench.mjs").Result[]>}
 */
export async function measureImport(where) {
	/** @type {{ begun: number[], longTasks: number[] }} */
	const noted = { begun: [], longTasks: [] };
	const open = (/** @type {import("./profile.mjs").Opened} */ opened) => openImporting(opened, noted);
	const times = await measureBoth(where, open, ROUNDS);
	const what = `import of ${SOURCES} sources`;
	return [
		alone(`${what}, ${LARGE} kept`, times[1], BUDGET_MS),
		against(`${what}, ${LARGE} kept against ${SMALL}`, times, null),
		alone(`${what}: until it says that it has begun`, median(noted.begun), PROGRESS_BUDGET_MS),
		alone(`${what}: the longest task of the page`, Math.max(0, ...noted.longTasks), null),
	];
}
