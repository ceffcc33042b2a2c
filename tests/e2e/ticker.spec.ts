import { follow, rss } from "./acts";
import { expect, test } from "./fixtures";
import { headline, place } from "./new-tab";

test("The ticker is a run with an end, one for all tabs, and takes in what comes", async ({
	extension,
	feeds,
}) => {
	await test.step("it steps on and back, comes to an end that says what comes when, and begins again when asked", async () => {
		const tab = await extension.openNewTab();
		const first = await headline(tab).text();
		await tab.find("button", "Next headline").click();
		await expect(place(tab)).toSay("2 of 20");
		await tab.find("button", "Previous headline").click();
		await expect(headline(tab)).toSay(first);
		for (let at = 1; at <= 20; at++) {
			await expect(place(tab)).toSay(`${at} of 20`);
			await tab.find("button", "Next headline").click();
		}
		await expect(headline(tab)).toSay("You are caught up");
		await expect(tab.css(".ticker-end")).toSay(
			"That was all: 20 headlines. No next look at your sources is planned; refresh when you like.",
		);
		const other = await extension.openNewTab();
		await expect(headline(other)).toSay("You are caught up");
		await other.find("button", "Show the unread again").click();
		await expect(place(other)).toSay("1 of 20");
		await other.close();
		await tab.close();
	});

	await test.step("the next new tab goes on where the last one stopped", async () => {
		const tab = await extension.openNewTab();
		await expect(place(tab)).toSay("1 of 20");
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
		await next.close();
	});

	await test.step("it takes in what a feed brings while it is open, and its headline opens in the reader", async () => {
		const tab = await extension.openNewTab();
		await expect(place(tab)).toSay(/of 20$/);
		feeds.on("/feed.xml", { body: rss("Fresh", [{ title: "Just in" }]) });
		await follow(extension, feeds.url("/feed.xml"));
		await expect(place(tab)).toSay(/of 21$/);
		await tab.show();
		const shown = await headline(tab).text();
		await headline(tab).find("link").click();
		await expect(tab.find("article").find("heading", shown)).toBeShown();
		await extension.evaluate(() => chrome.runtime.sendMessage({ command: "markAllRead", ask: null }));
		const other = await extension.openNewTab();
		await expect(headline(other)).toSay("You are caught up");
		await expect(other.css(".ticker-end")).toSay(/^That was all: .* The next look at your sources is \S/);
		await expect(other.find("button", "Show the unread again")).toNumber(0);
	});
});
