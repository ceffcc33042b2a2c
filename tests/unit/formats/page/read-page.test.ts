import { describe, expect, test, vi } from "vitest";
import { MAX_ELEMENTS, readPage } from "@/data/formats/page/read-page";
import { PAGE_TEMPLATES } from "../../../support/page-templates";
import { parsed, read, textOf } from "./support";

const PAGE = "https://news.example/story/1";
const TITLE = "The bridge is open again";
const SUMMARY = "After eleven years the old bridge over the river has been opened to walkers.";
const PARAGRAPH = `After eleven years the old bridge over the river has been opened to walkers and to people on
	bicycles, and on its first morning it was crossed by more of them than the ferry carries in a week. The mayor, who came
	on foot, said that nobody had counted on so many, and that the ferry would go on all the same.`;
const TEXT = Array.from({ length: 8 }, (_, n) => `<p>${PARAGRAPH} That was on day ${n + 1}.</p>`).join("");

const SHORT = `<p>${PARAGRAPH}</p>`;

const page = (body: string, head = "", title = TITLE) =>
	`<!doctype html><html lang="en-GB"><head><title>${title}</title>${head}</head><body>${body}</body></html>`;
const story = (body: string, head = "") => page(`<article><h1>${TITLE}</h1>${body}</article>`, head);
const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const readStory = (html: string, wanted = {}) => read(html, { title: TITLE, summary: SUMMARY, ...wanted });
const codeOf = (html: string, wanted = {}) => {
	const found = readStory(html, wanted);
	return found.ok ? "article" : found.trouble.code;
};

