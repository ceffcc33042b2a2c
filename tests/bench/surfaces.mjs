/** Something that a new tab says of the run, and that changes with it. */
const PLACE = ".ticker-place";

/**
 * Opens the popup in a tab, a new tab that stands still, and the reader.
 * @param {import("./profile.mjs").Opened} opened
 */
export async function openSurfaces({ context, origin }) {
	const [popup, reader] = await Promise.all(
		["popup", "options"].map(async (name) => {
			const page = await context.newPage();
			await page.goto(`${origin}/${name}.html`);
			await page.waitForSelector(".headline-list > li a");
			return page;
		}),
	);
	const newTab = await context.newPage();
	// Going on by itself it would mark what it has shown.
	await newTab.emulateMedia({ reducedMotion: "reduce" });
	await newTab.goto(`${origin}/newtab.html`);
	await newTab.waitForSelector(PLACE);
	const all = [popup, reader, newTab];
	const close = async () => {
		for (const page of all) await page.close();
	};
	return { popup, reader, newTab, all, close };
}

/**
 * What a new tab shows once the run is another one: another place than it says now.
 * @param {import("@playwright/test").Page} newTab
 */
export async function anotherPlace(newTab) {
	const text = await newTab.evaluate((place) => document.querySelector(place)?.textContent ?? "", PLACE);
	return { selector: PLACE, text };
}
