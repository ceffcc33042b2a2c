import { follow, rss } from "./acts";
import { violationsIn } from "./axe";
import type { Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

const rows = (reader: Screen) => reader.find("list", "Headlines").find("listitem");
const link = (reader: Screen, index: number) => rows(reader).nth(index).find("link");
const title = (reader: Screen) => reader.css(".article h1");
const scrolled = (reader: Screen) =>
	reader.evaluate(() => document.querySelector(".reader-article")?.scrollTop ?? -1);

test.describe("The reader by keys", () => {
	test("every key does what the sheet says", async ({ extension, feeds }) => {
		const long = `<![CDATA[${"<p>The ferry goes on across the harbour, and so does this article.</p>".repeat(60)}]]>`;
		feeds.on("/harbour.xml", {
			body: rss("Harbour", [
				{ title: "Ferry returns", description: long },
				{ title: "Pier is longer", description: "Short." },
				{ title: "Fog", description: "Short." },
			]),
		});
		await follow(extension, feeds.url("/harbour.xml"));
		const reader = await extension.open("/options.html");
		await expect(rows(reader)).toNumber(23);

		await test.step("j and k open the next and the previous", async () => {
			for (const [key, opened] of [
				["j", "Ferry returns"],
				["j", "Pier is longer"],
				["k", "Ferry returns"],
			] as const) {
				await reader.press(key);
				await expect(title(reader)).toSay(opened);
				await expect(title(reader)).toBeFocused();
			}
			await reader.press("k");
			await expect(reader.css(".reader > .notice-status")).toSay("This is the first headline.");
		});
		await test.step("Space reads on a screenful, Shift and Space back, and at the end opens the next unread", async () => {
			await reader.press("Space");
			await expect.poll(() => scrolled(reader)).toBeGreaterThan(200);
			await reader.press("Shift+Space");
			await expect.poll(() => scrolled(reader)).toBeLessThan(30);
			await reader.evaluate(() => document.querySelector(".reader-article")?.scrollTo(0, 1e6));
			await reader.press("Space");
			await expect(title(reader)).toSay("Fog");
			await expect.poll(() => scrolled(reader)).toBe(0);
		});
		await test.step("u and m mark unread and read, and n and p go to what is", async () => {
			await expect(reader.find("button", "Mark unread")).toBeShown();
			await reader.press("k");
			await expect(title(reader)).toSay("Pier is longer");
			await expect(reader.find("button", "Mark unread")).toBeShown();
			await reader.press("u");
			await expect(reader.find("button", "Mark unread")).toNumber(0);
			await reader.press("m");
			await expect(reader.find("button", "Mark unread")).toBeShown();
			await reader.press("m");
			await expect(reader.find("button", "Mark unread")).toNumber(0);
			await reader.press("n");
			await expect(title(reader)).toSay(await link(reader, 3).text());
			await reader.press("p");
			await expect(title(reader)).toSay("Pier is longer");
		});
		await test.step("s saves, there and back", async () => {
			await reader.press("s");
			await expect(reader.find("article").find("button", "Save")).toBePressed();
			await reader.press("s");
			await expect(reader.find("article").find("button", "Save")).not.toBePressed();
		});
		await test.step("Escape goes to the headline in the list, arrows from there, and s is for what has the focus", async () => {
			await reader.press("Escape");
			await expect(link(reader, 1)).toBeFocused();
			await reader.press("ArrowDown");
			await expect(link(reader, 2)).toBeFocused();
			await expect(title(reader)).toSay("Pier is longer");
			await reader.press("s");
			await expect(rows(reader).nth(2).find("button", "Save")).toBePressed();
			await reader.press("Escape");
			await expect(title(reader)).toNumber(0);
			await expect(link(reader, 2)).toBeFocused();
		});
		await test.step("x selects what is open, Shift and ↓ more from there, but never what a text's selection would grow by", async () => {
			const chosen = reader.css(".headline-choice:checked");
			await reader.press("j");
			await expect(title(reader)).toBeFocused();
			await reader.press("Shift+ArrowDown");
			await expect(title(reader)).toBeFocused();
			await reader.press("x");
			await expect(chosen).toNumber(1);
			await reader.evaluate(() => {
				const heading = document.querySelector(".article h1");
				if (heading) getSelection()?.selectAllChildren(heading);
			});
			await reader.press("Shift+ArrowDown");
			await expect(title(reader)).toBeFocused();
			await reader.evaluate(() => getSelection()?.removeAllRanges());
			await reader.press("Shift+ArrowDown");
			await expect(chosen).toNumber(2);
			await expect(link(reader, 4)).toBeFocused();
			await reader.press("Shift+ArrowDown");
			await expect(chosen).toNumber(3);
			await reader.press("Escape");
			await expect(reader.css(".headline-choice")).toNumber(0);
			await reader.press("Escape");
			await expect(title(reader)).toNumber(0);
		});
		await test.step("in the search letters are letters, ↓ goes to what is found, and Esc clears and leaves", async () => {
			await reader.press("/");
			const search = reader.find("searchbox", "Search headlines");
			await expect(search).toBeFocused();
			await reader.type("fog");
			await expect(rows(reader)).toNumber(1);
			await reader.press("ArrowDown");
			await expect(link(reader, 0)).toBeFocused();
			await reader.press("/");
			await reader.press("Escape");
			await expect(rows(reader)).toNumber(23);
			await reader.press("Escape");
			await expect(link(reader, 0)).toBeFocused();
		});
		await test.step("? shows the keys, and no key does anything below the sheet", async () => {
			await reader.press("?");
			await expect(reader.find("dialog", "Keys")).toBeShown();
			expect(await violationsIn(reader)).toEqual([]);
			await reader.press("j");
			await reader.press("Escape");
			await expect(reader.find("dialog", "Keys")).toNumber(0);
			await expect(title(reader)).toNumber(0);
			await expect(link(reader, 0)).toBeFocused();
		});
		await test.step("o opens the original in a tab", async () => {
			await reader.press("o");
			await expect
				.poll(async () => (await extension.tabs()).join(" "))
				.toContain("https://news.example/Harbour/0");
		});
		await test.step("in one column they go between the list and the article", async () => {
			const narrow = await extension.open("/options.html");
			await narrow.resize(320, 640);
			await expect(rows(narrow)).toNumber(23);
			const first = await link(narrow, 0).text();
			await narrow.press("j");
			await expect(title(narrow)).toSay(first);
			await expect(narrow.find("list", "Headlines")).not.toBeShown();
			await narrow.press("Escape");
			await expect(link(narrow, 0)).toBeFocused();
			await narrow.press("j");
			await expect(title(narrow)).toBeFocused();
			await narrow.press("/");
			await expect(narrow.find("searchbox", "Search headlines")).toBeFocused();
		});
	});
});
