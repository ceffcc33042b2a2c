import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";
import { follow, rss } from "./acts";
import type { BrowserName, Screen } from "./driver/driver";
import { expect, test } from "./fixtures";
import { HURRY, headline, openTab, place } from "./new-tab";
import { shifts } from "./shifts";

/** A part of a page as JSON can hold it: a text, or an element. */
type Part = string | { ns: string | null; name: string; attributes: [string, string][]; parts: Part[] };

/** The page as it stands when its modules haven't run yet, which jsdom doesn't let them. */
function paint(target: BrowserName, copy: string): HTMLElement {
	const build = `.output/${target === "chromium" ? "chrome" : "firefox"}-mv3-e2e`;
	const { window } = new JSDOM(readFileSync(`${build}/newtab.html`), {
		url: "https://extension.example/newtab.html",
		runScripts: "outside-only",
	});
	window.localStorage.setItem("first-paint", copy);
	window.eval(readFileSync(`${build}/first-paint.js`, "utf8"));
	return window.document.documentElement;
}

function partsOf({ childNodes }: Element): Part[] {
	return [...childNodes].flatMap((child): Part[] => {
		// Node and Element are those of the page that the child is from.
		if (child.nodeType === 3) return [child.textContent ?? ""];
		if (child.nodeType !== 1 || /^(?:template|script)$/i.test(child.nodeName)) return [];
		const element = child as Element;
		const attributes = [...element.attributes].map(({ name, value }): [string, string] => [name, value]);
		const { namespaceURI: ns, localName: name } = element;
		return [{ ns, name, attributes, parts: partsOf(element) }];
	});
}

/** Puts a body's parts and the theme in place of those that the page has. */
const replace = (tab: Screen, theme: string | null, parts: Part[]) =>
	tab.evaluate(
		(theme, parts) => {
			const build = (part: Part): Node => {
				if (typeof part === "string") return document.createTextNode(part);
				const element = document.createElementNS(part.ns, part.name);
				for (const [name, value] of part.attributes) element.setAttribute(name, value);
				element.append(...part.parts.map(build));
				return element;
			};
			document.body.replaceChildren(...parts.map(build));
			if (theme === null) document.documentElement.removeAttribute("data-theme");
			else document.documentElement.dataset.theme = theme;
		},
		theme,
		parts,
	);

/** What is seen and heard of a page: its elements, where and how they stand, with their names, states and words. */
const looks = (tab: Screen) =>
	tab.evaluate(() => {
		const round = (length: number) => Math.round(length * 10) / 10;
		const said = ["aria-label", "aria-pressed", "aria-disabled", "role", "href", "d", "dir"];
		return (
			[document.documentElement, ...document.body.querySelectorAll("*"), document.body]
				// What is left of the dwell has moved on meanwhile.
				.filter((one) => !one.matches("template, script, .ticker-pace-left"))
				.map((one) => {
					const { x, y, width, height } = one.getBoundingClientRect();
					const { color, backgroundColor, fontFamily, fontSize, fontWeight } = getComputedStyle(one);
					return [
						one.localName,
						...[x, y, width, height].map(round),
						...[color, backgroundColor, fontFamily, fontSize, fontWeight],
						...said.map((name) => one.getAttribute(name)),
						one.children.length === 0 ? one.textContent?.trim() : "",
					].join(" ");
				})
		);
	});

const background = (tab: Screen) =>
	tab.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

