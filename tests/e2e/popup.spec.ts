import { follow, importText, passAMinute, rss } from "./acts";
import { expect, test } from "./fixtures";

test("The popup lists, finds, saves, marks and opens headlines", async ({ extension }) => {
	const popup = await extension.open("/popup.html");
	const rows = popup.find("list", "Headlines").find("listitem");
	const search = popup.find("searchbox", "Search headlines");

	await test.step("the newest first, each with its source, age and state", async () => {
		await expect(rows).toNumber(20);
		await expect(rows.nth(0)).toSay(/Unread.*First edition.*24 Jul 2025/);
		const dates = await popup.evaluate(() =>
			[...document.querySelectorAll("li time")].map((time) => time.getAttribute("datetime") ?? ""),
		);
		expect(dates).toEqual([...dates].sort().reverse());
	});

	await test.step("those that have the words, as one types", async () => {
		await search.fill("KYIV");
		await expect.poll(() => rows.count()).toBeLessThan(20);
		for (const text of await rows.texts()) expect(text.toLowerCase()).toContain("kyiv");
		await search.fill("no such words anywhere");
		await expect(popup.css(".list-empty")).toSay("No headline has these words.");
		await search.fill("");
		await expect(rows).toNumber(20);
	});

	await test.step("saved, a headline is listed under Saved", async () => {
		const title = await rows.nth(0).find("link").text();
		await rows.nth(0).find("button", "Save").click();
		await expect(rows.nth(0).find("button", "Save")).toBePressed();
		await popup.find("tab", "Saved").click();
		await expect(rows).toNumber(1);
		await expect(rows.find("link")).toSay(title);
		await popup.find("tab", "All").click();
	});

	await test.step("all are marked read, and that is taken back", async () => {
		await expect(rows).toNumber(20);
		await popup.find("button", "Mark all read").click();
		await expect(popup.css("[role=status]")).toSay(/20 headlines marked read/);
		await popup.find("tab", "Unread").click();
		await expect(popup.css(".list-empty")).toSay("You are caught up.");
		await popup.find("button", "Undo").click();
		await expect(rows).toNumber(20);
		await popup.find("tab", "All").click();
	});

	await test.step("a click opens the headline in the reader, and it is read then", async () => {
		const link = rows.nth(2).find("link");
		const title = await link.text();
		const reader = await extension.open((await link.attribute("href")) ?? "");
		await expect(reader.find("article").find("heading", title)).toBeShown();
		await expect(popup.css(".headline-read .headline-link")).toSay(title);
	});
});

test("The popup keeps up while it is open, and leaves its links’ context menu alone", async ({
	extension,
	feeds,
}) => {
	await test.step("with the age of what it lists", async () => {
		await importText(await extension.open("/options.html#/sources"), "now.txt", "Just told\n-\n");
		const popup = await extension.open("/popup.html");
		const age = popup.find("list", "Headlines").find("listitem").holding("Just told").css("time");
		await expect(age).toSay("now");
		const isTaken = await popup
			.find("link", "Just told")
			.evaluate(
				(link) => !link.dispatchEvent(new MouseEvent("contextmenu", { bubbles: true, cancelable: true })),
			);
		expect(isTaken).toBe(false);
		// Two hours go by in a moment, and the popup is turned to again, as after a sleep of the computer.
		await popup.evaluate(() => {
			const then = Date.now;
			Date.now = () => then() + 7_205_000;
			document.dispatchEvent(new Event("visibilitychange"));
		});
		await expect(age).toSay("2 hr. ago");
	});

	await test.step("with a refresh, of which it says whom it asks, which can be stopped, and what failed in one line", async () => {
		feeds.on("/quick.xml", { body: rss("Quick", [{ title: "At once" }]) });
		feeds.on("/slow.xml", { body: rss("Slow", [{ title: "Snail" }]) });
		await follow(extension, feeds.url("/quick.xml"));
		await follow(extension, feeds.url("/slow.xml"));
		await passAMinute(extension);
		feeds.on("/quick.xml", { body: rss("Quick", [{ title: "And again", age: 90 }]) });
		feeds.on("/slow.xml", { silent: true });
		const popup = await extension.open("/popup.html");
		await popup.find("button", "Refresh").click();
		await expect(popup.css(".asking")).toSay("Asking Slow, 1 of 2");
		await expect(popup.find("progressbar", "Refreshing")).toBeShown();
		await popup.find("button", "Stop refresh").click();
		await expect(popup.find("status")).toSay("Stopped after 1 of 2 sources. 1 new headline.");
		await expect(popup.find("button", "Refresh")).toBeFocused();
		await expect(popup.find("link", "And again")).toBeShown();

		await passAMinute(extension);
		feeds.on("/slow.xml", { status: 500 });
		await popup.find("button", "Refresh").click();
		await expect(popup.find("alert")).toSay(/^1 of 2 sources couldn’t be read\./);
		expect(await popup.find("alert").find("link", "See Sources").attribute("href")).toBe(
			"/options.html#/sources",
		);
	});

	await test.step("with sources that are added, which it counts", async () => {
		feeds.on("/soon.xml", { body: rss("Soon", [{ title: "Here at once" }]) });
		feeds.on("/held.xml", { silent: true });
		const options = await extension.open("/options.html#/sources");
		await importText(
			options,
			"feeds.opml",
			`<opml version="2.0"><body>
				<outline type="rss" text="Soon" xmlUrl="${feeds.url("/soon.xml")}"/>
				<outline type="rss" text="Held" xmlUrl="${feeds.url("/held.xml")}"/>
			</body></opml>`,
		);
		const popup = await extension.open("/popup.html");
		await expect(popup.css(".asking")).toSay("Asking Held, 1 of 2");
		await expect(popup.find("progressbar", "Refreshing")).toBeShown();
		await expect(popup.find("link", "Here at once")).toBeShown();

		// It says what happens meanwhile, and offers to undo it.
		await popup.find("button", "Mark all read").click();
		await expect(popup.find("status")).toSay(/headlines marked read\. Undo$/);
		await expect(popup.css(".asking")).toBeShown();
		await popup.find("button", "Undo").click();
		await expect(popup.find("status")).toSay("Unread again.");
	});
});
