import { violationsIn } from "./axe";
import type { Extension, Found, Screen } from "./driver/driver";
import { expect } from "./fixtures";

/** The shortest dwell is four seconds, and at the fastest pace the edition's headlines dwell no longer. */
export const HURRY = { wordsPerMinute: 400 };
/** A little more than the shortest dwell. */
const A_DWELL_MS = 4_800;

/** The heading of the headline that the ticker shows, or of what it says in place of one. */
export const headline = (tab: Screen): Found => tab.find("region", "Headline ticker").find("heading");

/** Where in the run that headline stands. */
export const place = (tab: Screen): Found => tab.css(".ticker-place");

/** The choice of views, where it is open. */
export const views = (tab: Screen): Found => tab.find("dialog", "View");

/** Changes settings, as if they had been chosen long ago; the others are the usual ones. */
const set = (extension: Extension, settings: object): Promise<void> =>
	extension.evaluate((to) => chrome.storage.local.set({ settings: to }), settings);

/** Opens a new tab in which keys can be pressed: in one that its button opens, the address bar has the focus. */
export async function openTab(extension: Extension, settings: object = {}): Promise<Screen> {
	await set(extension, settings);
	const tab = await extension.open("/newtab.html");
	await tab.unhover();
	await expect(tab.find("heading").nth(0)).toNumber(1);
	return tab;
}

/** Waits for longer than a headline dwells, by a page's own clock. */
export const outwaitDwell = (screen: Screen): Promise<void> =>
	screen.evaluate(
		(ms) =>
			new Promise<void>((done) => {
				const start = performance.now();
				const look = () => (performance.now() - start > ms ? done() : setTimeout(look, 50));
				look();
			}),
		A_DWELL_MS,
	);

/** What was done with headlines so far. */
export const marks = (
	extension: Extension,
): Promise<{ title: string; shown?: number; read?: number; saved?: number }[]> =>
	extension.evaluate(async () => {
		const { headlines, marks } = await chrome.storage.local.get(["headlines", "marks"]);
		const known = headlines as { id: string; title: string }[];
		return Object.entries((marks ?? {}) as Record<string, object>).map(([id, mark]) => ({
			title: known.find((one) => one.id === id)?.title ?? "",
			...mark,
		}));
	});

/** What a finger would miss: controls under 24 CSS pixels in height or width. */
export const smallTargets = (tab: Screen): Promise<string[]> =>
	tab.evaluate(() =>
		[...document.querySelectorAll("button, a, input")]
			// A link in a sentence is as high as its line.
			.filter((one) => one.checkVisibility() && one.closest("p") === null)
			.map((one) => ({ one, box: (one.closest("label") ?? one).getBoundingClientRect() }))
			.filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
			.map(({ one }) => one.outerHTML.slice(0, 80)),
	);

/** Whether the page is wider than its window. */
export const scrollsSideways = (tab: Screen): Promise<boolean> =>
	tab.evaluate(() => document.documentElement.scrollWidth > innerWidth);

/** What axe finds in the light theme, and of contrast in the dark one and with forced colours. */
export async function violationsInThemes(tab: Screen): Promise<string[]> {
	const found = await violationsIn(tab, [{ scheme: "light" }, { scheme: "dark" }, { contrast: "forced" }]);
	await tab.emulate({ scheme: "light", contrast: "none" });
	return found;
}
