import { follow, rss } from "./acts";
import type { Extension, Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

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
			await expect(rows(popup).nth(0).find("button", "Save")).toBePressed();
			await popup.press("s");
			await expect(rows(popup).nth(0).find("button", "Save")).not.toBePressed();
			await popup.press("m");
			await expect(popup.css(".headline-read .headline-link")).toSay("Ferry returns");
			await popup.press("m");
			await expect(popup.css(".headline-read")).toNumber(0);
			await popup.press("s");
			await expect(rows(popup).nth(0).find("button", "Save")).toBePressed();
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
			await expect(rows(popup).nth(0).find("button", "Save")).toBePressed();
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
			await expect(popup.find("status")).toSay("Harbour Post is no longer muted.");
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
		// A search that has begun since lists fewer, and has another end.
		await expect
			.poll(async () => {
				await popup.evaluate(() => document.querySelector(".popup-scroll")?.scrollTo(0, 100_000));
				return rows(popup).count();
			})
			.toBeGreaterThan(39);
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
			const { top } = (await kept<{ top?: { id: string } } | undefined>(extension, "popupLeft")) ?? {};
			const titleOf = (id = "") => document.querySelector(`[data-headline="${id}"] a`)?.textContent ?? "";
			return popup.evaluate(titleOf, top?.id);
		};
		await expect.poll(left).toMatch(/Story number (?:29|30|31)/);
		await popup.reload();
		await expect.poll(() => popup.find("tab", "Unread").attribute("aria-selected")).toBe("true");
		expect(await query(popup).value()).toBe("story");
		await expect.poll(inSight).toEqual(seen);

		const setLeftAt = (ago: number) =>
			extension.evaluate(async (ago) => {
				const { popupLeft } = await chrome.storage.session.get("popupLeft");
				const leftAt = Date.now() - ago;
				await chrome.storage.session.set({ popupLeft: { ...(popupLeft as object), leftAt } });
			}, ago);
		const leftAt = async () => (await kept<{ leftAt: number }>(extension, "popupLeft")).leftAt;
		await setLeftAt(601_000);
		await popup.close();
		// They count from its closing, which it tells as it goes.
		await expect.poll(async () => Date.now() - (await leftAt())).toBeLessThan(300_000);
		await setLeftAt(601_000);
		const again = await extension.open("/popup.html");
		await expect.poll(() => again.find("tab", "All").attribute("aria-selected")).toBe("true");
		expect(await query(again).value()).toBe("");
		await expect(link(again, 0)).toBeFocused();
	});
});
