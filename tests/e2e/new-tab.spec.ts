import { packState } from "../../data/model/sync/pack";
import { toItems } from "../../data/model/sync/parts";
import type { Screen } from "./driver/driver";
import { expect, test } from "./fixtures";
import { headline, openTab, scrollsSideways, smallTargets, views, violationsInThemes } from "./new-tab";

/** Chooses a view on the page, by keys alone. */
async function choose(tab: Screen, name: string) {
	await tab.press("v");
	await views(tab).find("radio", name).focus();
	await tab.press("Space");
	await tab.press("Escape");
	await expect(views(tab)).toNumber(0);
}

/**
 * Opens a new tab that gives way to the browser's own, and watches it without a pause until it has left; tells
 * all that could be seen of it on the way, which is "nothing" where its body was there and hidden.
 */
const seenOnTheWay = (tab: Pick<Screen, "evaluate">) =>
	tab.evaluate(async () => {
		// Into its first, empty document a page would come without the extension's interfaces.
		const opened = window.open("/manifest.json");
		await new Promise((loaded) => opened?.addEventListener("load", loaded));
		opened?.location.assign("/newtab.html");
		const seen = new Set<string>();
		const look = () => {
			if (opened?.location.pathname !== "/newtab.html") return;
			const { body } = opened.document;
			if (body) seen.add(body.checkVisibility() ? `${body.textContent}` : "nothing");
			for (const { name } of opened.performance.getEntriesByType("paint")) seen.add(name);
		};
		const { port1, port2 } = new MessageChannel();
		await new Promise<void>((done) => {
			port1.onmessage = () => {
				try {
					look();
				} catch {
					// The browser's own page isn't ours to look into.
					return done();
				}
				if (opened?.closed ?? true) done();
				else port2.postMessage(null);
			};
			port2.postMessage(null);
		});
		return [...seen];
	});

