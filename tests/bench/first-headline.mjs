import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { median } from "./median.mjs";
import { timeToPaint } from "./painted.mjs";
import { FIRST, LARGE, launchWith } from "./profile.mjs";
import { against } from "./result.mjs";

const ROUNDS = 41;
/** How many headlines are kept. */
const SIZES = [FIRST, 2_000, LARGE];
/** How many times as long as the static page a new tab may take, and with most kept as with fewest. */
const BUDGET = 1.1;
const FLAT_BUDGET = 1.2;
/** The headline that a new tab shows. */
export const HEADLINE = '[aria-label="Headline ticker"] :is(h1, h2, h3) a';

const PAGES = /** @type {const} */ (["newtab", "still", "whole"]);

/** @typedef {typeof PAGES[number]} Page */

/**
 * The time from the start of a navigation to the first frame after a headline is there, on a new tab and on two
 * static pages: the same markup and style in the same extension, without script. One has its style as a file, as
 * pages have; the other in itself, as the new tab has. All are opened in turn.
 * @param {{ program: string, build: string, folder: string }} where
 * @returns {Promise<import("./bench.mjs").Result[]>}
 */
export async function measureFirstHeadline(where) {
	/** @type {{ kept: number, opened: Awaited<ReturnType<typeof launchWith>>, times: Record<Page, number[]> }[]} */
	const profiles = [];
	try {
		for (const kept of SIZES) {
			const opened = await launchWith(where, kept);
			profiles.push({ kept, opened, times: { newtab: [], still: [], whole: [] } });
			const page = await staticPage(opened.context, `${opened.origin}/newtab.html`);
			await writeFile(join(opened.build, "whole.html"), page.whole);
			await writeFile(join(opened.build, "still.html"), page.still);
			await writeFile(join(opened.build, "still.css"), page.sheet);
		}
		for (let round = 0; round <= ROUNDS; round++)
			// Whichever comes first in a browser that has rested takes longer.
			for (const { opened, times } of profiles)
				for (const name of turned(PAGES, round))
					times[name].push(await timeToPaint(opened.context, `${opened.origin}/${name}.html`, HEADLINE));
	} finally {
		for (const { opened } of profiles) await opened.context.close();
	}
	// The first round only warmed up.
	const medians = profiles.map(({ kept, times }) => ({
		bench: `first headline on a new tab, ${kept} kept`,
		newTab: median(times.newtab.slice(1)),
		still: median(times.still.slice(1)),
		whole: median(times.whole.slice(1)),
	}));
	const [fewest, most] = [medians[0], medians[medians.length - 1]];
	return [
		...medians.map(({ bench, newTab, still }) => against(bench, [still, newTab], BUDGET)),
		...medians.map(({ bench, newTab, whole }) =>
			against(`${bench}, against a page with its style in itself`, [whole, newTab], null),
		),
		against(`${most.bench} against ${SIZES[0]}`, [fewest.newTab, most.newTab], FLAT_BUDGET),
	];
}

/**
 * The same in turn, from another one on.
 * @template T
 * @param {readonly T[]} list
 * @param {number} from
 */
const turned = (list, from) => list.map((_, place) => list[(from + place) % list.length]);

/** The page as it stands once a headline shows, without its scripts: with its style in it, and with that as a file. */
async function staticPage(
	/** @type {import("@playwright/test").BrowserContext} */ context,
	/** @type {string} */ address,
) {
	const page = await context.newPage();
	await page.goto(address);
	await page.waitForSelector(HEADLINE);
	const pages = await page.evaluate(() => {
		for (const script of document.querySelectorAll("script, link[rel=modulepreload]")) script.remove();
		const whole = `<!doctype html>\n${document.documentElement.outerHTML}`;
		const style = document.querySelector("style");
		if (!style) throw new Error("The new tab has no style in itself.");
		const link = '<link rel="stylesheet" href="/still.css">';
		return { whole, still: whole.replace(style.outerHTML, link), sheet: style.textContent };
	});
	await page.close();
	return pages;
}
