import { follow, rss } from "./acts";
import { violations } from "./axe";
import type { Extension, Screen } from "./driver/driver";
import { expect, test } from "./fixtures";
import { scrollsSideways } from "./new-tab";

const MINUTES = 60;
const FERRY = "Ferry service resumes after a week of storms along the coast";

const stories = (tab: Screen) => tab.find("list", "Stories").find("heading");

async function openFrontPage(extension: Extension): Promise<Screen> {
	await extension.evaluate(() => chrome.storage.local.set({ settings: { tickerMode: "front-page" } }));
	const tab = await extension.open("/newtab.html");
	await expect(stories(tab)).toBeShown();
	return tab;
}

test.describe("The front page", () => {
	test("says how much is unread beyond it, also what is too old to stand on it, and keeps count", async ({
		extension,
		feeds,
	}) => {
		const items = Array.from({ length: 520 }, (_, index) => ({ title: `Item ${index}` }));
		feeds.on("/feed.xml", { body: rss("Prolific", items) });
		await follow(extension, feeds.url("/feed.xml"));
		const end = (await openFrontPage(extension)).css(".front-page-end");
		await expect(end).toSay(/488 more stories and 40 older headlines are unread in the reader\./);
		const markAllRead = { command: "markAllRead", ask: null };
		await extension.evaluate((message) => chrome.runtime.sendMessage(message), markAllRead);
		await expect(end).not.toSay(/unread/);
	});

	test("is finite, tells each story once, the most important first and largest, and has an end", async ({
		extension,
		feeds,
	}) => {
		// One site's pages aren't another's.
		const of = (site: string, ...feed: Parameters<typeof rss>) => ({
			body: rss(...feed).replaceAll("news.example", site),
		});
		const town = [
			{ title: "Council keeps the lighthouse", age: 5 * MINUTES },
			{ title: FERRY, age: 60 * MINUTES },
		];
		feeds.on("/town", of("town.example", "Town Crier", town));
		feeds.on("/coast", of("coast.example", "Coast Herald", [{ title: FERRY, age: 70 * MINUTES }]));
		await follow(extension, feeds.url("/town"));
		await follow(extension, feeds.url("/coast"));
		const tab = await openFrontPage(extension);

		await test.step("twelve stories, the one of two sources first, once and largest", async () => {
			await expect(stories(tab)).toNumber(12);
			expect((await stories(tab).texts()).slice(0, 2)).toEqual([FERRY, "Council keeps the lighthouse"]);
			expect(new Set(await stories(tab).texts()).size).toBe(12);
			await expect(tab.css(".story-also").nth(0)).toSay("Also in Coast Herald");
			const sizes = await tab.evaluate(() =>
				[...document.querySelectorAll(".story-title")].map((title) =>
					Number.parseFloat(getComputedStyle(title).fontSize),
				),
			);
			expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
			expect(sizes[0]).toBeGreaterThan(sizes[11] ?? 0);
			await expect(tab.css(".front-page-end")).toSay(/That is all for now\./);
		});

		await test.step("stands still when something arrives, until it is asked for", async () => {
			feeds.on("/late", of("late.example", "Late Post", [{ title: "Just in" }]));
			await follow(extension, feeds.url("/late"));
			await tab.show();
			await expect(tab.find("button", "Show 1 new headline")).toBeShown();
			await expect(stories(tab).holding("Just in")).toNumber(0);
			await tab.find("button", "Show 1 new headline").click();
			await expect(stories(tab).holding("Just in")).toNumber(1);
		});

		await test.step("keys mark and save the story that has the focus", async () => {
			await stories(tab).nth(0).find("link").press("s");
			await expect(tab.find("status")).toSay("Saved.");
			await expect(tab.css(".story").nth(0).css(".story-kicker")).toSay(/Saved$/);
			await stories(tab).nth(0).find("link").press("m");
			await expect(tab.find("status")).toSay("Marked read.");
			await expect(tab.css(".story-read")).toNumber(1);
			await stories(tab).nth(0).find("link").press("m");
			await expect(tab.css(".story-read")).toNumber(0);
		});

		await test.step("so do buttons, which are there for who points or touches", async () => {
			const story = tab.css(".story").nth(1);
			const acts = story.css(".story-acts");
			const opacity = () => acts.evaluate((all) => getComputedStyle(all).opacity);
			// A headless Firefox has no mouse that could hover, and there they are always in sight.
			const canHover = await tab.evaluate(() => matchMedia("(hover: hover)").matches);
			expect(await opacity()).toBe(canHover ? "0" : "1");
			await story.hover();
			await expect.poll(opacity).toBe("1");
			await story.find("button", "Save").click();
			await expect(story.css(".story-kicker")).toSay(/Saved$/);
			await story.find("button", "Mark read").click();
			await expect(story.css(".story-kicker")).toSay(/Read$/);
			await story.find("button", "Mark unread").click();
			await expect(tab.css(".story-read")).toNumber(0);
		});

		await test.step("x mutes its source, and so does its button; both can be undone", async () => {
			const late = stories(tab).holding("Just in");
			const foot = tab.css(".page-foot [role=status]");
			const mutes = [
				() => late.find("link").press("x"),
				() => tab.css(".story").holding("Just in").find("button", "Mute Late Post").click(),
			];
			for (const mute of mutes) {
				await mute();
				await expect(foot).toSay(/^Late Post is muted\./);
				await expect(late).toNumber(0);
				// The story that has taken its place has the focus.
				const isInStory = () =>
					tab.evaluate(() => document.activeElement?.closest(".story") instanceof Element);
				await expect.poll(isInStory).toBe(true);
				await foot.find("button", "Undo").click();
				await expect(late).toNumber(1);
			}
		});

		await test.step("o opens the original in a tab of its own, and the story is read then", async () => {
			const story = feeds.url("/story");
			feeds.on("/own", {
				body: rss("Own Post", [{ title: "Read me there" }]).replace(
					/<link>.*?<\/link>/,
					`<link>${story}</link>`,
				),
			});
			feeds.on("/favicon.ico", { body: "", contentType: "image/png" });
			feeds.on("/story", { body: "<title>Read me there</title>", contentType: "text/html" });
			await follow(extension, feeds.url("/own"));
			await tab.show();
			await tab.find("button", "Show 1 new headline").click();
			await stories(tab).holding("Read me there").find("link").press("o");
			await expect.poll(async () => (await extension.tabs()).join(" ")).toContain(story);
			expect(feeds.to("/story")[0]?.headers.referer).toBe(undefined);
			await tab.show();
			await expect(tab.css(".story").holding("Read me there").css(".story-kicker")).toSay(/Read$/);
			await tab.css(".story").holding("Read me there").find("button", "Mark unread").click();
			await expect(tab.css(".story-read")).toNumber(0);
		});

		await test.step("marked read it gives way, comes back, and at last there is nothing left", async () => {
			await tab.find("button", "Mark these read").click();
			await expect(tab.find("status")).toSay(/^12 stories marked read\./);
			await expect(stories(tab).holding(FERRY)).toNumber(0);
			await tab.find("button", "Undo").click();
			await expect(stories(tab).nth(0)).toSay(FERRY);
			await tab.find("button", "Mark these read").click();
			await expect(stories(tab).holding(FERRY)).toNumber(0);
			await expect(stories(tab)).toNumber(12);
			// The next ones are read from the first.
			const isAtFirst = () =>
				tab.evaluate(
					() => scrollY === 0 && document.querySelector(".story")?.contains(document.activeElement) === true,
				);
			await expect.poll(isAtFirst).toBe(true);
			await tab.find("button", "Mark these read").click();
			await expect(tab.find("list", "Stories")).toNumber(0);
			await expect(tab.css(".front-page-end")).toSay(/^That is all for now\./);
			expect(await violations(tab)).toEqual([]);
		});
		expect(await extension.errors()).toEqual([]);
	});

	test("keeps a comma with the source before it, at any width", async ({ extension, feeds }) => {
		const names = ["Harbour Post", "Coast Herald of the North", "Town Crier", "أخبار الساحل", "Daily Ferry"];
		for (const [index, name] of names.entries()) {
			const feed = rss(name, [{ title: FERRY, age: index * MINUTES }]);
			feeds.on(`/${index}`, { body: feed.replaceAll("news.example", `site${index}.example`) });
			await follow(extension, feeds.url(`/${index}`));
		}
		const tab = await openFrontPage(extension);
		const also = tab.css(".story-also");
		await expect(also.find("link")).toNumber(names.length - 1);
		/** The sources that stand in a line above their comma. */
		const left = () =>
			also.evaluate((line) =>
				[...line.querySelectorAll("a:not(:last-child)")].flatMap((link) => {
					const end = [...link.getClientRects()].at(-1)?.bottom ?? 0;
					const comma = document.createRange();
					comma.setStartAfter(link);
					comma.setEnd(link.nextSibling ?? link, 1);
					return comma.getBoundingClientRect().top < end ? [] : [link.textContent];
				}),
			);
		for (let width = 200; width <= 800; width += 20) {
			await tab.resize(width, 800);
			expect([width, await left()]).toEqual([width, []]);
		}
	});

	test("covers nothing of a story with its buttons, at any size of text", async ({ extension }) => {
		const tab = await openFrontPage(extension);
		/** What lies under the buttons of the first stories. */
		const covered = () =>
			tab.evaluate(() =>
				[...document.querySelectorAll(".story")].slice(0, 6).flatMap((story) => {
					const acts = story.querySelector(".story-acts")?.getBoundingClientRect();
					return [...story.querySelectorAll(".story-kicker > *, .story-title, .story-also")]
						.filter((part) => {
							const { left, right, top, bottom } = part.getBoundingClientRect();
							return acts && left < acts.right && right > acts.left && top < acts.bottom && bottom > acts.top;
						})
						.map((part) => part.textContent);
				}),
			);
		for (const text of [100, 200]) {
			await tab.emulate({ text });
			for (const width of [360, 700, 1000, 1280]) {
				await tab.resize(width, 800);
				expect([width, text, await covered()]).toEqual([width, text, []]);
			}
		}
	});

	test("opens stories in the reader, and fits pages of any width", async ({ extension }) => {
		const tab = await openFrontPage(extension);
		for (const width of [320, 700, 1600]) {
			await tab.resize(width, 640);
			expect([width, await scrollsSideways(tab)]).toEqual([width, false]);
		}
		const title = await stories(tab).nth(0).text();
		await stories(tab).nth(0).find("link").click();
		await expect(tab.find("article").find("heading", title)).toBeShown();
	});
});
