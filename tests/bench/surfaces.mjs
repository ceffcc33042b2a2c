/** Something that a new tab says of the run, and that changes with it. */
const PLACE = ".ticker-place";

/**
 * Opens an empty page in a window of its own: a tab that isn't in front of its window gets few frames, or none.
 * @param {import("./profile.mjs").Opened["context"]} context
 */
async function openWindow(context) {
	const [any] = context.pages();
	if (!any) throw new Error("The browser has no page.");
	const session = await context.newCDPSession(any);
	const [page] = await Promise.all([
		context.waitForEvent("page"),
		session.send("Target.createTarget", { url: "about:blank", newWindow: true }),
	]);
	await session.detach();
	return page;
}

/**
 * Opens the popup as a page, the reader, and a new tab that stands still, all in sight.
 * @param {import("./profile.mjs").Opened} opened
 */
export async function openSurfaces({ context, origin }) {
	const popup = await openWindow(context);
	const reader = await openWindow(context);
	for (const [page, name] of /** @type {const} */ ([
		[popup, "popup"],
		[reader, "options"],
	])) {
		await page.goto(`${origin}/${name}.html`);
		await page.waitForSelector(".headline-list > li a");
	}
	const newTab = await openWindow(context);
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
