import { readFileSync } from "node:fs";
import { follow, rss } from "./acts";
import type { Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

const DAY = 24 * 60 * 60;

const rows = (popup: Screen) => popup.find("list", "Headlines").find("listitem");
const link = (popup: Screen, index: number) => rows(popup).nth(index).find("link");

test.describe("The popup's list", () => {
	test("is grouped by day, and shows icons that nobody but the source was asked for", async ({
		extension,
		feeds,
	}) => {
		feeds.on("/favicon.ico", { body: readFileSync("assets/public/icon/48.png"), contentType: "image/png" });
		const noon = new Date().setHours(12, 0, 0, 0);
		const age = (days: number) => Math.max(0, (Date.now() - noon) / 1000) + days * DAY;
		feeds.on("/days.xml", {
			body: rss("Days", [
				{ title: "New", age: 0 },
				{ title: "Old", age: age(1) },
				{ title: "Older", age: age(1) + 60 },
			]),
		});
		await follow(extension, feeds.url("/days.xml"));
		const popup = await extension.open("/popup.html");
		await expect(popup.find("heading", "Today")).toBeShown();
		await expect(popup.find("heading", "Yesterday")).toBeShown();
		await expect(popup.find("heading", "24 July 2025")).toBeShown();
		expect(await rows(popup).count()).toBe(await rows(popup).find("link").count());

		await expect(popup.css("img.source-icon")).toNumber(3);
		const icon = await popup.css("img.source-icon").nth(0).attribute("src");
		expect(icon).toMatch(/^data:image\/png;base64,/);
		expect(feeds.to("/favicon.ico")).toHaveLength(1);
		expect(new Set(feeds.seen.map(({ path }) => path))).toEqual(new Set(["/days.xml", "/favicon.ico"]));
		const loaded = await popup.evaluate(
			() => performance.getEntriesByType("resource").filter(({ name }) => /^https?:/.test(name)).length,
		);
		expect(loaded).toBe(0);
		const box = (selector: string) =>
			popup
				.css(selector)
				.nth(0)
				.evaluate((mark) => {
					const { width, height } = mark.getBoundingClientRect();
					return [width, height];
				});
		expect(await box("img.source-icon")).toEqual(await box("span.source-mark"));
	});

	test("has links that do as on the web", async ({ extension }) => {
		const popup = await extension.open("/popup.html");
		const open = async () => (await extension.tabs()).filter((url) => url.includes("#/read/")).length;
		await link(popup, 0).click({ button: "middle" });
		await expect.poll(open).toBe(1);
		await popup.show();
		await link(popup, 1).click({ modifiers: ["Control"] });
		await expect.poll(open).toBe(2);
		await popup.show();
		const windows = () => extension.evaluate(async () => (await chrome.windows.getAll()).length);
		const before = await windows();
		await link(popup, 2).click({ modifiers: ["Shift"] });
		await expect.poll(open).toBe(3);
		expect(await windows()).toBe(before + 1);
		await popup.show();
		await link(popup, 3).click();
		await expect.poll(open).toBe(4);
		expect(await popup.url()).toMatch(/\/popup\.html$/);
	});
});