describe("an article in its page", () => {
	test("comes with its author and language, and without what stands around it", () => {
		const found = readStory(
			PAGE_TEMPLATES.newspaper?.({ title: TITLE, html: TEXT, language: "en-GB" }) ?? "",
		);
		expect(found).toMatchObject({ ok: true, value: { author: "Ada Writer", language: "en-GB" } });
		const text = found.ok ? textOf(found.value.html) : "";
		expect(text).toContain("That was on day 8.");
		expect(text).not.toMatch(/privacy|Most read|Read next|comments|reserved|Advertisement/);
	});

	test("has its addresses resolved against the page, or its base", () => {
		const links = `<p><a href="more">more</a> <a href="#note">note</a></p><p><img src="/a.jpg" srcset="a-1.jpg 1x, /a,2.jpg 2x"></p>`;
		const addressesIn = (html: string) => {
			const found = readStory(html);
			const document = parsed(found.ok ? found.value.html : "");
			return [...document.querySelectorAll("a, img")].flatMap((element) =>
				["href", "src", "srcset"].flatMap((name) => element.getAttribute(name) ?? []),
			);
		};
		expect(addressesIn(story(TEXT + links))).toEqual([
			"https://news.example/story/more",
			"#note",
			"https://news.example/a.jpg",
			"https://news.example/story/a-1.jpg 1x, https://news.example/a,2.jpg 2x",
		]);
		expect(addressesIn(story(TEXT + links, `<base href="//cdn.example/x/">`))[0]).toBe(
			"https://cdn.example/x/more",
		);
		expect(addressesIn(story(TEXT + links, `<base href="javascript:0//">`))[0]).toBe(
			"https://news.example/story/more",
		);
	});

	test("has its formulas once each, and those too that its page hides behind pictures of them", () => {
		const formula = `<p>${PARAGRAPH} <span class="mwe-math-element"><span style="display: none;"><math><mi>x</mi></math></span><img
			class="mwe-math-fallback-image-inline" src="/x.svg" alt="x"></span></p>`;
		const found = readStory(story(TEXT + formula));
		const document = parsed(found.ok ? found.value.html : "");
		expect(document.querySelectorAll("math")).toHaveLength(1);
		expect(document.querySelectorAll("img")).toHaveLength(0);
	});

	test("has the pictures that scripts would have loaded, once each", () => {
		const found = readStory(PAGE_TEMPLATES.magazine?.({ title: TITLE, html: TEXT }) ?? "");
		const pictures = [...parsed(found.ok ? found.value.html : "").querySelectorAll("img")];
		expect(pictures.map((picture) => picture.getAttribute("src"))).toEqual(["https://news.example/late.jpg"]);
	});

	test("keeps what links into it lead to, by whatever name", () => {
		const found = readStory(
			story(`${TEXT}<p>A claim.<a href="#n1">1</a></p><p><a name="n1">1.</a> The note.</p>`),
		);
		const document = parsed(found.ok ? found.value.html : "");
		expect(document.querySelector("#n1")?.closest("p")?.textContent).toContain("The note.");
	});

	test("has no picture that its style hides, and those that are only to come", () => {
		const found = readStory(
			story(`${TEXT}<p>A lamp. <img src="/clear.gif" style="opacity:0"><img src="/dot.gif" style="width:1px">
				<img src="/a.jpg" style="opacity:0" srcset="/a.jpg 2x"></p>`),
		);
		const pictures = [...parsed(found.ok ? found.value.html : "").querySelectorAll("img")];
		expect(pictures.map((picture) => picture.getAttribute("src"))).toEqual(["https://news.example/a.jpg"]);
	});

	test("is found again by looser rules where the first find too little, and no string becomes HTML", () => {
		const document = parsed(
			story(`<div class="sidebar comment">${SHORT}</div><noscript><img src="/a.jpg"></noscript>`),
		);
		const { prototype } = document.defaultView?.Element ?? Element;
		const refuse = vi.fn(() => {
			throw new TypeError("This assignment requires a TrustedHTML.");
		});
		for (const sink of ["innerHTML", "outerHTML"]) {
			const { get } = Object.getOwnPropertyDescriptor(prototype, sink) ?? {};
			Object.defineProperty(prototype, sink, { ...(get && { get }), set: refuse });
		}
		const found = readPage(document, { asked: PAGE, url: PAGE, title: TITLE, summary: "" });
		expect(found.ok && textOf(found.value.html)).toContain("The mayor, who came on foot");
		expect(refuse).not.toHaveBeenCalled();
	});

	test("keeps no handler, no script and no frame's document", () => {
		const found = readStory(
			story(`${TEXT}<p onclick="x()">Struck.</p><script>x()</script><iframe srcdoc="<p>x"></iframe>`),
		);
		expect(found.ok && found.value.html).not.toMatch(/onclick|<script|srcdoc/);
	});

	test("leaves out a byline that says more than a name", () => {
		const by = (words: string) => readStory(story(`<p class="byline">${words}</p>${TEXT}`));
		expect(by("By Ada Writer")).toMatchObject({ value: { author: "Ada Writer" } });
		expect(by("By Ada Writer on June 29, 2014 08:08")).not.toHaveProperty("value.author");
	});
});

const COOKIES = `<div class="box"><h1>Before you continue</h1><p>We and our partners use cookies and similar technologies to store
	and access personal data, with your consent, for personalised content. Accept all cookies, or reject them, in your privacy
	preferences. Our 842 partners and vendors process data for these purposes. You can withdraw consent at any time.</p></div>`;

