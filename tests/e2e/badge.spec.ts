import { addSource, badge, importText, rss } from "./acts";
import { expect, test } from "./fixtures";

test("The badge counts what is unread right after the install, and is true after each act on each surface", async ({
	extension,
	feeds,
}) => {
	const is = (count: string) => expect.poll(() => badge(extension)).toBe(count);
	await is("20");
	await expect
		.poll(() => extension.evaluate(() => chrome.action.getTitle({})))
		.toBe("Headline Ticker: 20 unread headlines");

	const reader = await extension.open("/options.html");
	await reader.find("list", "Headlines").find("listitem").nth(0).find("link").click();
	await is("19");
	await reader.find("button", "Mark unread").click();
	await is("20");

	const tab = await extension.openNewTab();
	await tab.css(".ticker-heading").find("link").click();
	await is("19");

	feeds.on("/feed.xml", { body: rss("More", [{ title: "One more" }, { title: "And another" }]) });
	const options = await addSource(extension, feeds.url("/feed.xml"), "More");
	await is("21");
	await options.find("button", "Remove More").click();
	await is("19");
	await options.find("button", "Undo").click();
	await is("21");
	await importText(options, "two.txt", "-\nA first headline\n-\nA second headline\n");
	await is("23");

	const popup = await extension.open("/popup.html");
	await popup.find("button", "Mark all read").click();
	await is("");
	await popup.find("button", "Undo").click();
	await is("23");
});