test.describe("A new tab", () => {
	test("has five views, chosen on the page and remembered", async ({ extension, target }) => {
		const tab = await openTab(extension);
		await test.step("the tape", async () => {
			await choose(tab, "Tape");
			await expect(tab.css(".tape-strip")).toBeShown();
			const other = await extension.open("/newtab.html");
			await expect(other.css(".tape-strip")).toBeShown();
			await other.close();
			await tab.show();
		});
		await test.step("the front page", async () => {
			await choose(tab, "Front page");
			await expect(tab.find("list", "Stories").find("listitem")).toNumber(12);
			await expect(tab.css(".tape-strip")).toNumber(0);
		});
		await test.step("quiet: nothing but the background, and a way back", async () => {
			await choose(tab, "Quiet");
			await expect(tab.find("region", "Headline ticker")).toNumber(0);
			await expect(tab.find("list", "Stories")).toNumber(0);
			const isFaint = () => tab.css(".page-foot").evaluate((foot) => getComputedStyle(foot).opacity === "0");
			// A headless Firefox has no mouse that could hover, and there the way back is always in sight.
			const canHover = await tab.evaluate(() => matchMedia("(hover: hover)").matches);
			const isPointedAt = () => tab.evaluate(() => document.querySelector("main:hover") !== null);
			await tab.reload();
			await tab.unhover();
			await expect.poll(async () => (await isFaint()) === (canHover && !(await isPointedAt()))).toBe(true);
			await tab.find("button", "View").focus();
			expect(await isFaint()).toBe(false);
			await tab.find("button", "View").click();
			await expect(views(tab).find("radio", "Quiet")).toBeFocused();
			await views(tab).find("radio", "One at a time").click();
			await views(tab).find("button", "Close").click();
			await expect(headline(tab)).toBeShown();
			await expect(tab.find("button", "View")).toBeFocused();
		});
		await test.step("the browser’s own, where the browser lets an extension go there", async () => {
			await tab.press("v");
			const own = views(tab).find("radio", "Browser’s own");
			if (target === "firefox") {
				expect(await own.isEnabled()).toBe(false);
				await expect(tab.css("#view-browser")).toSay(/^Firefox lets no extension show its own new tab\./);
				// Another device, where it can be chosen, may have chosen it.
				const other = await openTab(extension, { tickerMode: "browser" });
				await expect(other.find("heading", "Firefox keeps its own new tab")).toBeShown();
				return;
			}
			await own.click();
			await expect(tab.css("#view-browser")).toSay(/To come back, open Settings from the popup\.$/);
			await views(tab).find("button", "Close").click();
			await expect(tab.find("heading", "New tabs are the browser’s own")).toBeShown();
			expect(await violationsInThemes(tab)).toEqual([]);
			const ours = async () => (await extension.tabs()).filter((url) => url.endsWith("/newtab.html")).length;
			const before = await ours();
			await extension.evaluate(async () => void (await chrome.tabs.create({})));
			await expect.poll(async () => (await extension.tabs()).join(" ")).toContain("chrome://new-tab-page");
			expect(await ours()).toBe(before);
			expect(await seenOnTheWay(tab)).toEqual(["nothing"]);
		});
		expect(await extension.errors()).toEqual([]);
	});

	test("looks from the first as another device has chosen while no page was open", async ({
		extension,
		target,
	}) => {
		const copy = () => extension.evaluate(() => JSON.parse(localStorage.getItem("first-paint") ?? "null"));
		const tab = await openTab(extension);
		await expect.poll(async () => (await copy())?.headline).toBeTruthy();
		const before = await copy();
		expect(before).toMatchObject({ theme: "system", mode: "one" });
		await tab.close();
		await extension.evaluate(async () => {
			await chrome.runtime.sendMessage({ command: "changeSettings", ask: { sync: true } });
		});
		const now = Date.now();
		const at = Math.floor(now / 1000) + 1;
		const chosen = { theme: ["dark", at], tickerMode: ["browser", at] } as const;
		const said = toItems("0".repeat(12), now, packState(new Map([["settings:", chosen]])));
		await extension.evaluate((said) => chrome.storage.sync.set(said), said);
		await expect.poll(copy).toEqual({ ...before, theme: "dark", mode: "browser" });
		if (target === "chromium") expect(await seenOnTheWay(extension)).toEqual(["nothing"]);
		expect(await extension.errors()).toEqual([]);
	});

	test("stays, and reloads once at the most, where nothing can be kept for its first paint", async ({
		extension,
	}) => {
		await extension.evaluate(() => {
			localStorage.clear();
			for (let room = 2 ** 22; room >= 1; room /= 2) {
				try {
					for (let piece = 0; ; piece += 1) localStorage.setItem(`${room} ${piece}`, "x".repeat(room));
				} catch {
					// Smaller pieces may find room still.
				}
			}
		});
		const tab = await openTab(extension, { tickerMode: "browser" });
		await expect(tab.find("heading")).toSay(/own/);
		await tab.evaluate(() => {
			document.documentElement.dataset.same = "page";
		});
		await choose(tab, "Quiet");
		await expect(tab.css("[data-same]")).toNumber(1);
		expect(await tab.evaluate(() => localStorage.getItem("first-paint"))).toBeNull();
		expect(await extension.errors()).toEqual([]);
	});

	test("is quiet in quiet hours, and accessible in every view, theme and size, with targets that a finger hits", async ({
		extension,
		target,
	}) => {
		test.slow();
		await test.step("quiet in quiet hours, until play is pressed", async () => {
			const now = new Date();
			const minute = now.getHours() * 60 + now.getMinutes();
			const day = 24 * 60;
			const quietHours = { from: (minute + day - 60) % day, to: (minute + 60) % day };
			for (const tickerMode of ["one", "tape"]) {
				const tab = await openTab(extension, { tickerMode, quietHours });
				await expect(tab.css(".ticker-quiet")).toSay(/^Quiet until \d\d:\d\d$/);
				await tab.find("button", "Play ticker").click();
				await expect(tab.find("button", "Pause ticker")).toBeShown();
				await expect(tab.css(".ticker-quiet")).toNumber(0);
				await tab.close();
			}
		});
		const modes = ["one", "tape", "front-page", "quiet", ...(target === "firefox" ? ["browser"] : [])];
		for (const tickerMode of modes)
			await test.step(tickerMode, async () => {
				const tab = await openTab(extension, { tickerMode });
				expect(await violationsInThemes(tab)).toEqual([]);
				await tab.resize(320, 640);
				expect(await smallTargets(tab)).toEqual([]);
				await tab.emulate({ text: 200 });
				expect(await scrollsSideways(tab)).toBe(false);
				await tab.close();
			});
		const tab = await openTab(extension);
		for (const [key, name] of [
			["v", "View"],
			["?", "Keys"],
		] as const)
			await test.step(`the sheet ${name}`, async () => {
				await tab.press(key);
				await expect(tab.find("dialog", name)).toBeShown();
				expect(await violationsInThemes(tab)).toEqual([]);
				await tab.resize(320, 480);
				expect(await smallTargets(tab)).toEqual([]);
				await tab.emulate({ text: 200 });
				expect(await scrollsSideways(tab)).toBe(false);
				// All of it can be reached, if by scrolling.
				await tab.find("button", "Close").click();
				await expect(tab.find("dialog", name)).toNumber(0);
				await tab.emulate({ text: 100 });
				await tab.resize(1280, 720);
			});
	});
});
