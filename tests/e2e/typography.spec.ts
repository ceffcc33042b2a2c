import { bodyStyle, openLong } from "./a-long-article";
import { faint, violations } from "./axe";
import type { Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

/** How many characters the lines of the article have on average; a paragraph's last is no whole line. */
const charactersALine = (screen: Screen) =>
	screen.evaluate(() => {
		const counts: number[] = [];
		for (const paragraph of [...document.querySelectorAll(".article-body > p")].slice(0, 9)) {
			const [text] = paragraph.childNodes;
			if (!(text instanceof Text) || text.length < 300) continue;
			const range = document.createRange();
			const starts: number[] = [];
			let line = Number.NEGATIVE_INFINITY;
			for (let at = 0; at < text.length; at++) {
				range.setStart(text, at);
				range.setEnd(text, at + 1);
				const box = range.getClientRects()[0];
				if (box === undefined || box.width === 0 || box.top < line + box.height / 2) continue;
				line = box.top;
				starts.push(at);
			}
			// Without the space that the line breaks at.
			counts.push(...starts.slice(1).map((start, index) => start - (starts[index] ?? 0) - 1));
		}
		return counts.reduce((sum, count) => sum + count, 0) / counts.length;
	});

/** The families of faces of which a file has been asked for. */
const fetched = (screen: Screen) =>
	screen.evaluate(() => [
		...new Set(
			[...document.fonts]
				.filter((face) => face.status !== "unloaded")
				.map((face) => face.family.replaceAll('"', "")),
		),
	]);

/** Runs on an element: whether its middle is seen, in front of all else. */
const isOnTop = (element: Element) => {
	const { x, y, width, height } = element.getBoundingClientRect();
	return document.elementFromPoint(x + width / 2, y + height / 2) === element;
};

test("an article is set as the user wants it, at once, for good, and for one source alone", async ({
	extension,
	feeds,
}) => {
	const { screen, path } = await openLong(extension, feeds);

	await test.step("by default a line has 60 to 75 characters, and no face is fetched", async () => {
		const count = await charactersALine(screen);
		expect(count).toBeGreaterThan(60);
		expect(count).toBeLessThan(75);
		expect(await fetched(screen)).toEqual([]);
		expect(await screen.evaluate(() => document.title)).toBe("A long article");
		// On many laptops, with three panes side by side.
		await screen.resize(1280, 700);
		expect(await charactersALine(screen)).toBeGreaterThan(60);
		await screen.resize(2000, 700);
	});

	await test.step("each face is applied, fetched when it is chosen, and has the same measure", async () => {
		await screen.find("button", "Type").click();
		await expect(screen.find("dialog", "Type")).toBeShown();
		await screen.labelled("Sans").click();
		await expect.poll(() => bodyStyle(screen, "font-family")).toMatch(/^system-ui/);
		expect(await fetched(screen)).toEqual([]);
		for (const [label, family] of [
			["For low vision", "Atkinson Hyperlegible"],
			["For dyslexia", "OpenDyslexic"],
		] as const) {
			await screen.labelled(label).click();
			await expect.poll(() => bodyStyle(screen, "font-family")).toContain(family);
			await expect.poll(() => fetched(screen)).toContain(family);
			await screen.evaluate(() => document.fonts.ready.then(() => undefined));
			await expect.poll(() => charactersALine(screen)).toBeGreaterThan(60);
			expect(await charactersALine(screen)).toBeLessThan(75);
		}
	});

	await test.step("a slider is seen on the article, by keyboard", async () => {
		const before = Number.parseFloat(await bodyStyle(screen, "font-size"));
		await screen.labelled("Size").press("ArrowRight");
		await expect.poll(async () => Number.parseFloat(await bodyStyle(screen, "font-size"))).toBe(before + 1);
		const lineHeight = async () => Number.parseFloat(await bodyStyle(screen, "line-height"));
		const lower = await lineHeight();
		await screen.labelled("Line height").press("ArrowRight");
		await expect.poll(lineHeight).toBeCloseTo(lower + 0.1 * (before + 1), 1);
		const width = () => screen.css(".article-body p").evaluate((text) => text.getBoundingClientRect().width);
		const narrower = await width();
		await screen.labelled("Line length").press("ArrowRight");
		await expect.poll(width).toBeGreaterThan(narrower * 1.01);
		await screen.labelled("Justify").click();
		await screen.labelled("Hyphenate").click();
		await expect.poll(() => bodyStyle(screen, "hyphens")).toBe("auto");
		expect(await bodyStyle(screen, "text-align")).toBe("justify");
		await expect.poll(() => screen.css(".article [lang]:has(.article-body)").attribute("lang")).toBe("en");
	});

	await test.step("one source differs from the others, until it is set back", async () => {
		await screen.labelled("Only for this source").click();
		await expect.poll(() => screen.css("[popover] > .setting input:checked").count()).toBe(1);
		await screen.labelled("Sepia").click();
		const kept = () =>
			extension.evaluate(async () => {
				const { sources, settings } = await chrome.storage.local.get(["sources", "settings"]);
				// Both are there since the install.
				const own = (sources as { reading?: object }[]).find((source) => source.reading)?.reading;
				return { own, usual: (settings as { reading: object }).reading };
			});
		await expect.poll(kept).toMatchObject({
			own: { theme: "sepia" },
			usual: { face: "dyslexia", theme: "system", size: 20, justify: true },
		});
		await screen.reload();
		await expect(screen.css('.reader-article[data-theme="sepia"][data-face="dyslexia"]')).toBeShown();
		await screen.goto("/options.html#/settings");
		await expect(screen.css('.type-sample[data-face="dyslexia"]:not([data-theme])')).toBeShown();
		await screen.find("button", "As usual").click();
		await expect(screen.css('.type-sample[data-face="serif"]')).toBeShown();
		await screen.goto(path);
		await expect(screen.css('.reader-article[data-theme="sepia"][data-face="serif"]')).toBeShown();
		await screen.find("button", "Type").click();
		await screen.find("button", "As usual").click();
		await expect(screen.css(".reader-article:not([data-theme])")).toBeShown();
		await screen.press("Escape");
		await expect(screen.find("dialog", "Type")).not.toBeShown();
		await expect(screen.find("button", "Type")).toBeFocused();
	});

	await test.step("in a narrow window the panel is closed without scrolling, and no control hides behind its end", async () => {
		await screen.resize(360, 740);
		await screen.find("button", "Type").click();
		const panel = screen.find("dialog", "Type");
		const close = panel.find("button", "Close");
		await expect.poll(() => close.evaluate(isOnTop)).toBe(true);
		const last = screen.labelled("Only for this source");
		await last.focus();
		await expect.poll(() => last.evaluate(isOnTop)).toBe(true);
		await close.click();
		await expect(panel).not.toBeShown();
	});

	// Firefox tells of what is still being answered when a page is loaded again.
	const errors = await extension.errors();
	expect(errors.filter((error) => !error.includes("context unloaded"))).toEqual([]);
});

test("an article is printed alone, black on white, and axe finds nothing in any colours, nor does anything stick out", async ({
	extension,
	feeds,
}) => {
	const { screen } = await openLong(extension, feeds);

	await test.step("what is printed is the article alone, black on white", async () => {
		await screen.resize(800, 700);
		await screen.emulate({ scheme: "dark", media: "print" });
		await expect(screen.css(".article-address")).toBeShown();
		for (const part of [".masthead", ".reader-list", ".article-tools", ".article-steps", ".reading-progress"])
			await expect(screen.css(part)).not.toBeShown();
		for (const part of [".article-source", "h1", ".article-kicker time", ".article-body p"])
			await expect(screen.css(`.article ${part}`)).toBeShown();
		expect(await screen.css(".article-address").text()).toMatch(/^https:\/\/news\.example\//);
		for (const theme of ["sepia", "dark", "black", "system"]) {
			await extension.evaluate(
				(theme) => chrome.runtime.sendMessage({ command: "changeSettings", ask: { reading: { theme } } }),
				theme,
			);
			const named = theme === "system" ? ":not([data-theme])" : `[data-theme="${theme}"]`;
			await expect(screen.css(`.reader-article${named}`)).toBeShown();
			expect(await bodyStyle(screen, "color"), theme).toBe("rgb(0, 0, 0)");
			const paper = await screen
				.css(".reader-article")
				.evaluate((pane) => getComputedStyle(pane).backgroundColor);
			expect(paper, theme).toMatch(/^rgb\(255, 255, 255\)$|^rgba\(0, 0, 0, 0\)$/);
		}
		expect(
			await screen.evaluate(() => ({
				ground: getComputedStyle(document.documentElement).backgroundColor,
				// All of it is laid out, and not what a window shows of it.
				whole: document.documentElement.scrollHeight > 3_000,
			})),
		).toEqual({ ground: "rgb(255, 255, 255)", whole: true });
		await screen.emulate({ media: "screen" });
	});

	await test.step("axe finds nothing in any colours, with the panel open, and it fits into 320 px at twice the size", async () => {
		await screen.resize(2000, 700);
		await screen.find("list", "Headlines").find("link", "A short one").click();
		await expect(screen.css(".article-body table")).toBeShown();
		await screen.find("button", "Type").click();
		await screen.emulate({ scheme: "dark" });
		expect(await violations(screen)).toEqual([]);
		const light = (selector: string) =>
			screen.css(selector).evaluate((part) => {
				const [red = 0] = getComputedStyle(part).backgroundColor.match(/\d+/g)?.map(Number) ?? [];
				return red > 128;
			});
		for (const theme of ["Light", "Sepia", "Dark", "Black"])
			await test.step(theme, async () => {
				await screen.labelled(theme).click();
				await expect(screen.css(`.reader-article[data-theme="${theme.toLowerCase()}"]`)).toBeShown();
				expect(await faint(screen)).toEqual([]);
				expect(await light(".reader-article")).toBe(theme === "Light" || theme === "Sepia");
				expect(await light("html")).toBe(false);
			});
		await screen.emulate({ scheme: "light" });
		await screen.emulate({ text: 200 });
		await screen.resize(320, 640);
		const wide = await screen.evaluate(() => [
			document.documentElement.scrollWidth,
			...[...document.querySelectorAll(".reader-article, .type-panel")].map((part) => part.scrollWidth),
		]);
		expect(Math.max(...wide)).toBeLessThanOrEqual(320);
		await screen.emulate({ text: 100 });
	});
});
