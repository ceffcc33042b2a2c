import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { launch } from "../../scripts/launch.mjs";
import { median } from "./median.mjs";

const ROUNDS = 21;
/** How many times as long as the static page a new tab may take. */
const BUDGET = 1.1;
const HEADLINE = '[aria-label="Headline ticker"] :is(h1, h2, h3) a';

/**
 * The time from the start of a navigation to the first frame after a headline is there, on a new tab and on a
 * static page: the same markup and style in the same extension, without script. Both are opened in turn.
 * @param {{ program: string, build: string, profile: string }} where `build` is a copy, which gets the static
 * page.
 * @returns {Promise<import("./bench.mjs").Result>}
 */
export async function measureFirstHeadline({ program, build, profile }) {
	const { context, origin } = await launch({ program, build, profile, headless: true });
	try {
		await writeFile(join(build, "static.html"), await staticPage(context, `${origin}/newtab.html`));
		const time = (/** @type {string} */ name) => timeToHeadline(context, `${origin}/${name}.html`);
		const rounds = [];
		for (let round = 0; round <= ROUNDS; round++)
			rounds.push({ newTab: await time("newtab"), still: await time("static") });
		// The first round only warmed up.
		rounds.shift();
		const ours = median(rounds.map(({ newTab }) => newTab));
		const reference = median(rounds.map(({ still }) => still));
		return { bench: "first headline on a new tab", ours, reference, budget: BUDGET, unit: "ms" };
	} finally {
		await context.close();
	}
}

/** The page as it stands once a headline shows, without its scripts. */
async function staticPage(
	/** @type {import("@playwright/test").BrowserContext} */ context,
	/** @type {string} */ address,
) {
	const page = await context.newPage();
	await page.goto(address);
	await page.waitForSelector(HEADLINE);
	const html = await page.evaluate(() => {
		for (const script of document.querySelectorAll("script, link[rel=modulepreload]")) script.remove();
		return document.documentElement.outerHTML;
	});
	await page.close();
	return `<!doctype html>\n${html}`;
}

/** In milliseconds. */
async function timeToHeadline(
	/** @type {import("@playwright/test").BrowserContext} */ context,
	/** @type {string} */ address,
) {
	const page = await context.newPage();
	await page.addInitScript((selector) => {
		const look = () => {
			if (!document.querySelector(selector)?.textContent) return;
			observer.disconnect();
			// A task after the frame's callbacks runs once that frame has been made.
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = () => {
					Reflect.set(globalThis, "headlineAt", performance.now());
				};
				port2.postMessage(null);
			});
		};
		const observer = new MutationObserver(look);
		observer.observe(document, { childList: true, subtree: true, characterData: true });
	}, HEADLINE);
	await page.goto(address);
	const time = await page.waitForFunction(() => Reflect.get(globalThis, "headlineAt"));
	const milliseconds = Number(await time.jsonValue());
	await page.close();
	return milliseconds;
}
