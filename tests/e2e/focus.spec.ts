import { addSource, importText, rss } from "./acts";
import type { Found, Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

/** Presses Enter on an element, as somebody without a mouse does. */
async function enter(found: Found): Promise<void> {
	await found.focus();
	await found.press("Enter");
}

const link = (screen: Screen, index: number) => screen.find("list", "Headlines").find("link").nth(index);

test.describe("The keyboard's place", () => {
	test("after a source is removed it is on the next one, and after the undo where that is told", async ({
		extension,
	}) => {
		const options = await extension.open("/options.html#/sources");
		await importText(options, "town.txt", "One\n-\nTwo\n-\nThree");
		await expect(options.find("list", "Sources").find("listitem")).toNumber(2);
		await enter(options.find("button", "Remove town"));
		await expect(options.find("button", "Edit First edition")).toBeFocused();
		await enter(options.find("button", "Undo"));
		await expect(options.find("status")).toSay("town is back.");
		await expect(options.find("status")).toBeFocused();
	});

	test("after editing it is back on the source", async ({ extension }) => {
		const options = await extension.open("/options.html#/sources");
		await enter(options.find("button", "Edit First edition"));
		await expect(options.find("textbox", "Title")).toBeFocused();
		await options.find("textbox", "Title").press("Escape");
		await expect(options.find("button", "Edit First edition")).toBeFocused();
		await enter(options.find("button", "Edit First edition"));
		await options.find("textbox", "Title").fill("Old news");
		await enter(options.find("button", "Save"));
		await expect(options.find("button", "Edit Old news")).toBeFocused();
	});

	test("after a feed is chosen it is in the address field", async ({ extension, feeds }) => {
		feeds.on("/feed.xml", { body: rss("The Harbour News", [{ title: "Ferry" }]) });
		const options = await extension.open("/options.html#/sources");
		await options.find("textbox", "Feed or site address").fill(feeds.url("/feed.xml"));
		await enter(options.find("button", "Preview"));
		await enter(options.find("button", "Add The Harbour News"));
		await expect(options.find("status")).toSay("Added The Harbour News: 1 headline.");
		await expect(options.find("textbox", "Feed or site address")).toBeFocused();
	});

	test("stays on a button that has nothing more to do", async ({ extension, feeds }) => {
		feeds.on("/feed.xml", { body: rss("Slow", [{ title: "Snail" }]) });
		await addSource(extension, feeds.url("/feed.xml"), "Slow");
		const popup = await extension.open("/popup.html");
		await enter(popup.find("button", "Refresh"));
		await expect(popup.find("status")).toSay("All was asked a moment ago.");
		await expect(popup.find("button", "Refresh")).toBeFocused();
		await enter(popup.find("button", "Mark all read"));
		await enter(popup.find("button", "Undo"));
		await expect(popup.find("status")).toSay("Unread again.");
		await expect(popup.find("status")).toBeFocused();
	});

	test("is on the headline after a step in the reader, and in a narrow window goes there and back", async ({
		extension,
	}) => {
		const reader = await extension.open("/options.html");
		await reader.resize(320, 640);
		const second = await link(reader, 1).text();
		await enter(link(reader, 0));
		await expect(reader.css(".article h1")).toBeFocused();
		await enter(reader.find("link", "Next"));
		await expect(reader.css(".article h1")).toSay(second);
		await expect(reader.css(".article h1")).toBeFocused();
		await enter(reader.find("button", "Mark unread"));
		await expect(reader.find("button", "Save")).toBeFocused();
		await enter(reader.find("link", "All headlines"));
		await expect(link(reader, 1)).toBeFocused();
	});

	test("is on the next row when a star is taken away among the saved", async ({ extension }) => {
		const popup = await extension.open("/popup.html");
		const stars = popup.find("list", "Headlines").find("button");
		await enter(stars.nth(0));
		await enter(stars.nth(1));
		await popup.find("tab", "Saved").click();
		await expect(stars).toNumber(2);
		await enter(stars.nth(0));
		await expect(stars).toNumber(1);
		await expect(link(popup, 0)).toBeFocused();
	});

	test("at the end of the ticker stays on the button, and begins again with the headline", async ({
		extension,
	}) => {
		const popup = await extension.open("/popup.html");
		const first = popup.find("list", "Headlines").find("link").nth(0);
		const title = await first.text();
		await importText(await extension.open("/options.html#/sources"), "one.txt", "Only this\n-\nAnd that\n-");
		await expect(first).not.toSay(title);
		const tab = await extension.open("/newtab.html");
		const next = tab.find("button", "Next headline");
		for (let step = 0; step < 22; step++) await enter(next);
		await expect(tab.find("heading", "You are caught up")).toBeShown();
		await expect(next).toBeFocused();
		await enter(tab.find("button", "Show the unread again"));
		await expect(tab.css(".ticker-heading a")).toBeFocused();
	});
});

test.describe("What is told", () => {
	test("is told in a place that was there before", async ({ extension }) => {
		for (const path of ["/popup.html", "/options.html#/sources", "/options.html#/settings"]) {
			const screen = await extension.open(path);
			await expect(screen.css("[role=alert]")).toNumber(1);
			const hidden = await screen.evaluate(
				() =>
					[...document.querySelectorAll("[role=status], [role=alert]")].filter(
						(region) => !region.checkVisibility(),
					).length,
			);
			expect(hidden).toBe(0);
		}
	});

	test("twice in the same words is told twice", async ({ extension }) => {
		const options = await extension.open("/options.html#/settings");
		await options.find("radio", "Dark").click();
		await expect(options.find("status")).toSay("Saved.");
		await options.css("[role=status] span").evaluate((said) => said.setAttribute("data-before", ""));
		await options.find("radio", "Light").click();
		await expect(options.css("[data-before]")).toNumber(0);
		await expect(options.find("status")).toSay("Saved.");
	});

	test("that fails is seen in a narrow window too", async ({ extension }) => {
		const reader = await extension.open("/options.html");
		await reader.resize(320, 640);
		await link(reader, 0).click();
		await expect(reader.find("button", "Mark unread")).toBeShown();
		await reader.evaluate(() => {
			chrome.runtime.sendMessage = () => Promise.reject(new Error("Nobody is there."));
		});
		await reader.find("button", "Save").click();
		await expect(reader.find("alert")).toSay(/^That didn’t work/);
		await expect(reader.find("alert")).toBeShown();
	});
});