test("a new tab is painted before any module runs as it stands after that, whatever the theme", async ({
	extension,
	feeds,
	target,
}) => {
	feeds.on("/f.xml", { body: rss("Harbour Post", [{ title: "A ferry" }, { title: "A pier" }]) });
	await follow(extension, feeds.url("/f.xml"));
	const seen = new Map<string, string>();
	for (const [theme, scheme] of [
		["system", "light"],
		["system", "dark"],
		["dark", "light"],
		["light", "dark"],
	] as const)
		await test.step(`${theme}, where the browser’s is ${scheme}`, async () => {
			const tab = await openTab(extension, { theme });
			await tab.emulate({ scheme });
			const copy = () => tab.evaluate(() => localStorage.getItem("first-paint") ?? "");
			await expect.poll(copy).toContain(`"theme":"${theme}"`);
			if (seen.size === 0) {
				await tab.find("button", "Next headline").click();
				await tab.find("button", "Save").click();
				await expect.poll(copy).toMatch(/"saved":true,"place":"2 of 22"/);
			}
			await tab.reload();
			await tab.unhover();
			await expect(headline(tab)).toBeShown();
			const after = await looks(tab);
			seen.set(`${theme} ${scheme}`, await background(tab));
			const first = paint(target, await copy());
			const [, body] = first.children;
			if (!body) throw new Error("The page has no body.");
			await replace(tab, first.dataset.theme ?? null, partsOf(body));
			expect(await looks(tab)).toEqual(after);
			await tab.close();
		});
	// The themes that look the same do so whoever asked for them.
	expect(seen.get("dark light")).toBe(seen.get("system dark"));
	expect(seen.get("light dark")).toBe(seen.get("system light"));
	expect(seen.get("system dark")).not.toBe(seen.get("system light"));
});

test("a new tab shifts nothing: neither as it opens, nor as headlines come and views change", async ({
	extension,
	target,
}) => {
	/** Where what must not move stands: the controls, the hairline and the foot. */
	const boxes = (tab: Screen) =>
		tab.evaluate(() =>
			[...document.querySelectorAll(".ticker-pace, .ticker-controls button, .page-foot nav > *")].map(
				(one) => {
					const { x, y } = one.getBoundingClientRect();
					return [one.getAttribute("aria-label") ?? one.textContent, x, y];
				},
			),
		);
	for (const tickerMode of target === "chromium" ? ["one", "tape", "front-page", "quiet"] : ["one"])
		await test.step(tickerMode, async () => {
			const tab = await openTab(extension, { ...HURRY, tickerMode });
			await tab.reload();
			await tab.unhover();
			await expect(tab.find("heading").nth(0)).toNumber(1);
			if (tickerMode === "one") {
				await tab.find("button", "Next headline").click();
				await expect(place(tab)).toSay(/^2 of/);
				await tab.unhover();
				const before = await boxes(tab);
				await expect(place(tab)).toSay(/^3 of/);
				expect(await boxes(tab)).toEqual(before);
			}
			// Firefox doesn’t measure shifts.
			if (target === "chromium") expect(await shifts(tab)).toEqual([]);
			await tab.close();
		});
	if (target !== "chromium") return;
	await test.step("from view to view, and back", async () => {
		const tab = await openTab(extension, HURRY);
		const foot = () =>
			tab.css(".page-foot nav").evaluate((nav) => {
				const { bottom, right } = nav.getBoundingClientRect();
				return [bottom, right];
			});
		const before = await foot();
		for (const [tickerMode, shown] of [
			["tape", ".tape-strip"],
			["front-page", ".front-page-stories"],
			["quiet", ".page-quiet"],
			["one", ".ticker-stage"],
		] as const) {
			await extension.evaluate((settings) => chrome.storage.local.set({ settings }), {
				...HURRY,
				tickerMode,
			});
			await expect(tab.css(shown)).toNumber(1);
		}
		expect(await foot()).toEqual(before);
		// Under a longer page the foot is lower. Nothing else that stays may move.
		const moved = await tab.evaluate(
			() =>
				new Promise<string[]>((done) => {
					new PerformanceObserver((list) => {
						// As Chromium has them.
						const all = list.getEntries() as (PerformanceEntry & { sources: { node: Node | null }[] })[];
						const nodes = all.flatMap(({ sources }) => sources.map(({ node }) => node));
						const elements = nodes.map((node) => (node instanceof Element ? node : node?.parentElement));
						const others = elements.filter((one) => one?.isConnected && !one.closest(".page-foot"));
						done(others.map((one) => one?.outerHTML.slice(0, 80) ?? ""));
					}).observe({ type: "layout-shift", buffered: true });
					setTimeout(() => done([]), 500);
				}),
		);
		expect(moved).toEqual([]);
		await tab.close();
	});
});
