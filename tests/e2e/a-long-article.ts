import { readFileSync } from "node:fs";
import { follow, rss } from "./acts";
import type { Extension, Screen } from "./driver/driver";
import { expect } from "./fixtures";

const SENTENCE =
	"The harbour town has voted to keep its old lighthouse burning through the winter, though no ship has needed it for years, says the keeper, who climbs its many steps at dusk. ";
const PARAGRAPHS = Array.from(
	{ length: 40 },
	(_, at) => `<p>${at + 1}. ${SENTENCE.repeat(1 + (at % 4))}</p>`,
);
const TEXT = `<![CDATA[<p><a href="https://news.example/a">A link</a>, <code>code</code>.</p><blockquote><p>A quotation.</p></blockquote>${PARAGRAPHS.join("")}]]>`;

/** Of all that an article may hold whose colours aren't those of its text. */
const RICH = `<![CDATA[<h2>Why</h2><p><a href="https://news.example/a">A link</a>, <code>code</code>, <mark>marked</mark>,
	<kbd>Enter</kbd>, <small>small</small>, <ins>new</ins>, <del>old</del>, 10<sup>6</sup> and a note<sup><a href="#fn1">1</a></sup>.</p>
	<blockquote><p>A quotation.</p><cite>Somebody</cite></blockquote><pre><code>let lamp = "lit";</code></pre>
	<table><caption>Lamps</caption><tr><th>Lamp</th><th>Lit</th></tr><tr><td>One</td><td>1841</td></tr></table>
	<figure><img src="data:image/png;base64,${readFileSync("assets/public/icon/48.png").toString("base64")}" alt="A lamp" width="48" height="48"><figcaption>A lamp</figcaption></figure>
	<details><summary>More</summary><p>It stands.</p></details><dl><dt>Lamp</dt><dd>A light</dd></dl>
	<iframe src="https://www.youtube.com/embed/aaaaaaaaaaa" title="A film"></iframe>
	<p><math><mfrac><mn>1</mn><mn>2</mn></mfrac></math></p><p id="fn1">1. A note. <a href="#ref1">back</a></p>]]>`;

/** Follows a feed with a long article and a short one, and opens the long one on a page of its own. */
export async function openLong(
	extension: Extension,
	feeds: { on: (path: string, answer: { body: string }) => void; url: (path: string) => string },
) {
	const items = [
		{ title: "A long article", description: TEXT },
		{ title: "A short one", description: RICH },
	];
	feeds.on("/feed.xml", { body: rss("Harbour Post", items) });
	await follow(extension, feeds.url("/feed.xml"));
	const { headlines } = await extension.evaluate(() => chrome.storage.local.get("headlines"));
	// The front is a list of headlines, newest first.
	const [long] = headlines as { id: string }[];
	const path = `/options.html#/read/${long?.id}`;
	const screen = await extension.open("/popup.html");
	// The widest face has room for its measure beside the other columns.
	await screen.resize(2000, 700);
	await screen.goto(path);
	await expect(screen.css(".article-body p")).toBeShown();
	return { screen, path };
}

/** A property of the style of its text. */
export const bodyStyle = (screen: Screen, property: string) =>
	screen
		.css(".article-body p")
		.evaluate((text, name) => getComputedStyle(text).getPropertyValue(name), property);
