import { readFileSync } from "node:fs";
import { follow, passAMinute, rss } from "./acts";
import type { Extension, Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

const DAY = 24 * 60 * 60;

const rows = (popup: Screen) => popup.find("list", "Headlines").find("listitem");
const link = (popup: Screen, index: number) => rows(popup).nth(index).find("link");
const query = (popup: Screen) => popup.find("searchbox", "Search headlines");

/** What the extension has kept under a key for this session. */
const kept = <T>(extension: Extension, key: string) =>
	extension.evaluate(async (key: string) => (await chrome.storage.session.get(key))[key] as T, key);

test.describe("The popup by keys", () => {
	test("every key does what the sheet says", async ({ extension, feeds }) => {
		feeds.on("/harbour.xml", {
			body: rss("Harbour Post", [{ title: "Ferry returns" }, { title: "Pier is longer" }, { title: "Fog" }]),
		});
		await follow(extension, feeds.url("/harbour.xml"));
		const popup = await extension.open("/popup.html");

		await test.step("opened, it is on the first headline", async () => {
			await expect(link(popup, 0)).toBeFocused();
		});
		await test.step("j, k, the arrows, Home and End move", async () => {
			for (const [key, at] of [
				["j", 1],
				["ArrowDown", 2],
				["k", 1],
				["ArrowUp", 0],
				["k", 0],
				["End", 22],
				["j", 22],
				["Home", 0],
			] as const) {
				await popup.press(key);
				await expect(link(popup, at)).toBeFocused();
			}
		});
		await test.step("s saves and m marks read, each there and back", async () => {
			await popup.press("s");
			await expect(rows(popup).nth(0).find("button", "Saved")).toBeShown();
			await popup.press("s");
			await expect(rows(popup).nth(0).find("button", "Save")).toBeShown();
			await popup.press("m");
			await expect(popup.css(".headline-read .headline-link")).toSay("Ferry returns");
			await popup.press("m");
			await expect(popup.css(".headline-read")).toNumber(0);
			await popup.press("s");
			await expect(rows(popup).nth(0).find("button", "Saved")).toBeShown();
			await expect(link(popup, 0)).toBeFocused();
		});
		await test.step("1, 2 and 3 choose the tab", async () => {
			await popup.press("3");
			await expect(rows(popup)).toNumber(1);
			await popup.press("2");
			await expect.poll(() => popup.find("tab", "Unread").attribute("aria-selected")).toBe("true");
			await popup.press("1");
			await expect(rows(popup)).toNumber(23);
		});
		await test.step("/ searches; in the search letters are letters, ↓ goes to what is found, Esc clears", async () => {
			await popup.press("/");
			await expect(query(popup)).toBeFocused();
			await popup.type("pier");
			await expect(rows(popup)).toNumber(1);
			await popup.press("ArrowDown");
			await expect(link(popup, 0)).toBeFocused();
			await popup.press("Escape");
			await expect(rows(popup)).toNumber(23);
		});
		await test.step("any other letter begins a search with itself", async () => {
			await popup.press("f");
			await expect(query(popup)).toBeFocused();
			await popup.type("og");
			expect(await query(popup).value()).toBe("fog");
			await expect(rows(popup)).toNumber(1);
			await popup.press("Escape");
			await expect(rows(popup)).toNumber(23);
			await popup.press("ArrowDown");
		});
		await test.step("? shows the keys, and leaves them alone meanwhile", async () => {
			await popup.press("?");
			await expect(popup.find("dialog", "Keys")).toBeShown();
			await popup.press("s");
			await popup.press("Escape");
			await expect(popup.find("dialog", "Keys")).toNumber(0);
			await expect(rows(popup).nth(0).find("button", "Saved")).toBeShown();
			await expect(link(popup, 0)).toBeFocused();
		});
		await test.step("r refreshes", async () => {
			await popup.press("r");
			await expect(popup.find("status")).toSay("All was asked a moment ago.");
		});
		await test.step("x mutes the source, and that can be undone", async () => {
			await popup.press("x");
			await expect(popup.find("status")).toSay(/Harbour Post is muted/);
			const rules = () => extension.evaluate(async () => (await chrome.storage.local.get("rules")).rules);
			expect(await rules()).toMatchObject([{ act: "mute", match: { kind: "source" }, where: "title" }]);
			await popup.find("button", "Undo").click();
			await expect(popup.find("status")).toSay("Heard again.");
			expect(await rules()).toEqual([]);
		});
		await test.step("o opens the original, and the headline is read then", async () => {
			await popup.show();
			await link(popup, 0).focus();
			await popup.press("o");
			await expect
				.poll(async () => (await extension.tabs()).join(" "))
				.toContain("https://news.example/Harbour%20Post/0");
			await popup.show();
			await expect(popup.css(".headline-read .headline-link")).toSay("Ferry returns");
		});
		await test.step("Enter opens the headline in the reader", async () => {
			await link(popup, 1).press("Enter");
			await expect.poll(async () => (await extension.tabs()).join(" ")).toContain("/options.html#/read/");
		});
	});

	test("it comes back as it was left, for ten minutes", async ({ extension, feeds }) => {
		const items = Array.from({ length: 60 }, (_, n) => ({ title: `Story number ${n}` }));
		feeds.on("/many.xml", { body: rss("Many", items) });
		await follow(extension, feeds.url("/many.xml"));
		const popup = await extension.open("/popup.html");
		await popup.resize(400, 600);
		await popup.find("tab", "Unread").click();
		await query(popup).fill("story");
		await expect(rows(popup).nth(0)).toSay(/Story number 0/);
		await popup.evaluate(() => document.querySelector(".popup-scroll")?.scrollTo(0, 100_000));
		await expect(rows(popup).nth(39)).toSay(/Story number 39/);
		await popup.evaluate(() => {
			document.querySelectorAll("[data-headline]")[30]?.scrollIntoView();
		});
		const inSight = () =>
			popup.evaluate(() => {
				const edge = document.querySelector(".popup-scroll")?.getBoundingClientRect().top ?? 0;
				const rows = [...document.querySelectorAll("[data-headline]")];
				return rows.find((row) => row.getBoundingClientRect().bottom > edge + 1)?.querySelector("a")
					?.textContent;
			});
		const seen = await inSight();
		expect(seen).toMatch(/Story number (?:29|30|31)/);
		// A row of which less than a pixel is in sight is the first to the popup.
		const left = async () => {
			const { top } = await kept<{ top?: { id: string } }>(extension, "popupLeft");
			const titleOf = (id = "") => document.querySelector(`[data-headline="${id}"] a`)?.textContent ?? "";
			return popup.evaluate(titleOf, top?.id);
		};
		await expect.poll(left).toMatch(/Story number (?:29|30|31)/);
		await popup.reload();
		await expect.poll(() => popup.find("tab", "Unread").attribute("aria-selected")).toBe("true");
		expect(await query(popup).value()).toBe("story");
		await expect.poll(inSight).toEqual(seen);

		await extension.evaluate(async () => {
			const { popupLeft } = await chrome.storage.session.get("popupLeft");
			const leftAt = Date.now() - 601_000;
			await chrome.storage.session.set({ popupLeft: { ...(popupLeft as object), leftAt } });
		});
		await popup.reload();
		await expect.poll(() => popup.find("tab", "All").attribute("aria-selected")).toBe("true");
		expect(await query(popup).value()).toBe("");
		await expect(link(popup, 0)).toBeFocused();
	});
});

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
		await link(popup, 2).click();
		await expect.poll(open).toBe(3);
	});
});

test.describe("A refresh in the popup", () => {
	test("says whom it asks, can be stopped, and says in one line what failed", async ({
		extension,
		feeds,
	}) => {
		feeds.on("/quick.xml", { body: rss("Quick", [{ title: "At once" }]) });
		feeds.on("/slow.xml", { body: rss("Slow", [{ title: "Snail" }]) });
		await follow(extension, feeds.url("/quick.xml"));
		await follow(extension, feeds.url("/slow.xml"));
		await passAMinute(extension);
		feeds.on("/quick.xml", { body: rss("Quick", [{ title: "And again", age: 90 }]) });
		feeds.on("/slow.xml", { silent: true });
		const popup = await extension.open("/popup.html");
		await popup.find("button", "Refresh").click();
		await expect(popup.css(".popup-asking")).toSay("Asking Slow, 1 of 2");
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
});