const NO_ARTICLE: [code: string, name: string, html: string, wanted?: object][] = [
	[
		"paywalled",
		"that says so to search engines",
		story(TEXT, jsonLd({ "@type": "NewsArticle", isAccessibleForFree: false })),
	],
	[
		"paywalled",
		"that says so in a graph, as a word",
		story(TEXT, jsonLd({ "@graph": [{ "@type": ["Thing", "Article"], isAccessibleForFree: "False" }] })),
	],
	["paywalled", "locked", story(TEXT, `<meta property="article:content_tier" content="locked">`)],
	[
		"paywalled",
		"that breaks off for subscribers",
		story(
			`${SHORT}<div class="gate"><h2>Subscribe to continue reading</h2><p>Already a subscriber? Sign in.</p></div>`,
		),
	],
	[
		"paywalled",
		"with its gate beside the text",
		page(
			`<article><h1>${TITLE}</h1>${SHORT}<aside class="paywall">Members only. Sign in to read.</aside></article>`,
		),
	],
	["paywalled", "in German", story(`${SHORT}<p>Jetzt abonnieren und weiterlesen</p>`)],
	["paywalled", "in French", story(`${SHORT}<p>Cet article est réservé aux abonnés</p>`)],
	[
		"paywalled",
		"with a long beginning that ends in the middle",
		story(
			`${TEXT}<p>And then the mayor, who</p></article><div>You’ve reached your limit of free articles</div>`,
		),
	],
	["consent-wall", "that asks first", page(COOKIES, "", "Before you continue")],
	["consent-wall", "under the article's title", page(COOKIES)],
	[
		"login-page",
		"with a form",
		page(
			`<form><h1>Welcome back</h1><input name="u"><input type="password"><button>Go</button></form>`,
			"",
			"Site",
		),
	],
	[
		"login-page",
		"by its address",
		page("<main><p>One moment please.</p></main>", "", "Site"),
		{ url: "https://news.example/login?next=/story/1" },
	],
	["page-missing", "with a 200", page("<main><h1>404</h1><p>Sorry.</p></main>", "", "Not found")],
	["page-missing", "in German", page("<main><h1>Seite nicht gefunden</h1></main>", "", "Zeitung")],
	[
		"page-missing",
		"that leads to the front page",
		page(`<main>${TEXT.replaceAll("bridge", "market")}</main>`, "", "The Daily Template"),
		{ url: "https://news.example/" },
	],
	["video-page", "by Open Graph", page("<p>Watch.</p>", `<meta property="og:type" content="video.other">`)],
	["video-page", "by schema.org", page("<p>Watch.</p>", jsonLd({ "@type": "VideoObject" }))],
	["no-article", "without text", page(`<div id="root"></div><script>render()</script>`)],
	["no-article", "that is empty", ""],
	["no-article", "with less than the feed gave", story(SHORT), { summary: PARAGRAPH.repeat(3) }],
	["page-too-big", "of more elements than a page has", page("<b></b>".repeat(MAX_ELEMENTS))],
];

describe("a page that is no article", () => {
	test.each(NO_ARTICLE)("is called %s: one %s", (code, _name, html, wanted) => {
		expect(codeOf(html, wanted)).toBe(code);
	});
});

const ARTICLES: [name: string, html: string, wanted?: object][] = [
	[
		"about cookies",
		story(TEXT.replaceAll("bridge", "cookie consent")),
		{ title: "Cookie consent is open again" },
	],
	[
		"about the number 404",
		page(`<article><h1>Not found: 404 boats</h1>${TEXT}</article>`),
		{ title: "Not found: 404 boats" },
	],
	["with a form for signing in", story(`${TEXT}<form><input type="password"></form>`)],
	["whole, with an offer to subscribe", story(`${TEXT}<p>Already a subscriber? Thank you for reading.</p>`)],
	["that is free", story(TEXT, jsonLd({ "@type": "NewsArticle", isAccessibleForFree: "True" }))],
	[
		"that is free in all but its extras",
		story(
			TEXT,
			jsonLd({ "@type": "NewsArticle", isAccessibleForFree: true, hasPart: { isAccessibleForFree: false } }),
		),
	],
	["with a film in it", story(TEXT, jsonLd([{ "@type": "VideoObject" }, { "@type": "NewsArticle" }]))],
	["short, but whole", story(SHORT)],
	...[
		"<header>X</header>",
		"<nav>X</nav>",
		"<footer>X</footer>",
		"<aside>X</aside>",
		'<div class="site-header">X</div>',
		'<main><aside class="podcasts">X</aside></main>',
	].flatMap((around): [string, string][] =>
		["Start your free trial", "Members-only podcast"].map((offer) => {
			const html = around.replace("X", `<a href="/shop">${offer}</a>`);
			return [
				`short, on a site that offers in ${html}`,
				page(`${html}<article><h1>${TITLE}</h1>${SHORT}</article>`),
			];
		}),
	),
	[
		"at the front page of its site",
		story(TEXT),
		{ asked: "https://one.example/", url: "https://one.example/" },
	],
	["whose JSON-LD is broken", story(TEXT, `<script type="application/ld+json">{"@type": </script>`)],
];

describe("a page that looks like none, and is an article", () => {
	test.each(ARTICLES)("is read: one %s", (_name, html, wanted) => {
		expect(codeOf(html, wanted)).toBe("article");
	});
});
