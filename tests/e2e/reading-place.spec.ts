import { bodyStyle, openLong } from "./a-long-article";
import type { Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

/** Which paragraph is at the top of what is in sight, below what sticks there. */
const atTop = (screen: Screen) =>
	screen.evaluate(() => {
		const edge = document.querySelector(".reading-progress")?.getBoundingClientRect().bottom ?? 0;
		const first = [...document.querySelectorAll(".article-body > p")].find(
			(text) => text.getBoundingClientRect().bottom > edge + 4,
		);
		return first?.textContent.split(".")[0];
	});

test("the place in an article comes back, at another width and in another tab, and the end is an end", async ({
	extension,
	feeds,
}) => {
	const { screen, path } = await openLong(extension, feeds);
	const left = screen.css(".reading-progress p");
	await expect(left).toSay(/^\d+ min left$/);
	const minutes = Number.parseInt(await left.text(), 10);
	const text = screen.css(".article-body");
	await text.evaluate((body) => body.querySelectorAll(":scope > p")[21]?.scrollIntoView());
	await expect.poll(() => atTop(screen)).toBe("21");
	await expect.poll(async () => Number.parseInt(await left.text(), 10)).toBeLessThan(minutes);

	await test.step("when the page is loaded again", async () => {
		await screen.reload();
		await expect.poll(() => atTop(screen)).toBe("21");
	});
	await test.step("at another width", async () => {
		await screen.resize(500, 700);
		await expect.poll(() => atTop(screen)).toBe("21");
		await screen.reload();
		await expect.poll(() => atTop(screen)).toBe("21");
	});
	await test.step("when it is set in another size", async () => {
		await extension.evaluate(() =>
			chrome.runtime.sendMessage({ command: "changeSettings", ask: { reading: { size: 26, leading: 2 } } }),
		);
		await expect.poll(() => bodyStyle(screen, "font-size")).toBe("26px");
		await expect.poll(() => atTop(screen)).toBe("21");
	});
	await test.step("in another tab", async () => {
		const other = await extension.open(path);
		await expect.poll(() => atTop(other)).toBe("21");
		await other.evaluate(() => {
			location.hash = "#/";
		});
		await expect(other.css(".reader-hint")).toBeShown();
		await other.evaluate(() => history.back());
		await expect.poll(() => atTop(other)).toBe("21");
		await other.close();
	});
	await test.step("read to its end, it begins anew", async () => {
		await screen.css(".article-steps").evaluate((end) => end.scrollIntoView());
		await expect(left).toSay("");
		await screen.reload();
		await expect(left).toSay(/min left/);
		expect(await screen.css(".reader-article").evaluate((pane) => pane.scrollTop)).toBe(0);
	});
});
