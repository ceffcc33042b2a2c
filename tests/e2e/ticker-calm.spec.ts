import { badge } from "./acts";
import type { Screen } from "./driver/driver";
import { expect, test } from "./fixtures";
import { HURRY, headline, marks, openTab, outwaitDwell, place } from "./new-tab";

/** The hairline of what is left of the dwell: how it plays, how long it takes, and what it changes. */
const hairline = (tab: Screen) =>
	tab.css(".ticker-pace-left").evaluate((line) =>
		line.getAnimations().map(({ playState, effect }) => {
			const frames = effect instanceof KeyframeEffect ? effect.getKeyframes() : [];
			const isMoved = frames.some((frame) => "transform" in frame);
			return [playState, effect?.getTiming().duration, isMoved];
		}),
	);

/** At the shortest dwell. */
const RUNS = [["running", 4_000, true]];
const STANDS = [["paused", 4_000, true]];

test.describe("The ticker, one at a time", () => {
	test("moves, says nothing meanwhile, and can be held, paused and played (WCAG 2.2.2)", async ({
		extension,
	}) => {
		test.slow();
		const stored = await extension.evaluate(() => chrome.storage.local.get("headlines"));
		const [first, second] = (stored.headlines as { title: string }[]).map(({ title }) => title);
		const tab = await openTab(extension, HURRY);
		const runs = () => expect.poll(() => hairline(tab)).toEqual(RUNS);
		const stands = () => expect.poll(() => hairline(tab)).toEqual(STANDS);

		await test.step("newest first, at its pace, with a hairline of what is left; shown isn’t read", async () => {
			await expect(headline(tab)).toSay(first ?? "");
			await expect(place(tab)).toSay("1 of 20");
			await runs();
			await expect(headline(tab)).toSay(second ?? "");
			await expect(place(tab)).toSay("2 of 20");
			await expect(tab.find("region", "Headline ticker").find("status")).toSay("");
			await expect
				.poll(async () => (await marks(extension)).filter(({ shown }) => shown).map(({ title }) => title))
				.toEqual([first]);
			expect((await marks(extension)).filter(({ read }) => read)).toEqual([]);
			expect(await badge(extension)).toBe("20");
		});
		await test.step("it took no focus", async () => {
			expect(await tab.evaluate(() => document.activeElement === document.body)).toBe(true);
		});
		await test.step("it makes no sound", async () => {
			const audible = await extension.evaluate(() => chrome.tabs.query({ audible: true }));
			expect(audible).toEqual([]);
			expect(await tab.evaluate(() => document.querySelectorAll("audio, video").length)).toBe(0);
			expect(await tab.evaluate(() => speechSynthesis.speaking || speechSynthesis.pending)).toBe(false);
		});
		await test.step("pointed at, it stands; left, it goes on", async () => {
			await headline(tab).hover();
			await stands();
			await tab.unhover();
			await runs();
		});
		await test.step("with something selected, it stands", async () => {
			await tab.css(".ticker-kicker").evaluate((kicker) => getSelection()?.selectAllChildren(kicker));
			await stands();
			await tab.evaluate(() => getSelection()?.removeAllRanges());
			await runs();
		});
		await test.step("hidden, it stands", async () => {
			await tab.hide();
			await stands();
			await tab.show();
			await runs();
		});
		await test.step("with the focus in it, it stands", async () => {
			await tab.press("Tab");
			await expect(headline(tab).find("link")).toBeFocused();
			await stands();
			await tab.find("link", "Open reader").focus();
			await runs();
		});
		await test.step("paused, it stays so whatever comes and goes", async () => {
			await tab.find("button", "Pause ticker").click();
			await tab.unhover();
			await tab.hide();
			await tab.show();
			const shown = await headline(tab).text();
			await outwaitDwell(tab);
			await expect(headline(tab)).toSay(shown);
			await expect(tab.find("button", "Play ticker")).toBeShown();
		});
		await test.step("played, it goes on, though the pointer and the focus are on the button", async () => {
			const shown = await headline(tab).text();
			await tab.find("button", "Play ticker").click();
			await runs();
			await tab.unhover();
			await expect(headline(tab)).not.toSay(shown);
		});
		await test.step("played by its button, it stands for who then points at the headline", async () => {
			await tab.find("button", "Pause ticker").click();
			await tab.find("button", "Play ticker").click();
			await runs();
			await headline(tab).hover();
			await stands();
			await tab.unhover();
		});
		await test.step("played on the headline, it leaves the focus on what pauses it, and reads nothing out", async () => {
			const shown = await headline(tab).text();
			await headline(tab).find("link").focus();
			await tab.press("Space");
			await expect(tab.find("button", "Play ticker")).toBeShown();
			await tab.press("Space");
			await runs();
			await expect(headline(tab)).not.toSay(shown);
			await expect(tab.find("button", "Pause ticker")).toBeFocused();
			await expect(tab.find("region", "Headline ticker").find("status")).toSay("");
			await runs();
		});
		await test.step("where motion is given up while it runs, it stands until play is pressed", async () => {
			await tab.emulate({ motion: "reduce" });
			await expect(tab.find("button", "Play ticker")).toBeShown();
			await expect.poll(() => hairline(tab)).not.toEqual(RUNS);
		});
		await test.step("under reduced motion it stands until play is pressed", async () => {
			await tab.reload();
			await tab.unhover();
			const shown = await headline(tab).text();
			await expect(tab.find("button", "Play ticker")).toBeShown();
			await outwaitDwell(tab);
			await expect(headline(tab)).toSay(shown);
			await tab.find("button", "Play ticker").click();
			await tab.unhover();
			await expect(headline(tab)).not.toSay(shown);
		});
		expect(await extension.errors()).toEqual([]);
	});
});

