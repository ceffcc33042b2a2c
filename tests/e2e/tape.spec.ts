import { follow, rss } from "./acts";
import type { Extension, Screen } from "./driver/driver";
import { expect, test } from "./fixtures";
import { marks } from "./new-tab";

const ticker = (tab: Screen) => tab.find("region", "Headline ticker");
const links = (tab: Screen) => tab.css(".tape-headline a");
const place = (tab: Screen) => tab.css(".ticker-place");

/** How far the strip has gone, in pixels to the left. */
const gone = (tab: Screen) =>
	tab.css(".tape-strip").evaluate((strip) => 0 - new DOMMatrix(getComputedStyle(strip).transform).m41);

/** What moves the strip: how it plays, and which properties it changes. */
const motions = (tab: Screen) =>
	tab.css(".tape-strip").evaluate((strip) =>
		strip.getAnimations().map((animation) => {
			const { effect } = animation;
			const frames = effect instanceof KeyframeEffect ? effect.getKeyframes() : [];
			const changed = frames.flatMap((frame) => Object.keys(frame));
			const timing = ["offset", "computedOffset", "easing", "composite"];
			return [animation.playState, ...new Set(changed.filter((name) => !timing.includes(name)))];
		}),
	);

const RUNS = [["running", "transform"]];
const STANDS = [["paused", "transform"]];

/** Where the strip is now and after some frames: two figures that are the same where it stands still. */
const twice = (tab: Screen) =>
	tab.css(".tape-strip").evaluate(async (strip) => {
		const at = () => Math.round(new DOMMatrix(getComputedStyle(strip).transform).m41);
		const before = at();
		await new Promise((done) => setTimeout(done, 400));
		return [before, at()];
	});

async function expectStill(tab: Screen) {
	await expect.poll(() => motions(tab)).toEqual(STANDS);
	const [before, after] = await twice(tab);
	expect(after).toBe(before);
}

async function openTape(extension: Extension, wordsPerMinute = 180): Promise<Screen> {
	const settings = { tickerMode: "tape", wordsPerMinute };
	await extension.evaluate((to) => chrome.storage.local.set({ settings: to }), settings);
	const tab = await extension.open("/newtab.html");
	await tab.unhover();
	await expect(links(tab)).toBeShown();
	return tab;
}

const shownCount = (extension: Extension) =>
	extension.evaluate(async () => {
		const { marks } = await chrome.storage.local.get("marks");
		return Object.values(marks as Record<string, { shown?: number }>).filter((mark) => mark.shown).length;
	});

