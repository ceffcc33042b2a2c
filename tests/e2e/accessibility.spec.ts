import { addSource, follow, rss } from "./acts";
import { violations, violationsIn } from "./axe";
import type { Extension } from "./driver/driver";
import { expect, test } from "./fixtures";

/** The new tab has tests of its own, in each view. */
const SURFACES = ["/popup.html", "/options.html", "/options.html#/sources", "/options.html#/settings"];

/** The addresses of one headline of each kind. */
const articles = (extension: Extension): Promise<string[]> =>
	extension.evaluate(async () => {
		const { headlines } = await chrome.storage.local.get("headlines");
		const byKind = new Map((headlines as { id: string; kind: string }[]).map(({ id, kind }) => [kind, id]));
		return [...byKind.values()].map((id) => `/options.html#/read/${id}`);
	});

test("axe finds nothing on any surface, in light, in dark, with forced colours and from right to left", async ({
	extension,
}) => {
	test.slow();
	// Settings says more of what follows the browser's profile while it does.
	await extension.evaluate(() =>
		chrome.runtime.sendMessage({ command: "changeSettings", ask: { sync: true } }),
	);
	for (const path of [...SURFACES, ...(await articles(extension))]) {
		const screen = await extension.open(path);
		await expect(
			screen.css(path.includes("/read/") ? "article h1" : "main h1, main h2, main li"),
		).toBeShown();
		if (path.endsWith("/settings"))
			await expect(screen.find("region", "Other devices")).toSay(/Last sent from here/);
		expect(
			await violationsIn(screen, [{ scheme: "light" }, { scheme: "dark" }, { contrast: "forced" }]),
			path,
		).toEqual([]);
		await screen.emulate({ contrast: "none" });
		await screen.close();
	}

	await test.step("in the reader's panes with forced colours, and from right to left, where all fits", async () => {
		const [article = ""] = await articles(extension);
		const reader = await extension.open(article);
		await expect(reader.css("article h1")).toBeShown();
		const setDirection = (direction: string) =>
			reader.evaluate((direction) => {
				document.documentElement.dir = direction;
			}, direction);
		for (const direction of ["ltr", "rtl"]) {
			await setDirection(direction);
			expect(await violationsIn(reader, [{ contrast: "forced" }, { contrast: "none" }]), direction).toEqual(
				[],
			);
			const beyond = await reader.evaluate(() =>
				[document.documentElement, ...document.querySelectorAll(".reader > *")]
					.filter((pane) => pane.scrollWidth > pane.clientWidth)
					.map(({ className }) => className),
			);
			expect(beyond).toEqual([]);
		}
	});
});

test("axe finds nothing where something is the matter, in light and in dark", async ({
	extension,
	feeds,
}) => {
	feeds.on("/feed.xml", { body: rss("Fine", [{ title: "All is well" }]) });
	const options = await addSource(extension, feeds.url("/feed.xml"), "Fine");
	await options.find("textbox", "Feed or site address").fill(feeds.url("/missing"));
	await options.find("button", "Add source").click();
	await expect(options.find("alert")).toSay(/not found/);
	expect(await violations(options)).toEqual([]);
	await options.find("button", "Edit Fine").click();
	await expect(options.find("textbox", "Title")).toBeShown();
	expect(await violationsIn(options)).toEqual([]);

	const popup = await extension.open("/popup.html");
	await popup.find("button", "Mark all read").click();
	await expect(popup.find("button", "Undo")).toBeShown();
	expect(await violationsIn(popup)).toEqual([]);

	const tab = await extension.open("/newtab.html");
	await expect(tab.find("heading", "You are caught up")).toBeShown();
	expect(await violationsIn(tab)).toEqual([]);
});

/** Runs in a page: what stands beyond its edge, and the labels that are wider than their room, and so over what is beside. */
const spilt = () =>
	[...document.querySelectorAll("a, button, input, label, legend, p, select")]
		.filter((part) => part.checkVisibility() && part.closest(".unseen") === null)
		.filter((part) => {
			const isOver = part.tagName === "LABEL" && part.scrollWidth > part.clientWidth + 1;
			return isOver || part.getBoundingClientRect().right > innerWidth;
		})
		.map((part) => `${part.tagName} ${part.textContent}`);

test("with text at twice its size all fits into 320 pixels", async ({ extension, feeds }) => {
	feeds.on("/feed.xml", { body: rss("Fine", [{ title: "All is well" }]) });
	await follow(extension, feeds.url("/feed.xml"));
	for (const path of ["/options.html", "/options.html#/sources", "/options.html#/settings"]) {
		const screen = await extension.open(path);
		await screen.resize(320, 640);
		await screen.emulate({ text: 200 });
		await expect(screen.css(".headline-list li, .source-list li, legend").nth(0)).toBeShown();
		expect(await screen.evaluate(spilt), path).toEqual([]);
		await screen.close();
	}
});
