import { follow, rss } from "./acts";
import type { Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

/** What sticks out of the page on either side. */
const sticksOut = (screen: Screen) =>
	screen.evaluate(() =>
		[...document.querySelectorAll("body *")]
			.filter((element) => {
				const { left, right, width } = element.getBoundingClientRect();
				return width > 1 && (right > innerWidth + 1 || left < -1) && element.closest("svg, .tabs") === null;
			})
			.map((element) => `${element.localName}.${element.className}`),
	);

const ENDLESS = "Donaudampfschifffahrtsgesellschaft".repeat(8);

const SIZES = [
	[320, "100%"],
	[640, "200%"],
] as const;

test("words without an end fit into 320 px, and with text at twice the size into 640", async ({
	extension,
	feeds,
}) => {
	feeds.on(`/${ENDLESS}`, {
		body: rss(ENDLESS, [{ title: ENDLESS, description: `<p>${ENDLESS}</p><pre>${ENDLESS}</pre>` }]),
	});
	await follow(extension, feeds.url(`/${ENDLESS}`));
	const { headlines } = await extension.evaluate(() => chrome.storage.local.get("headlines"));
	// The front is a list of headlines, newest first.
	const [newest] = headlines as { id: string }[];
	for (const path of [
		"/popup.html",
		"/newtab.html",
		"/options.html",
		`/options.html#/read/${newest?.id}`,
		"/options.html#/sources",
		"/options.html#/settings",
	]) {
		const screen = await extension.open(path);
		await expect(screen.find("link").nth(0)).toBeShown();
		for (const [width, size] of SIZES) {
			await screen.resize(width, 640);
			await screen.evaluate((size) => {
				document.documentElement.style.fontSize = size;
			}, size);
			await expect(screen.find("link").nth(0)).toBeShown();
			expect([path, width, await sticksOut(screen)]).toEqual([path, width, []]);
		}
		await screen.close();
	}
});

test("odd addresses in the options page lead to a page that says something", async ({ extension }) => {
	const options = await extension.open("/options.html");
	for (const hash of ["#/read/__proto__", "#/read/%00", "#/read/constructor", "#/read/%F0%9F%98%80"]) {
		await options.evaluate((to) => {
			location.hash = to;
		}, hash);
		await expect(options.css(".reader-hint")).toSay("This headline isn’t kept any more.");
	}
	for (const hash of ["#/read/%E0%A4%A", "#/read/", "#//", "#<img src=x>", "#/nowhere"]) {
		await options.evaluate((to) => {
			location.hash = to;
		}, hash);
		await expect(options.css(".reader-hint")).toSay("Choose a headline to read it here.");
	}
	expect(await extension.errors()).toEqual([]);
});
