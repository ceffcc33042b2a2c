import fc from "fast-check";
import { expect, test } from "vitest";
import { discoverFeeds } from "@/data/formats/feed/discover";

const PAGE = "https://site.example/news/";
const RSS = 'type="application/rss+xml"';

test("feeds are found in the page's order, absolute, with titles and types", () => {
	const html = `<!doctype html><html><head><title>Site &amp; more</title>
		<link rel="stylesheet" href="s.css"><link rel=alternate ${RSS} title="News &amp;c" href="feed.xml?a=1&amp;b=2">
		<LINK HREF='/atom' TYPE='application/atom+xml' REL='Alternate home' />
		<link rel="alternate" type="application/feed+json" title="J" href="https://other.example/f.json"></head>`;
	expect(discoverFeeds(html, PAGE)).toEqual([
		{ url: "https://site.example/news/feed.xml?a=1&b=2", title: "News &c", type: "application/rss+xml" },
		{ url: "https://site.example/atom", title: "Site & more", type: "application/atom+xml" },
		{ url: "https://other.example/f.json", title: "J", type: "application/feed+json" },
	]);
});

test("one address is named once", () => {
	expect(
		discoverFeeds(`<link rel=alternate ${RSS} href=/f><link rel=alternate ${RSS} href=/f>`, PAGE),
	).toHaveLength(1);
});

test.each([
	["feed://a.example/f", "https://a.example/f"],
	["feed:https://a.example:8443/f", "https://a.example:8443/f"],
])("the address %s means %s", (written, url) => {
	expect(discoverFeeds(`<link rel=alternate ${RSS} href="${written}">`, PAGE)).toMatchObject([{ url }]);
});

test("addresses start from the page's base", () => {
	expect(
		discoverFeeds(`<base href="https://cdn.example/x/"><link rel=alternate ${RSS} href=f>`, PAGE),
	).toMatchObject([{ url: "https://cdn.example/x/f" }]);
});

test.each([
	["another language's page", '<link rel=alternate hreflang=de href="/de">'],
	["a style sheet", `<link rel="alternate stylesheet" ${RSS} href=/s>`],
	["a programming interface", '<link rel=alternate type="application/json" href="/wp-json/wp/v2/posts/1">'],
	["an embedding service", '<link rel=alternate type="application/json+oembed" href="/oembed?feed=1">'],
	["a comment", `<!-- <link rel=alternate ${RSS} href=/f> -->`],
	["a script", `<script>"<link rel=alternate ${RSS} href=/f>"</script>`],
	["an address that runs", `<link rel=alternate ${RSS} href="javascript:alert(1)">`],
	["no address", `<link rel=alternate ${RSS}>`],
])("%s is no feed", (_, html) => expect(discoverFeeds(html, PAGE)).toEqual([]));

test("junk in the markup hides no feed that stands after it", () => {
	expect(
		discoverFeeds(`<<p>></b></b> & <!x> <a b="'"> 1 < 2 <link rel=alternate ${RSS} href=/f><br`, PAGE),
	).toHaveLength(1);
});

test("any text is searched without harm", () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			expect(discoverFeeds(`<link rel=alternate ${text}`, PAGE).length).toBeLessThan(2);
		}),
	);
});

test("feeds are found in the Link header too, after those in the page, and from the page's own address", () => {
	const header = `<../atom.xml>; rel="alternate"; type="application/atom+xml"; title="In the header", </x>; rel=next, </f>; rel=alternate; ${RSS}`;
	expect(discoverFeeds(`<base href="/b/"><link rel=alternate ${RSS} href=/f>`, PAGE, header)).toMatchObject([
		{ url: "https://site.example/f" },
		{ url: "https://site.example/atom.xml", title: "In the header" },
	]);
});
