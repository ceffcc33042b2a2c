import { badge, follow as followFeed, importText, rss } from "./acts";
import { violations, violationsIn } from "./axe";
import type { Extension, Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

const HOUR = 60 * 60;
const DAY = 24 * HOUR;

const rows = (reader: Screen) => reader.find("list", "Headlines").find("listitem");
const pane = (reader: Screen) => reader.find("navigation", "Sources and groups");
const choice = (reader: Screen, name: string) => pane(reader).find("link").holding(name);
const hash = async (reader: Screen) => new URL(await reader.url()).hash;
const numbered = (name: string, count: number, age: (index: number) => number) =>
	rss(
		name,
		Array.from({ length: count }, (_, index) => ({ title: `${name} ${index}`, age: age(index) })),
	);

/** Follows some feeds by an OPML file, the first two of them in a folder, and waits for so many unread in all. */
async function follow(extension: Extension, urls: Record<string, string>, unread: number): Promise<void> {
	const outline = ([title, url]: [string, string]) => `<outline text="${title}" xmlUrl="${url}"/>`;
	const [one = "", two = "", ...others] = Object.entries(urls).map(outline);
	const options = await extension.open("/options.html#/sources");
	const folder = `<outline text="Coast">${one}${two}</outline>`;
	await importText(
		options,
		"feeds.opml",
		`<opml version="2.0"><body>${folder}${others.join("")}</body></opml>`,
	);
	await expect.poll(() => badge(extension)).toBe(String(unread));
	await options.close();
}

/** Runs in a page: the rows in sight whose title is covered by that of another. */
const covered = async () => {
	// Until what is out of sight has been skipped.
	for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
	return [...document.querySelectorAll(".headline-list > li")].flatMap((row) => {
		const { left = 0, top = -1, bottom = 0 } = row.querySelector("a")?.getBoundingClientRect() ?? {};
		if (top < 0 || bottom > innerHeight) return [];
		const at = document.elementFromPoint(left + 4, top + 4)?.closest("li");
		return at === row ? [] : [`${row.textContent} is under ${at?.textContent}`];
	});
};

test.describe("The reader's list", () => {
	test("shows each headline in its own place when others come above it", async ({ extension, feeds }) => {
		const reader = await extension.open("/options.html");
		await reader.resize(1600, 900);
		for (const [name, age] of Object.entries({ Dawn: 3 * HOUR, Noon: 2 * HOUR, Dusk: HOUR })) {
			feeds.on(`/${name}.xml`, { body: numbered(name, 15, (index) => age + index) });
			await followFeed(extension, feeds.url(`/${name}.xml`));
			await expect(rows(reader).nth(0)).toSay(new RegExp(`${name} 0`));
			expect(await reader.evaluate(covered)).toEqual([]);
		}
	});

	test("of a source or a group is all that is kept of it, however old, and keeps count", async ({
		extension,
		feeds,
	}) => {
		feeds.on("/busy.xml", { body: numbered("Busy", 520, (index) => 60 + index) });
		feeds.on("/quiet.xml", { body: numbered("Quiet", 3, (index) => 9 * DAY + index * HOUR) });
		feeds.on("/calm.xml", { body: numbered("Calm", 2, (index) => 8 * DAY + index * 2 * DAY) });
		const urls = { Quiet: "/quiet.xml", Calm: "/calm.xml", Busy: "/busy.xml" };
		const at = Object.entries(urls).map(([name, path]) => [name, feeds.url(path)]);
		await follow(extension, Object.fromEntries(at), 545);
		const reader = await extension.open("/options.html");
		await reader.resize(1200, 800);

		await test.step("a source that newer headlines have pushed off the front", async () => {
			await expect(choice(reader, "Quiet")).toSay(/3 unread$/);
			await choice(reader, "Quiet").click();
			await expect(rows(reader)).toNumber(3);
			expect(await reader.evaluate(() => document.title)).toBe("Quiet – Headline Ticker");
		});
		await test.step("a group, in the order of its sources' headlines, and beside it the tab", async () => {
			await choice(reader, "Coast").click();
			await expect
				.poll(() => rows(reader).find("link").texts())
				.toEqual(["Calm 0", "Quiet 0", "Quiet 1", "Quiet 2", "Calm 1"]);
			await rows(reader).nth(1).find("link").click();
			await expect(choice(reader, "Coast")).toSay(/4 unread$/);
			await reader.find("tab", "Unread").click();
			await expect(rows(reader)).toNumber(4);
			expect(await hash(reader)).toMatch(/^#\/read\/[^?]+\?group=Coast&state=unread$/);
		});
		await test.step("marked read as a whole, and nothing else, and undone", async () => {
			await reader.find("button", "Mark all read").click();
			await expect(reader.css(".reader > .notice-status")).toSay(/^4 headlines marked read/);
			await expect(choice(reader, "Coast")).toSay("Coast");
			await expect(choice(reader, "Busy")).toSay(/520 unread$/);
			await reader.find("button", "Undo").click();
			await expect(rows(reader)).toNumber(4);
			await expect(choice(reader, "Coast")).toSay(/4 unread$/);
		});
		await test.step("and axe finds nothing in it", async () => {
			expect(await violationsIn(reader)).toEqual([]);
		});
	});

	test("of the unread keeps what is open there until another is opened", async ({ extension, feeds }) => {
		feeds.on("/ferry.xml", { body: numbered("Ferry", 4, (index) => 60 + index) });
		await followFeed(extension, feeds.url("/ferry.xml"));
		const reader = await extension.open("/options.html#/?state=unread&q=ferry");
		await reader.resize(1200, 800);
		const titles = () => rows(reader).find("link").texts();
		const top = () =>
			reader.evaluate(() => document.querySelector(".headline-current")?.getBoundingClientRect().top);
		await expect(rows(reader)).toNumber(4);
		for (const query of ["ferry", ""]) {
			await reader.find("searchbox", "Search headlines").fill(query);
			if (query === "") await expect(rows(reader)).not.toNumber(4);
			const before = (await titles()).slice(0, 3);
			const [, second = "", third = ""] = before;
			await rows(reader).holding(second).find("link").click();
			await expect(reader.css(".article h1")).toSay(second);
			const at = await top();
			await expect(reader.find("button", "Mark unread")).toBeShown();
			await expect(reader.css(".headline-current.headline-read")).toSay(new RegExp(second));
			expect((await titles()).slice(0, 3)).toEqual(before);
			expect(await top()).toBe(at);
			await reader.press("j");
			await expect(reader.css(".article h1")).toSay(third);
			await expect.poll(async () => (await titles()).includes(second)).toBe(false);
			await reader.press("k");
			await expect(reader.css(".article h1")).toSay(second);
			await expect(reader.css(".headline-current")).toSay(new RegExp(second));
			await reader.find("tab", "All").click();
			await reader.find("tab", "Unread").click();
			await expect.poll(async () => (await titles()).includes(second)).toBe(false);
			expect((await titles()).includes(third)).toBe(false);
		}
	});

	test("is narrowed down by time, tab and search, and the address brings all of it back", async ({
		extension,
		feeds,
	}) => {
		feeds.on("/a.xml", { body: numbered("Ferry", 30, (index) => (index < 10 ? index * 60 : 40 * DAY)) });
		feeds.on("/b.xml", { body: numbered("Pier", 2, (index) => index * 60) });
		await follow(extension, { Ferry: feeds.url("/a.xml"), Pier: feeds.url("/b.xml") }, 52);
		const reader = await extension.open("/options.html");
		await reader.resize(1200, 500);

		await test.step("each part stands in the address", async () => {
			await reader.labelled("Published").choose("day");
			await expect(rows(reader)).toNumber(12);
			await reader.find("tab", "Unread").click();
			await reader.find("searchbox", "Search headlines").fill("ferry");
			await expect(rows(reader)).toNumber(10);
			expect(await hash(reader)).toBe("#/?state=unread&since=day&q=ferry");
		});
		await test.step("a reload keeps it, an article has it in its address, and its title is the window's", async () => {
			await reader.reload();
			await expect(rows(reader)).toNumber(10);
			expect(await reader.find("searchbox", "Search headlines").value()).toBe("ferry");
			await rows(reader).nth(2).find("link").click();
			await expect(reader.css(".article h1")).toSay("Ferry 2");
			expect(await reader.evaluate(() => document.title)).toBe("Ferry 2");
			expect(await hash(reader)).toMatch(/\?state=unread&since=day&q=ferry$/);
		});
		await test.step("back and forward bring back the list, its place and the article", async () => {
			const scroll = () => reader.evaluate(() => document.querySelector(".reader-scroll")?.scrollTop ?? 0);
			// Rows that haven't been in sight have no height of their own yet: it is the row that is brought back.
			const topRow = () =>
				reader.evaluate(() => {
					const top = document.querySelector(".reader-scroll")?.getBoundingClientRect().top ?? 0;
					const rows = [...document.querySelectorAll(".reader-scroll [data-headline]")];
					return rows.find((row) => row.getBoundingClientRect().bottom > top + 1)?.textContent;
				});
			await reader.goto("/options.html#/?since=day");
			await expect(rows(reader)).toNumber(12);
			await reader.evaluate(() => document.querySelector(".reader-scroll")?.scrollTo(0, 300));
			await expect.poll(() => reader.evaluate(() => history.state?.top !== undefined)).toBe(true);
			const before = await topRow();
			await choice(reader, "Pier").click();
			await expect(rows(reader)).toNumber(2);
			expect(await scroll()).toBe(0);
			await reader.evaluate(() => history.back());
			await expect(rows(reader)).toNumber(12);
			await expect.poll(topRow).toBe(before);
			await reader.evaluate(() => history.back());
			await expect(reader.css(".article h1")).toSay("Ferry 2");
			await reader.evaluate(() => history.forward());
			await expect(reader.css(".article h1")).toNumber(0);
			await expect.poll(topRow).toBe(before);
		});
	});

	test("has several headlines chosen and marked at once, and stands in as many panes as there is room for", async ({
		extension,
	}) => {
		const reader = await extension.open("/options.html");
		const boxes = reader.find("list", "Headlines").find("checkbox");
		const said = reader.css(".reader > .notice-status");
		await test.step("chosen by mouse, one and up to another", async () => {
			await reader.find("button", "Select").click();
			await boxes.nth(1).click();
			await boxes.nth(3).click({ modifiers: ["Shift"] });
			await expect(reader.css(".bulk-bar > span")).toSay("3 selected");
			await reader.find("button", "Save").nth(0).click();
			await expect(said).toSay(/^3 headlines saved/);
			await expect(reader.css(".headline-list [aria-pressed=true]")).toNumber(3);
			await reader.find("button", "Undo").click();
			await expect(reader.css(".headline-list [aria-pressed=true]")).toNumber(0);
			await reader.find("button", "Done").click();
			await expect(boxes).toNumber(0);
		});
		await test.step("chosen by keys alone", async () => {
			await rows(reader).nth(0).find("link").focus();
			await reader.press("ArrowDown");
			await reader.press("x");
			await reader.press("Shift+ArrowDown");
			await expect(reader.css(".bulk-bar > span")).toSay("2 selected");
			await expect(rows(reader).nth(2).find("link")).toBeFocused();
			await reader.press("Escape");
			await expect(boxes).toNumber(0);
			await expect(rows(reader).nth(2).find("link")).toBeFocused();
		});
		await test.step("chosen all of these", async () => {
			await reader.find("button", "Select").click();
			await reader.find("button", "Select all of these").click();
			await expect(reader.css(".bulk-bar > span")).toSay("20 selected");
			await reader.find("button", "Mark read").click();
			await expect(said).toSay(/^20 headlines marked read/);
			await expect.poll(() => badge(extension)).toBe("");
			expect(await violations(reader)).toEqual([]);
		});
		await test.step("in a sheet it is filtered where there is no room beside it", async () => {
			const reader = await extension.open("/options.html");
			for (const width of [800, 320]) {
				await reader.resize(width, 640);
				await expect(pane(reader)).toNumber(0);
				await reader.find("button", "Filter").press("Enter");
				await expect(reader.find("dialog", "Filter").find("navigation", "Sources and groups")).toBeShown();
				expect(await violations(reader)).toEqual([]);
				await choice(reader, "First edition").press("Enter");
				await expect(reader.find("dialog", "Filter")).toNumber(0);
				await expect(reader.find("button", "Filter")).toBeFocused();
				await expect(reader.css(".list-narrowed")).toSay(/^First edition/);
				await reader.find("link", "Show all").click();
				await expect(reader.css(".list-narrowed")).toNumber(0);
				expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
			}
		});
		await test.step("three panes from 1,100 pixels, two from 700, and one below", async () => {
			const reader = await extension.open("/options.html");
			await reader.find("list", "Headlines").find("link").nth(0).click();
			await expect(reader.css(".article h1")).toBeShown();
			/** Which panes are seen, and whether each stands at the end of the one before it, as high as that. */
			const panes = () =>
				reader.evaluate(() => {
					const seen = [".reader-sources", ".reader-list", ".reader-article"].flatMap((name) => {
						const pane = document.querySelector(name);
						return pane?.checkVisibility() ? [{ name, box: pane.getBoundingClientRect() }] : [];
					});
					const isBeside = seen.every(({ box }, at) => {
						const before = seen[at - 1]?.box;
						return !before || (Math.abs(before.right - box.left) <= 1 && before.top === box.top);
					});
					return [...seen.map(({ name }) => name.slice(8)), isBeside];
				});
			for (const [width, wanted] of [
				[1100, ["sources", "list", "article", true]],
				[1099, ["list", "article", true]],
				[700, ["list", "article", true]],
				[699, ["article", true]],
			] as const) {
				await reader.resize(width, 640);
				await expect.poll(panes, { message: `${width}` }).toEqual(wanted);
				await expect(reader.find("button", "Filter")).toNumber(width === 1099 || width === 700 ? 1 : 0);
				expect(await reader.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
			}
			await reader.find("link", "All headlines").click();
			await expect.poll(panes).toEqual(["list", true]);
		});
	});
});
