import { badge, follow, rss } from "./acts";
import type { Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

test.describe("With more headlines than the front holds", () => {
	test("every number is the same, and the list goes on to the oldest", async ({ extension, feeds }) => {
		const items = Array.from({ length: 620 }, (_, index) => ({ title: `Item ${index}`, age: 60 + index }));
		feeds.on("/feed.xml", { body: rss("Prolific", items) });
		await follow(extension, feeds.url("/feed.xml"));
		await expect.poll(() => badge(extension)).toBe("640");

		const listedIn = (page: Screen) => () =>
			page.evaluate(() => {
				const scroll = document.querySelector(".popup-scroll");
				scroll?.scrollTo(0, scroll.scrollHeight);
				return document.querySelectorAll(".headline-list > li").length;
			});
		const other = await extension.open("/popup.html");
		await expect.poll(listedIn(other)).toBe(640);
		const popup = await extension.open("/popup.html");
		await expect(popup.find("status")).toSay("640 unread");
		const listed = listedIn(popup);
		await expect.poll(listed).toBe(640);

		await test.step("and comes back there, beyond what the front holds", async () => {
			await popup.evaluate(() => {
				document.querySelectorAll("[data-headline]")[580]?.scrollIntoView();
			});
			const inSight = () =>
				popup.evaluate(() => {
					const edge = document.querySelector(".popup-scroll")?.getBoundingClientRect().top ?? 0;
					const rows = [...document.querySelectorAll("[data-headline]")];
					const first = rows.find((row) => row.getBoundingClientRect().bottom > edge + 1);
					return first?.querySelector("a")?.textContent ?? "";
				});
			// A row of which less than a pixel is in sight is the first to the popup.
			const left = async () => {
				const id = await extension.evaluate(async () => {
					const { popupLeft } = await chrome.storage.session.get("popupLeft");
					return (popupLeft as { top?: { id: string } }).top?.id ?? "";
				});
				return popup.evaluate(
					(id) => document.querySelector(`[data-headline="${id}"] a`)?.textContent ?? "",
					id,
				);
			};
			const seen = await inSight();
			expect(seen).toMatch(/^Item 5[678]\d$/);
			await expect.poll(left).toMatch(/^Item 5[678]\d$/);
			await popup.reload();
			await expect.poll(inSight).toBe(seen);
			await expect.poll(left).toMatch(/^Item 5[678]\d$/);
			await popup.evaluate(() => document.querySelector(".popup-scroll")?.scrollTo(0, 0));
			await expect.poll(listed).toBe(640);
		});

		const stored = await extension.evaluate(() => chrome.storage.local.get(["headlines", "ticker"]));
		expect(stored.headlines).toHaveLength(500);
		expect(stored.ticker).toMatchObject({ kept: 500, unread: 640, older: 140 });

		await popup.find("button", "Mark all read").click();
		await expect(popup.find("status")).toSay(/640 headlines marked read/);
		await expect.poll(() => badge(extension)).toBe("");
		await expect(popup.css(".headline-unread")).toNumber(0);

		await test.step("in every page that lists them", async () => {
			await expect(other.css(".headline-unread")).toNumber(0);
		});
	});
});
