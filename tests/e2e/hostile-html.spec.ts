import { existsSync, readFileSync } from "node:fs";
import type { FeedServer } from "../support/feed-server";
import { follow } from "./acts";
import type { Extension, Screen } from "./driver/driver";
import { expect, test } from "./fixtures";
import { HOSTILE_LINKS, hostilePieces } from "./hostile-payloads";

const PAYLOADS = "../shared/corpus/hostile-html/payloads.json";

interface Headline {
	id: string;
	title: string;
}

const payloads = (): string[] =>
	// The file's own README gives its shape.
	(JSON.parse(readFileSync(PAYLOADS, "utf8")) as { payload: string }[]).map(({ payload }) => payload);

const cdata = (text: string) => `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>`;

/** So many links stand in one text. */
const LINKS_IN_TEXT = 12;

/** A feed in which each payload is a link: of an item, of its file, and of whatever has one in the first texts. */
function linksOf(hostile: string[]): string {
	const inText = (text: string) => {
		const address = `"${attribute(text)}"`;
		return `<a href=${address}>a</a><img src=${address}><iframe src=${address}></iframe><img srcset=${address}>
			<video poster=${address} src=${address}></video><audio src=${address}></audio>`;
	};
	const items = hostile.map((text, index) => {
		const texts = hostile.slice(index * LINKS_IN_TEXT, (index + 1) * LINKS_IN_TEXT).map(inText);
		return `<item><guid isPermaLink="false">${index}</guid><title>Link ${index}</title><link>${cdata(text)}</link>
			<enclosure type="audio/mpeg" url="${attribute(text)}"/>
			<description>${cdata(texts.join("") || "No links.")}</description></item>`;
	});
	return `<rss version="2.0"><channel><title>Hostile</title><link>${cdata(hostile[0] ?? "")}</link>${items.join("")}</channel></rss>`;
}

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

const attribute = (text: string) =>
	text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** Runs in the page: notes everything that a script of the payloads' would do to be noticed. */
function setTraps(): void {
	const fired: string[] = [];
	Object.assign(globalThis, { fired });
	for (const name of ["alert", "confirm", "prompt", "print", "open", "xxx"])
		Object.assign(globalThis, { [name]: () => void fired.push(name) });
	document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
		// Chromium tells of what is inline, and of a base, even while it is read in a document of its own, before it goes.
		if (blockedURI !== "inline" && violatedDirective !== "base-uri")
			fired.push(`${violatedDirective} ${blockedURI}`);
	});
}

/**
 * Runs in the reader: opens one article after another, and answers what there was in them that mustn't be, and
 * the pictures that they showed.
 */
