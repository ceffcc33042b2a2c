import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { median } from "./median.mjs";
import { timeToPaint } from "./painted.mjs";
import { FIRST, LARGE, launchWith } from "./profile.mjs";

const ROUNDS = 21;
/** How many headlines are kept. */
const SIZES = [FIRST, 2_000, LARGE];
/** How many times as long as the static page a new tab may take, and with most kept as with fewest. */
const BUDGET = 1.1;
const FLAT_BUDGET = 1.2;
/** The headline that a new tab shows. */
export const HEADLINE = '[aria-label="Headline ticker"] :is(h1, h2, h3) a';

/**
 * The time from the start of a navigation to the first frame after a headline is there, on a new tab and on a
 * static page: the same markup and style in the same extension, without script. All are opened in turn.
 * @param {{ program: string, build: string, folder: string }} where
 * @returns {Promise<import("./bench.mjs").Result[]>}
 */
export async function measureFirstHeadline(where) {
	/** @type {{ kept: number, opened: Awaited<ReturnType<typeof launchWith>>, newTab: number[], still: number[] }[]} */
	const profiles = [];
	try {
		for (const kept of SIZES) {
			const opened = await launchWith(where, kept);
			profiles.push({ kept, opened, newTab: [], still: [] });
			const page = await staticPage(opened.context, `${opened.origin}/newtab.html`);
			await writeFile(join(opened.build, "static.html"), page);
		}
		for (let round = 0; round <= ROUNDS; round++)
			for (const { opened, newTab, still } of profiles) {
				newTab.push(await timeToPaint(opened.context, `${opened.origin}/newtab.html`, HEADLINE));
				still.push(await timeToPaint(opened.context, `${opened.origin}/static.html`, HEADLINE));
			}
	} finally {
		for (const { opened } of profiles) await opened.context.close();
	}
	// The first round only warmed up.
	const results = profiles.map(({ kept, newTab, still }) => ({
		bench: `first headline on a new tab, ${kept} kept`,
		ours: median(newTab.slice(1)),
		reference: median(still.slice(1)),
		budget: BUDGET,
		unit: /** @type {const} */ ("ms"),
	}));
	const [fewest, most] = [results[0], results[results.length - 1]];
	return [
		...results,
		{
			bench: `first headline on a new tab, ${SIZES.at(-1)} kept against ${SIZES[0]}`,
			ours: most.ours,
			reference: fewest.ours,
			budget: FLAT_BUDGET,
			unit: "ms",
		},
	];
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
