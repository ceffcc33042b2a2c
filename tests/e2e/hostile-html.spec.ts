import { existsSync, readFileSync } from "node:fs";
import { addSource } from "./acts";
import type { Screen } from "./driver/driver";
import { expect, test } from "./fixtures";

const PAYLOADS = "../shared/corpus/hostile-html/payloads.json";

interface Headline {
	id: string;
	title: string;
}

const payloads = (): string[] =>
	// The file's own README gives its shape.
	(JSON.parse(readFileSync(PAYLOADS, "utf8")) as { payload: string }[]).map(({ payload }) => payload);

const cdata = (text: string) => `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;

/** A feed in which each payload is a title, an author and a text, before a paragraph that is harmless. */
const feedOf = (hostile: string[]) =>
	`<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${cdata(`Hostile ${hostile[0]}`)}</title>${hostile
		.map(
			(
				text,
				index,
			) => `<item><guid isPermaLink="false">${index}</guid><title>${cdata(`${index} ${text}`)}</title>
			<link>https://news.example/${index}</link><dc:creator>${cdata(text)}</dc:creator>
			<description>${cdata(`${text}</div><p>Afterwards.</p>`)}</description></item>`,
		)
		.join("")}</channel></rss>`;

/** Runs in the page: notes everything that a script of the payloads' would do to be noticed. */
function setTraps(): void {
	const fired: string[] = [];
	Object.assign(globalThis, { fired });
	for (const name of ["alert", "confirm", "prompt", "print", "open", "xxx"])
		Object.assign(globalThis, { [name]: () => void fired.push(name) });
	document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
		// Chromium tells of what is inline even while it is read in a document of its own, before it goes.
		if (blockedURI !== "inline") fired.push(`${violatedDirective} ${blockedURI}`);
	});
}

/** Runs in the reader: opens one article after another, and answers what there was in them that mustn't be. */
async function readAll(headlines: Headline[]): Promise<string[]> {
	const bad: string[] = [];
	const pictures = new Set<string>();
	const shown = (title: string) => () => document.querySelector("article h1")?.textContent === title;
	const look = () =>
		getComputedStyle(document.body).cssText + getComputedStyle(document.documentElement).cssText;
	const before = look();
	const sheets = document.styleSheets.length;
	for (const { id, title } of headlines) {
		location.hash = `#/read/${id}`;
		for (let tries = 0; !shown(title)() && tries < 500; tries++)
			await new Promise((next) => requestAnimationFrame(next));
		if (!shown(title)()) bad.push(`${title}: not shown`);
		const article = document.querySelector("article");
		for (const element of article?.querySelectorAll(".article-body *") ?? []) {
			const { name } = element.attributes[0] ?? {};
			const mustNot =
				"script, style, link, svg, math, iframe, object, embed, form, input, dialog, marquee, video";
			if (element.matches(mustNot)) bad.push(`${title}: ${element.localName}`);
			for (const attribute of element.attributes)
				if (/^(?:on|style$|class$|id$|name$|srcset$|aria-|role$|tabindex$|popover)/.test(attribute.name))
					bad.push(`${title}: ${name}`);
			const href = element.getAttribute("href");
			if (href !== null && !/^(?:https?|mailto):/.test(href)) bad.push(`${title}: ${href}`);
			if (element instanceof HTMLImageElement) pictures.add(element.src);
		}
		const plain = article?.querySelectorAll("h1 *, .article-kicker > * > *").length;
		if (plain !== 0) bad.push(`${title}: markup outside the text`);
		if (look() !== before || document.styleSheets.length !== sheets) bad.push(`${title}: a style leaks`);
	}
	for (const { name } of performance.getEntriesByType("resource"))
		if (!name.startsWith(location.origin) && !pictures.has(name)) bad.push(`asked for ${name}`);
	return bad;
}

const fired = (screen: Screen) => screen.evaluate(() => (globalThis as unknown as { fired: string[] }).fired);

test.describe("Hostile HTML (needs ../shared/corpus/hostile-html)", () => {
	test.skip(!existsSync(PAYLOADS), `${PAYLOADS} is not here.`);
	test.setTimeout(120_000);

	test("as text, title and author: nothing runs, nothing is asked for, no style leaks", async ({
		extension,
		feeds,
	}) => {
		const hostile = payloads();
		feeds.on("/feed.xml", { body: feedOf(hostile) });
		await addSource(extension, feeds.url("/feed.xml"), "Hostile");
		const { headlines } = await extension.evaluate(() => chrome.storage.local.get("headlines"));
		// What is stored under `headlines` are headlines.
		const all = (headlines as (Headline & { url?: string })[]).filter(({ url }) =>
			url?.includes("news.example"),
		);
		expect(all.length).toBe(hostile.length);

		const reader = await extension.open("/options.html");
		await reader.evaluate(setTraps);
		expect(await reader.evaluate(readAll, all)).toEqual([]);
		expect(await fired(reader)).toEqual([]);
		expect(feeds.seen.every(({ path }) => path === "/feed.xml")).toBe(true);

		for (const path of ["/popup.html", "/newtab.html", "/options.html#/sources"]) {
			const page = await extension.open(path);
			await page.evaluate(setTraps);
			await expect(page.css("a").nth(0)).toBeShown();
			const markup =
				".headline-link *, .headline-meta span span:not(.unseen), .ticker-heading a *, .source-title *";
			await expect(page.css(markup)).toNumber(0);
			expect(await fired(page)).toEqual([]);
		}
	});

	test("keeps what is harmless: relative links and pictures, tables, languages; but no tracking pixel", async ({
		extension,
		feeds,
	}) => {
		const text = `<p lang="he" dir="rtl">שלום</p><a href="/more">more</a><img src="/plain.png" width="20" height="10">
			<table><tr><td colspan="2">wide</td></tr></table><ol start="4"><li>four</li></ol>
			<img src="/pixel.gif" width="1" height="1"><img src="/hidden.gif" style="display: none">
			<marquee>calm</marquee><dialog open>said</dialog><p role="alert" tabindex="5" aria-live="assertive">quiet</p>
			<font color="red" size="7">grey</font>`;
		feeds.on("/feed.xml", {
			body: `<rss version="2.0"><channel><title>Plain</title><item><title>A page</title>
				<link>${feeds.url("/news/page")}</link><description>${cdata(text)}</description></item></channel></rss>`,
		});
		await addSource(extension, feeds.url("/feed.xml"), "Plain");
		const reader = await extension.open("/options.html");
		await reader.find("list", "Headlines").find("link", "A page").click();
		const body = reader.css(".article-body");
		await expect(body).toSay(/calm.*said.*quiet.*grey/);
		expect(await body.css("p").nth(0).attribute("lang")).toBe("he");
		expect(await body.css("a").nth(0).attribute("href")).toBe(feeds.url("/more"));
		expect(await body.css("td").nth(0).attribute("colspan")).toBe("2");
		expect(await body.css("ol").nth(0).attribute("start")).toBe("4");
		await expect.poll(() => feeds.to("/plain.png").length).toBe(1);
		await expect(body.css("img")).toNumber(1);
		await expect(body.css("marquee, dialog, font, [role], [tabindex], [aria-live]")).toNumber(0);
		expect(feeds.seen.filter(({ path }) => /\.gif$/.test(path))).toEqual([]);
	});
});
