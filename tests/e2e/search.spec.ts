import { badge, follow, rss } from "./acts";
import { expect, test } from "./fixtures";

/** Titles that stand so far back that the front doesn't hold them. */
const FAR_BACK = [
	"Ёлка стоит в Кремле",
	"東京で新しい図書館が開館",
	"Café in São Paulo reopens",
	"Lantern parade through the harbour",
	"Lantern makers of the harbour",
];

/** Runs in a page: waits until it has been painted, and what is out of sight skipped. */
const painted = async () => {
	for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
};

/** Runs in a page: the height of the lowest row, in CSS pixels. */
const lowestRow = () => {
	const rows = [...document.querySelectorAll(".headline-list > li")];
	return Math.min(...rows.map((row) => row.getBoundingClientRect().height));
};

test.describe("Searching", () => {
	test("shows whole what stood far down in the list before", async ({ extension, feeds }) => {
		const words = ["tram", "museum", "village", "post"];
		const items = Array.from({ length: 120 }, (_, n) => ({
			title: `The ${words[n % 31] ?? "town"} and item ${n}, in more words than there is room for in a line`,
			age: n * 60,
		}));
		feeds.on("/feed.xml", { body: rss("Prolific", items) });
		await follow(extension, feeds.url("/feed.xml"));
		const reader = await extension.open("/options.html");
		await reader.resize(1280, 800);
		// To look for them by their roles would have the browser lay out what is in them.
		const rows = reader.css(".headline-list > li");
		for (const word of words) {
			await expect(rows).toNumber(40);
			await reader.evaluate(painted);
			await reader.find("searchbox", "Search headlines").fill(word);
			await expect(rows).toNumber(4);
			await reader.evaluate(painted);
			// One that is left empty has its padding alone.
			expect(await reader.evaluate(lowestRow), word).toBeGreaterThan(50);
			await reader.find("searchbox", "Search headlines").fill("");
		}
	});

	test("finds everything that is kept, and marks it", async ({ extension, feeds }) => {
		const filler = Array.from({ length: 600 }, (_, n) => ({ title: `Item ${n}`, age: 60 + n }));
		const old = FAR_BACK.map((title, n) => ({ title, age: 10_000 + n }));
		feeds.on("/feed.xml", { body: rss("Prolific", [...filler, ...old]) });
		await follow(extension, feeds.url("/feed.xml"));
		await expect.poll(() => badge(extension)).toBe("625");

		const popup = await extension.open("/popup.html");
		const search = popup.find("searchbox", "Search headlines");
		const links = popup.find("list", "Headlines").find("link");
		const marks = popup.css(".headline-list mark");
		await expect(popup.find("status")).toSay("625 unread");

		await test.step("whatever the case, accents, script and order of words", async () => {
			for (const [query, title, marked] of [
				["ЕЛКА", FAR_BACK[0], ["Ёлка"]],
				["図書館", FAR_BACK[1], ["図書館"]],
				["sao cafe", FAR_BACK[2], ["Café", "São"]],
				["harbour parade prolif", FAR_BACK[3], ["parade", "harbour", "Prolif"]],
			] as const) {
				await search.fill(query);
				await expect.poll(() => links.texts()).toEqual([title]);
				expect(await marks.texts()).toEqual(marked);
			}
		});

		await test.step("says so where nothing has these words", async () => {
			await search.fill("harbour 図書館");
			await expect(popup.css(".list-empty")).toSay("No headline has these words.");
		});

		await test.step("tells a screen reader what it has come to, once one has typed", async () => {
			await expect(popup.css("[aria-live=polite]")).toSay("No headline has these words.");
			await search.fill("lantern");
			await expect(popup.css("[aria-live=polite]")).toSay("2 headlines found.");
			await search.fill("item");
			await expect(popup.css("[aria-live=polite]")).toSay("More than 16 headlines found.");
		});

		await test.step("marking all read acts on all that it finds, and is undone", async () => {
			await search.fill("item 5");
			// Far more than are listed: Item 5, 15, 25 … and 50 to 59, 150 to 159 … and 500 to 599.
			await popup.find("button", "Mark all read").click();
			await expect(popup.find("status")).toSay(/^195 headlines marked read/);
			await expect.poll(() => badge(extension)).toBe("430");
			await popup.find("button", "Undo").click();
			await expect.poll(() => badge(extension)).toBe("625");
		});

		await test.step("the tab of unread ones is searched through to the oldest", async () => {
			await search.fill("item");
			await popup.find("button", "Mark all read").click();
			await expect.poll(() => badge(extension)).toBe("25");
			await popup.find("tab", "Unread").click();
			await search.fill("lantern");
			await expect.poll(() => links.texts()).toEqual(FAR_BACK.slice(3));
			await popup.find("button", "Mark all read").click();
			await expect(popup.css(".list-empty")).toSay("No headline here has these words.");
			await expect.poll(() => badge(extension)).toBe("23");
		});

		await test.step("and without a search it goes on past what was read", async () => {
			await search.fill("");
			const listed = () =>
				popup.evaluate(() => {
					const scroll = document.querySelector(".popup-scroll");
					scroll?.scrollTo(0, scroll.scrollHeight);
					return document.querySelectorAll(".headline-list > li").length;
				});
			await expect.poll(listed).toBe(23);
			await expect(popup.css(".headline-list").holding("Ёлка")).toBeShown();
		});
	});
});
