// The tour: every surface of the extension, opened, photographed and told.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";

/** How many headlines the bundled edition has. */
const EDITION = 20;
/** A text shorter than this, in characters, is no article. */
const ARTICLE = 200;

/**
 * @typedef {import("@playwright/test").Page} Page
 * @typedef {{ says: string, ok: boolean }} Seen What a surface showed, and whether that was what it should.
 */

const oneLine = (/** @type {string | null} */ text) => (text ?? "").replace(/\s+/g, " ").trim();

/** @type {{ name: string, title: string, path: string, size?: { width: number, height: number }, look: (page: Page) => Promise<Seen> }[]} */
const STOPS = [
	{
		name: "popup",
		title: "Popup",
		path: "/popup.html",
		size: { width: 400, height: 600 },
		look: lookAtList,
	},
	{ name: "newtab", title: "New tab", path: "/newtab.html", look: lookAtTicker },
	{ name: "reader", title: "Reader", path: "/options.html", look: lookAtList },
	{ name: "article", title: "Article", path: "/options.html", look: lookAtArticle },
	{
		name: "sources",
		title: "Sources",
		path: "/options.html#/sources",
		look: async (page) => {
			const sources = page.getByRole("list", { name: "Sources", exact: true }).getByRole("listitem");
			await sources.first().waitFor();
			const titles = (await sources.locator(".source-title").allTextContents()).map(oneLine);
			return { says: `${titles.length} source, “${titles.join("”, “")}”`, ok: titles.length === 1 };
		},
	},
	{
		name: "settings",
		title: "Settings",
		path: "/options.html#/settings",
		look: async (page) => {
			await page.getByRole("heading", { name: "Settings", exact: true }).waitFor();
			const labels = (await page.locator("main label, main legend").allTextContents()).map(oneLine);
			return { says: labels.join(", "), ok: labels.length > 0 };
		},
	},
];

/** @param {Page} page */
async function lookAtList(page) {
	const links = page
		.getByRole("list", { name: "Headlines", exact: true })
		.getByRole("listitem")
		.getByRole("link");
	await links.first().waitFor();
	const titles = (await links.allTextContents()).map(oneLine);
	return { says: `${titles.length} headlines, first “${titles[0]}”`, ok: titles.length === EDITION };
}

/** @param {Page} page */
async function lookAtTicker(page) {
	const ticker = page.getByRole("region", { name: "Headline ticker", exact: true });
	const headline = oneLine(await ticker.getByRole("heading").getByRole("link").first().textContent());
	const place = await ticker
		.getByText(/^\d+ of \d+$/)
		.first()
		.textContent();
	return { says: `“${headline}”, ${place}`, ok: headline !== "" };
}

/** @param {Page} page */
async function lookAtArticle(page) {
	const id = await page.evaluate(async () => {
		const { headlines } = await Reflect.get(globalThis, "chrome").storage.local.get("headlines");
		return headlines.find((/** @type {{ kind: string }} */ headline) => headline.kind === "article")?.id;
	});
	await page.goto(new URL(`#/read/${id}`, page.url()).href);
	const article = page.getByRole("article");
	const title = oneLine(await article.getByRole("heading", { level: 1 }).textContent());
	const paragraphs = await article.locator("p").allTextContents();
	const length = paragraphs.join(" ").length;
	return { says: `“${title}”, ${length} characters`, ok: title !== "" && length >= ARTICLE };
}

/**
 * Opens each surface, saves a picture of it, and prints what it showed.
 * @param {import("@playwright/test").BrowserContext} context
 * @param {string} origin The extension's.
 * @param {string} folder Where the pictures go.
 * @returns {Promise<boolean>} Whether everything was there.
 */
export async function takeTour(context, origin, folder) {
	await mkdir(folder, { recursive: true });
	let complete = true;
	for (const { name, title, path, size, look } of STOPS) {
		const page = await context.newPage();
		page.setDefaultTimeout(10_000);
		if (size) await page.setViewportSize(size);
		await page.goto(origin + path);
		const { says, ok } = await look(page).catch((cause) => ({ says: String(cause), ok: false }));
		const picture = join(folder, `${name}.png`);
		await page.screenshot({ path: picture });
		console.log(`${ok ? "✓" : "✗"} ${title}: ${says} (${picture})`);
		complete &&= ok;
		await page.close();
	}
	return complete;
}
