import { PAGE_TEMPLATES } from "../support/page-templates";
import { addSource, follow, passAMinute, rss } from "./acts";
import { violationsIn } from "./axe";
import type { Extension, Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

const LINES = Array.from({ length: 12 }, (_, n) => `<p>Paragraph ${n} of what stays as it is.</p>`).join("");
const text = (words: string) => `<![CDATA[<p>${words} ships came.</p>${LINES}<p>The end of it.</p>]]>`;

/** Refreshes from Sources, as a user can, and waits for the answer. */
async function refresh(extension: Extension, options: Screen): Promise<void> {
	await passAMinute(extension);
	await options.evaluate(() => chrome.runtime.sendMessage({ command: "refresh", ask: {} }));
}

test("an edited article says so, keeps its mark, and shows word for word what changed", async ({
	extension,
	feeds,
}) => {
	const item = (title: string, words: string) => ({
		body: rss("Harbour", [{ title, description: text(words) }]).replace(
			/<guid.*?<\/guid>/,
			'<guid isPermaLink="false">one</guid>',
		),
	});
	feeds.on("/feed.xml", item("Five ships", "Five"));
	const options = await addSource(extension, feeds.url("/feed.xml"), "Harbour");
	const reader = await extension.open("/options.html");
	const list = reader.find("list", "Headlines");
	await list.find("link", "Five ships").click();
	await expect(reader.find("button", "Mark unread")).toBeShown();
	await expect(reader.css(".article-edited")).toNumber(0);

	feeds.on("/feed.xml", item("Five ships", "Five <b>more</b>"));
	await refresh(extension, options);
	feeds.on("/feed.xml", item("Six ships", "Six more"));
	await refresh(extension, options);
	await expect(list.find("link", "Six ships")).toBeShown();
	// What is being read stays, until it is asked for as it is now.
	await expect(reader.css(".article-since [role=status]")).toSay("Edited since you opened it.");
	await expect(reader.css(".article h1")).toSay("Five ships");
	await expect(reader.css(".article-edited")).toNumber(0);
	await reader.find("button", "Show it as it is now").click();
	await expect(reader.css(".article h1")).toSay("Six ships");
	await expect(reader.find("button", "Show it as it is now")).toNumber(0);

	await expect(reader.css(".article-edited")).toSay(/^Edited \d\d:\d\d ?What changed$/);
	await expect(reader.find("button", "Mark unread")).toBeShown();
	await reader.find("button", "What changed").click();
	const changes = reader.find("region", "What changed");
	await expect(changes.find("status")).toSay(/^Change 2 of 2\. Seen /);
	await expect(changes.css("del").nth(0)).toSay("removed: Five end of what was removed");
	await expect(changes.css("ins").nth(0)).toSay("added: Six end of what was added");
	await expect(changes.css(".changes-skipped")).toSay("13 lines unchanged");
	// The article scrolls, and not the page that it is in.
	await reader.resize(360, 400);
	expect(await reader.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0);
	await reader.resize(1280, 800);
	expect(await violationsIn(reader)).toEqual([]);
	await changes.find("button", "Earlier change").click();
	await expect(changes.find("status")).toSay(/^Change 1 of 2\. Seen /);
	await expect(changes.css(".changes-title")).toNumber(0);
	await expect(changes.css("ins")).toSay("added: more end of what was added");
	expect(await extension.errors()).toEqual([]);
});

test("a whole text that its page has changed shows word for word what changed, though the feed said nothing", async ({
	extension,
	feeds,
}) => {
	const pageOf = (words: string) => ({
		body:
			PAGE_TEMPLATES.blog?.({ title: "Ships", html: `<p>${words} ships came.</p>${LINES.repeat(3)}` }) ?? "",
		contentType: "text/html",
	});
	const item = `<item><title>Ships</title><link>${feeds.url("/ships")}</link><description>Ships came.</description></item>`;
	feeds.on("/feed.xml", {
		body: `<rss version="2.0"><channel><title>Harbour</title>${item}</channel></rss>`,
	});
	feeds.on("/ships", pageOf("Five"));
	await follow(extension, feeds.url("/feed.xml"));
	const reader = await extension.open("/options.html");
	await reader.find("list", "Headlines").find("link", "Ships").click();
	await reader.find("button", "Read in full").click();
	const note = reader.css(".article-from [role=status]");
	await expect(note).toSay(/^The whole text, from the page itself at 127\.0\.0\.1:\d+\.$/);
	await expect(reader.css(".article-edited")).toNumber(0);

	feeds.on("/ships", pageOf("Six"));
	await reader.find("button", "Read the page again").click();
	await expect(reader.css(".article-body")).toSay(/^Six ships came\./);
	await expect(reader.css(".article-edited")).toSay(/^Edited \d\d:\d\d ?What changed$/);
	await reader.find("button", "What changed").click();
	const changes = reader.find("region", "What changed");
	await expect(changes.find("status")).toSay(/^Seen .*, in the whole text\.$/);
	await expect(changes.css("del")).toSay("removed: Five end of what was removed");
	await expect(changes.css("ins")).toSay("added: Six end of what was added");
	expect(await violationsIn(reader)).toEqual([]);

	await test.step("and its source’s version, which is as it was, shows none", async () => {
		await reader.find("button", "Show the source’s version").click();
		await expect(reader.css(".article-edited")).toNumber(0);
		await expect(changes).toNumber(0);
		await reader.find("button", "Show the whole text").click();
		await expect(changes.css("ins")).toSay("added: Six end of what was added");
	});
	await test.step("and says so where the page says what it said before", async () => {
		await reader.find("button", "Read the page again").click();
		await expect(note).toSay(/ It says what it said before\.$/);
		expect(feeds.to("/ships")).toHaveLength(3);
	});
	expect(await extension.errors()).toEqual([]);
});
