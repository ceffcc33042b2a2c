import { follow, rss } from "./acts";
import type { Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

const headline = (tab: Screen) => tab.find("region", "Headline ticker").find("heading");
const place = (tab: Screen) => tab.css(".ticker-place");

/** Waits longer than any headline dwells in these tests, by the page's own clock and frames. */
const outwait = (tab: Screen, ms: number) =>
	tab.evaluate(
		(length) =>
			new Promise<void>((done) => {
				const start = performance.now();
				const look = () => (performance.now() - start > length ? done() : setTimeout(look, 50));
				look();
			}),
		ms,
	);

/** A little more than the shortest dwell. */
const A_DWELL_MS = 4_800;

/** The fastest pace, at which the edition's headlines dwell four seconds each. */
const hurry = { wordsPerMinute: 400 };

test.describe("The ticker", () => {
	test("goes through the unread headlines by itself, newest first", async ({ extension }) => {
		await extension.evaluate((settings) => chrome.storage.local.set({ settings }), hurry);
		const { headlines } = await extension.evaluate(() => chrome.storage.local.get("headlines"));
		const [first, second] = headlines as { title: string }[];
		const tab = await extension.openNewTab();
		await tab.unhover();
		await expect(headline(tab)).toSay(first?.title ?? "");
		await expect(place(tab)).toSay("1 of 20");
		await expect(headline(tab)).toSay(second?.title ?? "");
		await expect(place(tab)).toSay("2 of 20");
	});

	test("steps on and back, and holds still when it is paused", async ({ extension }) => {
		const tab = await extension.openNewTab();
		const first = await headline(tab).text();
		await tab.find("button", "Next headline").click();
		await expect(place(tab)).toSay("2 of 20");
		await tab.find("button", "Previous headline").click();
		await expect(headline(tab)).toSay(first);
		await tab.find("button", "Pause ticker").click();
		await expect(tab.find("button", "Play ticker")).toBeShown();
		await tab.find("button", "Play ticker").click();
		await expect(tab.find("button", "Pause ticker")).toBeShown();
	});

	test("comes to an end, and begins again when asked", async ({ extension }) => {
		const tab = await extension.openNewTab();
		for (let at = 1; at <= 20; at++) {
			await expect(place(tab)).toSay(`${at} of 20`);
			await tab.find("button", "Next headline").click();
		}
		await expect(headline(tab)).toSay("You are caught up");
		const other = await extension.openNewTab();
		await expect(headline(other)).toSay("You are caught up");
		await other.find("button", "Show the unread again").click();
		await expect(place(other)).toSay("1 of 20");
	});

	test("the next new tab goes on where the last one stopped", async ({ extension }) => {
		const tab = await extension.openNewTab();
		for (const next of ["2 of 20", "3 of 20", "4 of 20"]) {
			await tab.find("button", "Next headline").click();
			await expect(place(tab)).toSay(next);
		}
		const shown = await headline(tab).text();
		await expect
			.poll(() =>
				extension.evaluate(
					async () => ((await chrome.storage.local.get("ticker")).ticker as { place: number }).place,
				),
			)
			.toBe(3);
		await tab.close();
		const next = await extension.openNewTab();
		await expect(headline(next)).toSay(shown);
		await expect(place(next)).toSay("4 of 20");
	});

	test.describe("stays where it is", () => {
		test.beforeEach(async ({ extension }) => {
			await extension.evaluate((settings) => chrome.storage.local.set({ settings }), hurry);
		});

		test("while it is pointed at", async ({ extension }) => {
			const tab = await extension.openNewTab();
			const shown = await headline(tab).text();
			await headline(tab).hover();
			await outwait(tab, A_DWELL_MS);
			await expect(headline(tab)).toSay(shown);
			await tab.unhover();
			await expect(headline(tab)).not.toSay(shown);
		});

		test("while it has the focus", async ({ extension }) => {
			// In a tab opened by its button the address bar has the focus, where no test can press a key.
			const tab = await extension.open("/newtab.html");
			const shown = await headline(tab).text();
			await tab.press("Tab");
			await expect(headline(tab).find("link")).toBeFocused();
			await tab.unhover();
			await outwait(tab, A_DWELL_MS);
			await expect(headline(tab)).toSay(shown);
		});

		test("while it is hidden", async ({ extension }) => {
			const tab = await extension.openNewTab();
			await tab.unhover();
			const shown = await headline(tab).text();
			await tab.hide();
			const other = await extension.open("/options.html");
			await outwait(other, A_DWELL_MS);
			await expect(headline(tab)).toSay(shown);
		});

		test("under reduced motion, until play is pressed", async ({ extension }) => {
			const tab = await extension.openNewTab();
			await tab.emulate({ motion: "reduce" });
			await tab.reload();
			await tab.unhover();
			const shown = await headline(tab).text();
			await expect(tab.find("button", "Play ticker")).toBeShown();
			await outwait(tab, A_DWELL_MS);
			await expect(headline(tab)).toSay(shown);
			await tab.find("button", "Play ticker").click();
			await tab.unhover();
			await expect(headline(tab)).not.toSay(shown);
		});
	});

	test("takes no focus when it opens", async ({ extension }) => {
		const tab = await extension.openNewTab();
		await expect(headline(tab)).toBeShown();
		expect(await tab.evaluate(() => document.activeElement === document.body)).toBe(true);
	});

	test("takes in what a feed brings while it is open", async ({ extension, feeds }) => {
		const tab = await extension.openNewTab();
		await expect(place(tab)).toSay("1 of 20");
		feeds.on("/feed.xml", { body: rss("Fresh", [{ title: "Just in" }]) });
		await follow(extension, feeds.url("/feed.xml"));
		await expect(place(tab)).toSay(/of 21$/);
	});

	test("its headline opens in the reader", async ({ extension }) => {
		const tab = await extension.openNewTab();
		const shown = await headline(tab).text();
		await headline(tab).find("link").click();
		await expect(tab.find("article").find("heading", shown)).toBeShown();
	});
});
