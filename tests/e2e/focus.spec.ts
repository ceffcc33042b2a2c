import { follow, importText, rss } from "./acts";
import type { Found, Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

/** Presses Enter on an element, as somebody without a mouse does. */
async function enter(found: Found): Promise<void> {
	await found.focus();
	await found.press("Enter");
}

const link = (screen: Screen, index: number) => screen.find("list", "Headlines").find("link").nth(index);

test("On Sources and Settings the keyboard's place is kept, and all is told", async ({
	extension,
	feeds,
}) => {
	const options = await extension.open("/options.html#/sources");
	const told = options.find("status");

	await test.step("after a source is removed it is on the next one, and after the undo where that is told", async () => {
		await importText(options, "town.txt", "One\n-\nTwo\n-\nThree");
		await expect(options.find("list", "Sources").find("listitem")).toNumber(2);
		await enter(options.find("button", "Remove town"));
		await expect(options.find("button", "Edit First edition")).toBeFocused();
		await enter(options.find("button", "Undo"));
		await expect(told).toSay("town is back.");
		await expect(told).toBeFocused();
	});

	await test.step("after editing it is back on the source", async () => {
		await enter(options.find("button", "Edit First edition"));
		await expect(options.find("textbox", "Title")).toBeFocused();
		await options.find("textbox", "Title").press("Escape");
		await expect(options.find("button", "Edit First edition")).toBeFocused();
		await enter(options.find("button", "Edit First edition"));
		await options.find("textbox", "Title").fill("Old news");
		await enter(options.find("button", "Save"));
		await expect(options.find("button", "Edit Old news")).toBeFocused();
	});

	await test.step("after a feed is chosen it is in the address field", async () => {
		feeds.on("/feed.xml", { body: rss("The Harbour News", [{ title: "Ferry" }]) });
		await options.find("textbox", "Feed or site address").fill(feeds.url("/feed.xml"));
		await enter(options.find("button", "Preview"));
		await enter(options.find("button", "Add The Harbour News"));
		await expect(told).toSay("Added The Harbour News: 1 headline.");
		await expect(options.find("textbox", "Feed or site address")).toBeFocused();
	});

	await test.step("what asks for a source’s permission says of which", async () => {
		const outlines = ["one", "two"].map(
			(name) => `<outline text="${name}" xmlUrl="https://${name}.example/"/>`,
		);
		await importText(options, "two.opml", `<opml version="2.0"><body>${outlines.join("")}</body></opml>`);
		for (const name of ["Allow one", "Allow two"]) await expect(options.find("button", name)).toBeShown();
	});

	await test.step("after no other source waits for permission it is where things are told", async () => {
		await options.find("button", "Allow all").focus();
		await extension.evaluate(async () => {
			const { sources } = await chrome.storage.local.get("sources");
			const { id } = (sources as { id: string; title: string }[]).find(({ title }) => title === "two") ?? {};
			await chrome.runtime.sendMessage({ command: "removeSource", ask: { id } });
		});
		await expect(options.find("button", "Allow all")).not.toBeShown();
		await expect(told).toBeFocused();
	});

	await test.step("what is told is told in a place that was there before", async () => {
		for (const path of ["/popup.html", "/options.html#/sources", "/options.html#/settings"]) {
			await options.goto(path);
			await expect(options.css("[role=alert]")).toNumber(1);
			const hidden = await options.evaluate(
				() =>
					[...document.querySelectorAll("[role=status], [role=alert]")].filter(
						(region) => !region.checkVisibility(),
					).length,
			);
			expect(hidden).toBe(0);
		}
	});

	await test.step("what is told twice in the same words is told twice", async () => {
		await options.find("radio", "Dark").click();
		await expect(told).toSay("Saved.");
		await options.css("[role=status] span").evaluate((said) => said.setAttribute("data-before", ""));
		await options.find("radio", "Light").click();
		await expect(options.css("[data-before]")).toNumber(0);
		await expect(told).toSay("Saved.");
	});
});

test("In the popup and the ticker the keyboard's place is kept", async ({ extension, feeds }) => {
	const popup = await extension.open("/popup.html");

	await test.step("it stays on a button that has nothing more to do", async () => {
		await enter(popup.find("button", "Mark all read"));
		await enter(popup.find("button", "Undo"));
		await expect(popup.find("status")).toSay("Unread again.");
		await expect(popup.find("status")).toBeFocused();
	});

	await test.step("it is on the next row when a star is taken away among the saved", async () => {
		const stars = popup.find("list", "Headlines").find("button");
		await enter(stars.nth(0));
		await enter(stars.nth(1));
		await popup.find("tab", "Saved").click();
		await expect(stars).toNumber(2);
		await enter(stars.nth(0));
		await expect(stars).toNumber(1);
		await expect(link(popup, 0)).toBeFocused();
	});

	await test.step("at the end of the ticker it stays on the button, and begins again with the headline", async () => {
		await popup.find("tab", "All").click();
		await popup.find("button", "Mark all read").click();
		const options = await extension.open("/options.html#/sources");
		await importText(options, "two.txt", "Only this\n-\nAnd that\n-");
		await expect(options.find("status")).toSay(/2 headlines/);
		const tab = await extension.open("/newtab.html");
		await expect(tab.css(".ticker-heading")).toSay("Only this");
		const next = tab.find("button", "Next headline");
		for (let step = 0; step < 2; step++) await enter(next);
		await expect(tab.find("heading", "You are caught up")).toBeShown();
		await expect(next).toBeFocused();
		await enter(tab.find("button", "Show the unread again"));
		await expect(tab.css(".ticker-heading a")).toBeFocused();
	});

	await test.step("it stays on Refresh when all was asked a moment ago", async () => {
		feeds.on("/feed.xml", { body: rss("Slow", [{ title: "Snail" }]) });
		await follow(extension, feeds.url("/feed.xml"));
		await popup.show();
		await enter(popup.find("button", "Refresh"));
		await expect(popup.find("status")).toSay("All was asked a moment ago.");
		await expect(popup.find("button", "Refresh")).toBeFocused();
	});
});

test("In the reader the keyboard's place is kept, and what fails is told in a narrow window too", async ({
	extension,
}) => {
	const reader = await extension.open("/options.html");
	await reader.resize(320, 640);

	await test.step("it is on the headline after a step, and goes there and back", async () => {
		const second = await link(reader, 1).text();
		await enter(link(reader, 0));
		await expect(reader.css(".article h1")).toBeFocused();
		await enter(reader.find("link", "Next"));
		await expect(reader.css(".article h1")).toSay(second);
		await expect(reader.css(".article h1")).toBeFocused();
		await enter(reader.find("button", "Mark unread"));
		await expect(reader.find("button", "Mark read")).toBeFocused();
		await enter(reader.find("link", "All headlines"));
		await expect(link(reader, 1)).toBeFocused();
	});

	await test.step("what fails is told", async () => {
		await link(reader, 0).click();
		await expect(reader.find("button", "Mark unread")).toBeShown();
		await reader.evaluate(() => {
			chrome.runtime.sendMessage = () => Promise.reject(new Error("Nobody is there."));
		});
		await reader.find("button", "Save").click();
		await expect(reader.find("alert")).toSay(/^No answer came/);
		await expect(reader.find("alert")).toBeShown();
	});
});