test.describe("The tape", () => {
	test("moves by its transform alone, and is held, paused and played (WCAG 2.2.2)", async ({ extension }) => {
		const tab = await openTape(extension);
		await test.step("one animation, of the transform", async () => {
			await expect.poll(() => motions(tab)).toEqual(RUNS);
			const [before = 0, after = 0] = await twice(tab);
			expect(after).toBeLessThan(before);
		});
		await test.step("its headlines are headings with links in the region", async () => {
			await expect(ticker(tab).find("heading").find("link")).toNumber(20);
			await expect(ticker(tab).find("list", "Headlines").find("listitem")).toNumber(20);
		});
		await test.step("pointed at, it stands; left, it goes on", async () => {
			await tab.find("button", "Pause ticker").hover();
			await expectStill(tab);
			await tab.unhover();
			await expect.poll(() => motions(tab)).toEqual(RUNS);
		});
		await test.step("hidden, it stands", async () => {
			await tab.hide();
			await expect.poll(() => motions(tab)).toEqual(STANDS);
			await tab.show();
			await expect.poll(() => motions(tab)).toEqual(RUNS);
		});
		await test.step("with something selected, it stands", async () => {
			await tab.css(".tape-entry").evaluate((entry) => getSelection()?.selectAllChildren(entry));
			await expect.poll(() => motions(tab)).toEqual(STANDS);
			await tab.evaluate(() => getSelection()?.removeAllRanges());
			await expect.poll(() => motions(tab)).toEqual(RUNS);
		});
		await test.step("paused, it stays so whatever comes and goes", async () => {
			await tab.find("button", "Pause ticker").click();
			await tab.unhover();
			await tab.hide();
			await tab.show();
			await expect(tab.find("button", "Play ticker")).toBeShown();
			await expectStill(tab);
			await tab.find("button", "Play ticker").click();
			await expect.poll(() => motions(tab)).toEqual(RUNS);
		});
		await test.step("played by its button, it stands for who then points at a headline", async () => {
			await tab.css(".tape-window").hover();
			await expectStill(tab);
		});
		await test.step("with the focus in it, it stands", async () => {
			await tab.find("link", "Open reader").focus();
			await tab.unhover();
			await expect.poll(() => motions(tab)).toEqual(RUNS);
			await tab.find("button", "Previous headline").focus();
			await tab.press("Shift+Tab");
			await expect(tab.css(".tape-headline a[tabindex='0']")).toBeFocused();
			await expectStill(tab);
		});
		await test.step("played on a headline, it leaves the focus on what pauses it", async () => {
			await tab.press("Space");
			await tab.press("Space");
			await expect.poll(() => motions(tab)).toEqual(RUNS);
			await expect(tab.find("button", "Pause ticker")).toBeFocused();
		});
		expect(await extension.errors()).toEqual([]);
	});

	test("is dragged, turned by the wheel and stepped, both ways", async ({ extension }) => {
		const tab = await openTape(extension);
		await tab.find("button", "Pause ticker").click();
		const start = await gone(tab);
		const window = tab.css(".tape-window");
		await test.step("the wheel", async () => {
			await window.wheel(0, 400);
			await expect.poll(async () => Math.round((await gone(tab)) - start)).toBe(400);
			await window.wheel(150, 0);
			await expect.poll(async () => Math.round((await gone(tab)) - start)).toBe(550);
			await window.wheel(0, -5_000);
			await expect.poll(async () => Math.round(await gone(tab))).toBe(0);
			await window.wheel(0, 400_000);
			await expect(place(tab)).toSay("20 of 20");
			await window.wheel(0, -400_000);
		});
		await test.step("a drag, which isn’t a click", async () => {
			await window.drag(-300, 0);
			await expect.poll(async () => Math.round(await gone(tab))).toBe(300);
			await window.drag(120, 0);
			await expect.poll(async () => Math.round(await gone(tab))).toBe(180);
			expect(await tab.url()).toMatch(/newtab\.html$/);
		});
		await test.step("buttons, which say where they lead, with a line under what they act on", async () => {
			const marked = tab.css(".tape-headline a[aria-current]");
			await expect(marked).toSay(await links(tab).nth(0).text());
			const second = await links(tab).nth(1).text();
			await tab.find("button", "Next headline").click();
			await expect(place(tab)).toSay("2 of 20");
			await expect(tab.find("status")).toSay(second);
			await expect(marked).toNumber(1);
			await expect(marked).toSay(second);
			const line = () =>
				tab
					.css(".tape-entry:has([aria-current])")
					.evaluate((entry) => getComputedStyle(entry, "::after").borderBlockEndWidth);
			expect(await line()).toBe("2px");
			const saved = tab.find("button", "Save");
			await saved.click();
			await expect.poll(() => saved.attribute("aria-pressed")).toBe("true");
			const kept = async () =>
				(await marks(extension)).filter((mark) => mark.saved !== undefined).map(({ title }) => title);
			await expect.poll(kept).toEqual([second]);
			await tab.find("button", "Previous headline").click();
			await expect(place(tab)).toSay("1 of 20");
		});
		await test.step("arrow keys, with the focus brought into sight", async () => {
			await links(tab).nth(0).focus();
			for (let at = 1; at <= 3; at++) {
				await tab.press("ArrowRight");
				await expect(links(tab).nth(at)).toBeFocused();
			}
			const start = () =>
				links(tab)
					.nth(3)
					.evaluate((link) => link.getBoundingClientRect().left);
			const width = await tab.evaluate(() => innerWidth);
			await expect.poll(async () => (await start()) >= 0 && (await start()) < width).toBe(true);
			await tab.press("ArrowLeft");
			await expect(links(tab).nth(2)).toBeFocused();
		});
		await test.step("letters act on the headline that has the focus, which shows it and says so", async () => {
			const kicker = tab.css(".tape-entry").nth(2).css(".tape-kicker");
			const title = await links(tab).nth(2).text();
			await tab.press("s");
			await expect(kicker).toSay(/Saved$/);
			await expect(tab.find("status").nth(0)).toSay(`Saved: ${title}`);
			await tab.press("m");
			await expect(kicker).toSay(/Saved ?Read$/);
			const done = async (what: "read" | "saved") =>
				(await marks(extension)).filter((mark) => mark[what] !== undefined).map((mark) => mark.title);
			await expect.poll(() => done("saved")).toContain(title);
			await expect.poll(() => done("read")).toEqual([title]);
		});
		await test.step("the button marks what stands at the margin, and steps on", async () => {
			const title = await tab.css(".tape-headline a[aria-current]").text();
			await tab.find("button", "Mark read").click();
			await expect(tab.css(".tape-headline a[aria-current]")).not.toSay(title);
			await expect(tab.css(".tape-entry").holding(title).css(".tape-kicker")).toSay(/Read$/);
		});
		await test.step("x mutes its source, and so does the button; both can be undone", async () => {
			const note = tab.css(".page-foot [role=status]");
			for (const mute of [() => tab.press("x"), () => tab.find("button", "Mute First edition").click()]) {
				await mute();
				await expect(note).toSay(/^First edition is muted\./);
				await note.find("button", "Undo").click();
				await expect(note).toSay("First edition is no longer muted.");
				await expect(links(tab).nth(2)).toBeShown();
			}
		});
		await test.step("a click, which opens the reader", async () => {
			const at = tab.css(".tape-headline a[aria-current]");
			const title = await at.text();
			await at.click();
			await expect(tab.find("article").find("heading", title)).toBeShown();
		});
	});

	test("marks what has gone by, takes in what arrives without a jump, and ends", async ({
		extension,
		feeds,
	}) => {
		const tab = await openTape(extension, 400);
		await expect.poll(() => shownCount(extension), { timeout: 40_000 }).toBeGreaterThanOrEqual(3);
		await tab.find("button", "Pause ticker").click();
		await expectStill(tab);
		const before = await tab.css(".tape-headline a[tabindex='0']").evaluate((link) => ({
			title: link.textContent,
			left: link.getBoundingClientRect().left,
		}));
		feeds.on("/feed.xml", { body: rss("Fresh", [{ title: "Just in" }]) });
		await follow(extension, feeds.url("/feed.xml"));
		await tab.show();
		await expect(place(tab)).toSay(/of 21$/);
		const after = await links(tab)
			.holding(before.title)
			.evaluate((link) => ({
				left: link.getBoundingClientRect().left,
				// How many headlines on the new one is.
				next: [...document.querySelectorAll(".tape-headline a")]
					.slice([...document.querySelectorAll(".tape-headline a")].indexOf(link as HTMLElement))
					.findIndex((one) => one.textContent === "Just in"),
			}));
		// Firefox tells times to the millisecond, in which the tape goes a pixel at most.
		expect(Math.abs(after.left - before.left)).toBeLessThan(2);
		expect(after.next).toBeGreaterThan(0);
		expect(after.next).toBeLessThan(6);
		const next = tab.find("button", "Next headline");
		await tab.css(".tape-window").wheel(0, 400_000);
		await next.click();
		await expect(tab.find("heading", "You are caught up")).toBeShown();
		await expect.poll(() => shownCount(extension)).toBe(21);
		await tab.find("button", "Show the unread again").click();
		await expect(place(tab)).toSay("1 of 21");
		expect(await extension.errors()).toEqual([]);
	});

	test("stands still under reduced motion, and runs the other way from right to left", async ({
		extension,
		feeds,
	}) => {
		const tab = await openTape(extension);
		await tab.emulate({ motion: "reduce" });
		await tab.reload();
		await expect(tab.find("button", "Play ticker")).toBeShown();
		await expectStill(tab);
		await tab.css(".tape-window").wheel(0, 200);
		await expect.poll(async () => Math.round(await gone(tab))).toBe(200);
		await tab.find("button", "Play ticker").click();
		await expect.poll(() => motions(tab)).toEqual(RUNS);

		const titles = Array.from({ length: 25 }, (_, index) => ({
			title: `افتتاح معرض الكتاب الدولي رقم ${index}`,
		}));
		// The most of what goes by decides, and sources take turns.
		await extension.evaluate(() => chrome.runtime.sendMessage({ command: "markAllRead", ask: null }));
		feeds.on("/rtl.xml", { body: rss("الأخبار", titles) });
		await follow(extension, feeds.url("/rtl.xml"));
		const other = await extension.open("/newtab.html");
		await other.unhover();
		await expect.poll(() => motions(other)).toEqual(RUNS);
		const [before = 0, after = 0] = await twice(other);
		expect(after).toBeGreaterThan(before);
		const first = await links(other)
			.nth(0)
			.evaluate((link) => link.getBoundingClientRect().right);
		const second = await links(other)
			.nth(1)
			.evaluate((link) => link.getBoundingClientRect().left);
		expect(second).toBeLessThan(first);

		await test.step("from right to left the left arrow goes on, on a headline and elsewhere, as the buttons say", async () => {
			const box = (name: string) =>
				other.find("button", name).evaluate((button) => button.getBoundingClientRect().left);
			expect(await box("Next headline")).toBeLessThan(await box("Previous headline"));
			const way = (name: string) =>
				other
					.find("button", name)
					.css("svg")
					.evaluate((icon) => new DOMMatrix(getComputedStyle(icon).transform).a);
			expect([await way("Next headline"), await way("Previous headline")]).toEqual([-1, -1]);
			await other.press("Space");
			await expect(other.find("button", "Play ticker")).toBeShown();
			const at = async () => Number((await place(other).text()).split(" ")[0]);
			const before = await at();
			await other.press("ArrowLeft");
			await expect.poll(at).toBe(before + 1);
			await other.press("ArrowRight");
			await expect.poll(at).toBe(before);
			await links(other).nth(2).focus();
			await other.press("ArrowLeft");
			await expect(links(other).nth(3)).toBeFocused();
			await other.press("ArrowRight");
			await expect(links(other).nth(2)).toBeFocused();
		});
		await test.step("o opens the original of the headline that has the focus, which is read then", async () => {
			const story = feeds.url("/story");
			feeds.on("/story", { body: "<title>Story</title>", contentType: "text/html" });
			feeds.on("/late.xml", {
				body: rss("Late", [{ title: "Just in" }]).replace(/<link>.*?<\/link>/, `<link>${story}</link>`),
			});
			await follow(extension, feeds.url("/late.xml"));
			await other.show();
			await links(other).holding("Just in").focus();
			await other.press("o");
			await expect.poll(async () => (await extension.tabs()).join(" ")).toContain(story);
			const read = async () =>
				(await marks(extension)).filter((mark) => mark.read !== undefined).map(({ title }) => title);
			await expect.poll(read).toContain("Just in");
		});
	});

	test("shows a headline that is longer than the window from its start, and whole under reduced motion", async ({
		extension,
		feeds,
	}) => {
		const long = "The ferry goes on across the harbour and comes back. ".repeat(5).trim();
		const arabic =
			"البرلمان يؤجل التصويت على أعمال النهر مع ارتفاع التكاليف وتزايد الخلاف حول من يدفع الفاتورة";
		feeds.on("/long.xml", { body: rss("Long", [{ title: long }]) });
		feeds.on("/arabic.xml", { body: rss("الأخبار", [{ title: arabic, age: 600 }]) });
		await follow(extension, feeds.url("/long.xml"));
		await follow(extension, feeds.url("/arabic.xml"));
		const tab = await openTape(extension);
		await tab.press("Space");
		await expect(tab.find("button", "Play ticker")).toBeShown();
		await tab.resize(360, 700);
		/** Steps to a headline, and tells how far it and its source are from the window's edges. */
		const stepTo = async (title: string) => {
			await tab.css(".tape-window").wheel(0, -400_000);
			const at = (await links(tab).texts()).indexOf(title);
			for (let step = 0; step < at; step++) await tab.press("ArrowRight");
			await expect(tab.css(".tape-headline a[aria-current]")).toSay(title);
		};
		const margins = async () => {
			await expectStill(tab);
			return tab.css(".tape-entry:has([aria-current])").evaluate((entry) =>
				[".tape-headline a", ".tape-source"].map((part) => {
					const { left, right, height } = entry.querySelector(part)?.getBoundingClientRect() ?? new DOMRect();
					return { left: Math.round(left), right: Math.round(innerWidth - right), height };
				}),
			);
		};
		await test.step("paused, each shows its start and its source", async () => {
			await stepTo(arabic);
			expect(await margins()).toMatchObject([{ right: 22 }, { right: 22 }]);
			await stepTo(long);
			expect(await margins()).toMatchObject([{ left: 22 }, { left: 22 }]);
		});
		await test.step("in another window it shows its start too", async () => {
			await stepTo(arabic);
			await tab.resize(1280, 700);
			await tab.resize(400, 700);
			expect(await margins()).toMatchObject([{ right: 24 }, { right: 24 }]);
		});
		await test.step("under reduced motion all of it is in sight", async () => {
			await tab.emulate({ motion: "reduce" });
			for (const title of [arabic, long]) {
				await stepTo(title);
				const [headline] = await margins();
				expect(headline?.left).toBeGreaterThanOrEqual(24);
				expect(headline?.right).toBeGreaterThanOrEqual(24);
				expect(headline?.height).toBeGreaterThan(60);
			}
		});
	});
});