/** Takes note, from now on, of every timer and frame that the page waits for. */
const watchTimers = (tab: Screen) =>
	tab.evaluate(() => {
		const waiting = new Map<number, string>();
		const asked: string[] = [];
		const page = globalThis as unknown as Record<string, (...args: unknown[]) => number>;
		const wait = globalThis.setTimeout.bind(globalThis);
		const take = (ask: string, cancel: string, name: string, once: boolean) => {
			const [real, end] = [page[ask]?.bind(globalThis), page[cancel]?.bind(globalThis)];
			page[ask] = (act, ...rest) => {
				asked.push(name);
				const run = (...given: unknown[]) => {
					if (once) waiting.delete(id);
					if (typeof act === "function") act(...given);
				};
				const id = real?.(run, ...rest) ?? 0;
				waiting.set(id, name);
				return id;
			};
			page[cancel] = (id) => {
				waiting.delete(Number(id));
				return end?.(id) ?? 0;
			};
		};
		take("setTimeout", "clearTimeout", "a timer", true);
		take("setInterval", "clearInterval", "an interval", false);
		take("requestAnimationFrame", "cancelAnimationFrame", "a frame", true);
		Object.assign(globalThis, { watched: { waiting, asked, wait } });
	});

/** What the page waits for, or asks to wait for within half a second, or moves. */
const pastimes = (tab: Screen) =>
	tab.evaluate(async () => {
		// Put there just above.
		const { watched } = globalThis as unknown as {
			watched: { waiting: Map<number, string>; asked: string[]; wait: typeof setTimeout };
		};
		watched.asked.length = 0;
		await new Promise((done) => watched.wait(done, 500));
		const moving = document.getAnimations().filter(({ playState }) => playState === "running");
		return [...watched.waiting.values(), ...watched.asked, ...moving.map(() => "an animation")];
	});

test("a new tab waits for no timer and no frame while it is hidden, in any view", async ({ extension }) => {
	for (const tickerMode of ["one", "tape", "front-page", "quiet"])
		await test.step(tickerMode, async () => {
			const tab = await openTab(extension, { ...HURRY, tickerMode });
			await watchTimers(tab);
			// What was asked for before is given up, and asked for anew under our eyes.
			await tab.hide();
			await tab.show();
			// The others stand still while they are looked at, too.
			if (["one", "tape"].includes(tickerMode)) await expect.poll(() => pastimes(tab)).not.toEqual([]);
			await tab.hide();
			await expect.poll(() => tab.evaluate(() => document.visibilityState)).toBe("hidden");
			await expect.poll(() => pastimes(tab)).toEqual([]);
			await tab.close();
		});
});