async function readAll(headlines: Headline[]): Promise<{ bad: string[]; shown: string[] }> {
	const bad: string[] = [];
	/** What only the reader puts on elements of a text, and nothing that a text says itself. */
	const OURS: Record<string, RegExp> = {
		class:
			/^(?:table-(?:box|wide)|formula-box|cell-of-text|long-numbers|part-(?:still|audio|drawing|stretch)|picture-(?:boxed|missing|gone|apart|come)| )*$/,
		style: /^(?:(?:aspect-ratio|inline-size): [\d /px]+; ?)*$/,
		id: /^in-text-\d+$/,
		role: /^(?:region|img)$/,
		tabindex: /^(?:0|-1)$/,
		"aria-label": /^Table \d+/,
		// A host and its path, for paper.
		"data-address": /^[\w.:[\]-]+(?:\/.*)?$/,
	};
	const never = /^(?:on|name$|srcset$|aria-|data-|is$|slot$|popover|form|action|xlink|xmlns|ping|download)/;
	const pictures = new Set<string>();
	const isShown = (title: string) =>
		document.querySelector("article h1")?.textContent === title && !document.querySelector("[aria-busy]");
	const look = () =>
		getComputedStyle(document.body).cssText + getComputedStyle(document.documentElement).cssText;
	const before = look();
	const sheets = document.styleSheets.length;
	for (const { id, title } of headlines) {
		location.hash = `#/read/${id}`;
		for (let tries = 0; !isShown(title) && tries < 500; tries++)
			await new Promise((next) => requestAnimationFrame(next));
		if (!isShown(title)) bad.push(`${title}: not shown`);
		const article = document.querySelector("article");
		for (const element of article?.querySelectorAll(".article-body *") ?? []) {
			// The player is ours; what is in it came as a link.
			if (element.closest(".audio")) continue;
			const mustNot =
				"script, style, link, meta, base, title, template, slot, noscript, svg, annotation-xml, maction, mglyph, iframe, object, embed, form, input, select, textarea, button, dialog, marquee, video, audio, source, area, map, h1, [href]:not(a), [src]:not(img)";
			if (element.matches(mustNot)) bad.push(`${title}: ${element.localName}`);
			for (const { name, value } of element.attributes) {
				// What is said of a picture that doesn't come is what its author says.
				if (name === "aria-label" && element.matches(".picture-missing")) continue;
				const ours = OURS[name];
				if (ours ? !ours.test(value) : never.test(name)) bad.push(`${title}: ${name}=${value}`);
			}
			const href = element.getAttribute("href");
			if (href !== null && !/^(?:https?:|mailto:|#in-text-\d+$)/.test(href)) bad.push(`${title}: ${href}`);
			if (
				element.matches("a:not([href^='#'])[href]") &&
				element.getAttribute("rel") !== "noopener noreferrer"
			)
				bad.push(`${title}: a link that tells where it came from`);
			if (element instanceof HTMLImageElement) pictures.add(element.src);
		}
		const plain = article?.querySelectorAll("h1 *, .article-kicker > * > *").length;
		if (plain !== 0) bad.push(`${title}: markup outside the text`);
		if (look() !== before || document.styleSheets.length !== sheets) bad.push(`${title}: a style leaks`);
	}
	for (const { name } of performance.getEntriesByType("resource"))
		if (!name.startsWith(location.origin) && !pictures.has(name)) bad.push(`asked for ${name}`);
	return { bad, shown: [...pictures].map((address) => address.replace(/#.*$/s, "")) };
}

const fired = (screen: Screen) => screen.evaluate(() => (globalThis as unknown as { fired: string[] }).fired);

/** The headlines of every source but the bundled one. */
async function headlinesOf(extension: Extension): Promise<Headline[]> {
	const { headlines } = await extension.evaluate(() => chrome.storage.local.get("headlines"));
	// What is stored under `headlines` are headlines.
	return (headlines as (Headline & { source: string })[]).filter(({ source }) => source !== "edition");
}

/**
 * Reads the headlines of a feed, and looks whether anything has run or was asked for but the feed and its icon:
 * those that a text says something about, or all.
 */
async function readFeed(
	extension: Extension,
	feeds: FeedServer,
	{ body, count, read = /^/ }: { body: string; count: number; read?: RegExp },
): Promise<void> {
	feeds.on("/feed.xml", { body });
	await follow(extension, feeds.url("/feed.xml"));
	const all = await headlinesOf(extension);
	expect(all.length).toBe(count);
	const wanted = all.filter(({ title }) => read.test(title));
	// Those that are read are opened as they are; each other would be marked, and every page told.
	await extension.evaluate(
		(ids) => chrome.runtime.sendMessage({ command: "mark", ask: { ids, act: "read" } }),
		wanted.map(({ id }) => id),
	);
	const reader = await extension.open("/options.html");
	// In one column the list isn't drawn anew with each article.
	await reader.resize(600, 600);
	await reader.evaluate(setTraps);
	const { bad, shown } = await reader.evaluate(readAll, wanted);
	expect(bad).toEqual([]);
	expect(await fired(reader)).toEqual([]);
	const expected = ["/feed.xml", "/favicon.ico"].map(feeds.url).concat(shown);
	expect(feeds.seen.filter(({ path }) => !expected.includes(feeds.url(path)))).toEqual([]);
}

test.describe("Hostile HTML (needs ../shared/corpus/hostile-html)", () => {
	test.skip(!existsSync(PAYLOADS), `${PAYLOADS} is not here.`);
	test.setTimeout(120_000);

	test("as text, title and author: nothing runs, nothing is asked for, no style leaks", async ({
		extension,
		feeds,
	}) => {
		const hostile = payloads();
		await readFeed(extension, feeds, { body: feedOf(hostile), count: hostile.length });
		for (const path of ["/popup.html", "/newtab.html", "/options.html#/sources"]) {
			const page = await extension.open(path);
			await page.evaluate(setTraps);
			await expect(page.css("a").nth(0)).toBeShown();
			const markup =
				".headline-link *, .headline-meta span span:not(.unseen), .ticker-heading a *, .source-title bdi *";
			await expect(page.css(markup)).toNumber(0);
			expect(await fired(page)).toEqual([]);
		}
	});

	test("as links of every kind", async ({ extension, feeds }) => {
		const hostile = [...payloads(), ...HOSTILE_LINKS];
		await readFeed(extension, feeds, { body: linksOf(hostile), count: hostile.length, read: /^Link 1?\d$/ });
		for (const path of ["/popup.html", "/newtab.html", "/options.html#/sources"]) {
			const page = await extension.open(path);
			await expect(page.css("a").nth(0)).toBeShown();
			const odd = await page.evaluate(() =>
				[...document.querySelectorAll("a[href]")].flatMap((link) => {
					const href = link.getAttribute("href") ?? "";
					return /^(?:https?:\/\/|mailto:|#|\/)/.test(href) ? [] : [href];
				}),
			);
			expect(odd).toEqual([]);
		}
	});
});

test.describe("HTML of a feed", () => {
	test("that is hostile in ways of our own: nothing runs, nothing is asked for, no style leaks", async ({
		extension,
		feeds,
	}) => {
		const hostile = hostilePieces(feeds.url("/evil"));
		await readFeed(extension, feeds, { body: feedOf(hostile), count: hostile.length });
	});

	test("that is harmless stays: relative links and pictures, tables, languages; but no tracking pixel", async ({
		extension,
		feeds,
	}) => {
		const text = `<p lang="he" dir="rtl">שלום</p><a href="/more">more</a><img src="/plain.png" width="20" height="10">
			<table><tr><td colspan="2">wide</td></tr><tr><td>a</td><td>b</td></tr></table><ol start="4"><li>four</li></ol>
			<img src="/pixel.gif" width="1" height="1"><img src="/hidden.gif" style="display: none">
			<marquee>calm</marquee><dialog open>said</dialog><p role="alert" tabindex="5" aria-live="assertive">quiet</p>
			<font color="red" size="7">grey</font>`;
		feeds.on("/feed.xml", {
			body: `<rss version="2.0"><channel><title>Plain</title><item><title>A page</title>
				<link>${feeds.url("/news/page")}</link><description>${cdata(text)}</description></item></channel></rss>`,
		});
		await follow(extension, feeds.url("/feed.xml"));
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
		await expect(
			body.css("marquee, dialog, font, [role]:not(.table-box), [tabindex]:not(.table-box), [aria-live]"),
		).toNumber(0);
		expect(feeds.seen.filter(({ path }) => /\.gif$/.test(path))).toEqual([]);
	});
});
