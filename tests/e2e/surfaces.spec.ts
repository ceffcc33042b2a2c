import { expect, test } from "./fixtures";

test("Every surface, just installed", async ({ extension, target }) => {
	await test.step("the toolbar's button opens the popup", async () => {
		expect(await extension.openPopup()).toBe(`${extension.origin}/popup.html`);
	});

	await test.step("the popup lists the edition", async () => {
		const popup = await extension.open("/popup.html");
		await expect(popup.find("searchbox", "Search headlines")).toBeShown();
		for (const name of ["All", "Unread", "Saved"]) await expect(popup.find("tab", name)).toBeShown();
		await expect(popup.find("list", "Headlines").find("listitem")).toNumber(20);
		for (const name of ["Refresh", "Mark all read"]) await expect(popup.find("button", name)).toBeShown();
		for (const name of ["Open reader", "Settings"]) await expect(popup.find("link", name)).toBeShown();
	});

	await test.step("the popup is no taller than popups are, with text at twice its size, nor than a low screen", async () => {
		const popup = await extension.open("/popup.html");
		const height = () => popup.css("body").evaluate((body) => body.getBoundingClientRect().height);
		await popup.resize(800, 600);
		await popup.emulate({ text: 200 });
		await expect.poll(height).toBe(600);
		if (target === "chromium") return;
		// A screen of 1366 by 768 pixels, at 125 per cent.
		await popup.emulate({ text: 100, screen: [1093, 614] });
		await popup.resize(400, 500);
		await popup.reload();
		await expect.poll(height).toBe(474);
	});

	await test.step("a new tab is the ticker", async () => {
		const tab = await extension.openNewTab();
		const ticker = tab.find("region", "Headline ticker");
		await expect(ticker.find("heading").find("link")).toSay(/\w/);
		for (const name of ["Previous headline", "Pause ticker", "Next headline"])
			await expect(tab.find("button", name)).toBeShown();
	});

	await test.step("the options page has the reader, Sources and Settings", async () => {
		const options = await extension.open("/options.html");
		const main = options.find("navigation", "Main");
		await expect(main.find("link", "Headlines")).toBeShown();
		await main.find("link", "Sources").click();
		await expect(options.find("textbox", "Feed or site address")).toBeShown();
		await expect(options.find("button", "Add source")).toBeShown();
		await expect(options.labelled("Import file")).toNumber(1);
		await expect(options.find("list", "Sources").find("listitem")).toNumber(1);
		// One is short enough to need no scrollbar, and its column stands where the other's does.
		await options.resize(1280, 900);
		const edge = (heading: string) =>
			options.find("heading", heading).evaluate((element) => element.getBoundingClientRect().x);
		const atSources = await edge("Sources");
		await main.find("link", "Settings").click();
		await expect(options.find("heading", "Settings")).toBeShown();
		expect(await edge("Settings")).toBe(atSources);
	});

	await test.step("the reader shows an article that has text", async () => {
		const { headlines } = await extension.evaluate(() => chrome.storage.local.get("headlines"));
		const whole = (headlines as { id: string; title: string; kind: string }[]).find(
			(headline) => headline.kind === "article",
		);
		const reader = await extension.open(`/options.html#/read/${whole?.id}`);
		await expect(reader.find("article").find("heading", whole?.title)).toBeShown();
		await expect(reader.find("article").css("p")).toSay(/\w/);
	});

	expect(await extension.errors()).toEqual([]);
});
