/** What a page is made of, besides what its template adds. */
export interface PageParts {
	title: string;
	/** The article, as HTML. */
	html: string;
	/** Elements for the page's head. */
	head?: string;
	/** A BCP 47 tag. */
	language?: string;
}

const MENU = [
	"Home",
	"World",
	"Business",
	"Science",
	"Culture",
	"Sport",
	"Opinion",
	"Weather",
	"Newsletters",
];
const OTHERS = [
	"Ferry timetable changes for the winter months",
	"Five gardens that are worth a journey this weekend",
	"What the new library means for the old town",
	"The mayor explains why the bridge will stay closed",
	"Readers write: our street in the year of the flood",
	"In pictures: the harbour before dawn",
];

const links = (texts: readonly string[], href = "/section/") =>
	texts.map((text, place) => `<li><a href="${href}${place}">${text}</a></li>`).join("");

const COOKIES = `<div id="cookie-consent-banner" class="cookie-banner" role="dialog" aria-label="Cookies"><h2>We value your privacy</h2>
	<p>We and our 842 partners store and access information on a device, such as cookies, and process personal data, such as
	unique identifiers, for personalised advertising, audience research and the development of services. You may accept or
	reject all, or set your preferences by purpose.</p><button>Accept all</button><button>Reject all</button></div>`;

const COMMENTS = `<section id="comments" class="comments-area"><h2>3 comments</h2><ol class="comment-list">
	<li class="comment"><p class="comment-author">Passer-by</p><div class="comment-body"><p>I was there on the day, and what
	people say about it, in particular those who weren’t, has very little to do with what happened.</p></div></li>
	<li class="comment"><p class="comment-author">gardener77</p><div class="comment-body"><p>Well said, and well written, as
	nearly always on these pages. More of this, please, and less about cars.</p></div></li></ol>
	<form><textarea></textarea><button>Send</button></form></section>`;

const TEASERS = `<aside class="related-content"><h3>Read next</h3>${OTHERS.map(
	(title, place) => `<div class="teaser-card"><a href="/other/${place}"><img src="/thumb/${place}.jpg" alt="">
	<h4>${title}</h4></a><p>A short summary of another story, so that somebody clicks on it.</p></div>`,
).join("")}</aside>`;

const FOOTER = `<footer class="site-footer"><ul>${links(["About us", "Contact", "Terms of use", "Privacy", "Advertise"])}</ul>
	<p>© 2026 The Daily Template. All rights reserved. No part may be reproduced without written permission.</p></footer>`;

const NEWSLETTER = `<div class="newsletter-signup"><h3>Our morning letter</h3><p>The day’s most important stories in your
	inbox at six, with coffee.</p><input type="email"><button>Sign me up</button></div>`;

const page = ({ title, head = "", language = "en" }: PageParts, body: string) =>
	`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title} | The Daily Template</title>
	<meta property="og:type" content="article">${head}<script>globalThis.fired = 1;</script></head><body>${body}</body></html>`;

/** Pages as they are found on the web, each around the same article. */
export const PAGE_TEMPLATES: Record<string, (parts: PageParts) => string> = {
	/** A newspaper's: header, side column, related stories, advertisements between the paragraphs. */
	newspaper: (parts) =>
		page(
			parts,
			`${COOKIES}<header class="masthead"><a href="/">The Daily Template</a><nav><ul>${links(MENU)}</ul></nav></header>
			<div class="ad ad-leaderboard">Advertisement</div><main><article class="story"><h1>${parts.title}</h1>
			<p class="byline">By <a rel="author" href="/by/1">Ada Writer</a></p><div class="share-tools"><a href="#">Share on Face</a>
			<a href="#">Share on Chirp</a></div><div class="story-body">${parts.html}</div></article>${TEASERS}</main>
			<aside class="sidebar"><h2>Most read</h2><ol>${links(OTHERS, "/most/")}</ol>${NEWSLETTER}</aside>${COMMENTS}${FOOTER}`,
		),
	/** A blog's, as WordPress's themes write them. */
	blog: (parts) =>
		page(
			parts,
			`<div id="page" class="site"><header id="masthead" class="site-header"><p class="site-title">A blog</p><nav
			class="main-navigation"><ul>${links(MENU.slice(0, 4))}</ul></nav></header><div id="content" class="site-content"><div
			id="primary" class="content-area"><main><article id="post-12" class="post type-post"><header class="entry-header"><h1
			class="entry-title">${parts.title}</h1></header><div class="entry-content">${parts.html}<div class="sharedaddy"><h3>Share
			this:</h3><ul>${links(["Chirp", "Face"])}</ul></div></div><footer class="entry-footer">Posted in <a href="/c">Notes</a>
			</footer></article><nav class="post-navigation"><a href="/p">Previous post</a></nav>${COMMENTS}</main></div><div
			id="secondary" class="widget-area"><section class="widget"><h2>Recent posts</h2><ul>${links(OTHERS)}</ul></section></div>
			</div>${FOOTER}</div>`,
		),
	/** One whose elements say nothing: divs in divs, with names that a bundler made. */
	nameless: (parts) =>
		page(
			parts,
			`<div class="css-1x"><div class="css-a2"><div class="css-9k">${links(MENU)}</div></div><div class="css-77"><div
			class="css-b1"><h1 class="css-h1">${parts.title}</h1><div class="css-c4"><div class="css-t0">${parts.html}</div></div>
			</div><div class="css-d3">${OTHERS.map((title) => `<div class="css-x"><a href="/o">${title}</a></div>`).join("")}</div></div>
			<div class="css-f"><div class="css-g">© The Daily Template</div></div></div>`,
		),
	/** An old one: a layout of tables. */
	tables: (parts) =>
		page(
			parts,
			`<table width="100%"><tr><td colspan="3"><b>The Daily Template</b></td></tr><tr><td width="160" valign="top"><ul>${links(MENU)}</ul>
			</td><td valign="top"><h1>${parts.title}</h1><font face="Times">${parts.html}</font></td><td width="200"><b>Also today</b><ul>
			${links(OTHERS)}</ul></td></tr><tr><td colspan="3">© 1999 The Daily Template</td></tr></table>`,
		),
	/** A news agency's: the article in sections, with boxes between them. */
	sections: (parts) =>
		page(
			parts,
			`<header><nav aria-label="Main">${links(MENU)}</nav></header><main id="main"><div class="article-page"><h1>${parts.title}</h1>
			<div class="article-meta"><time>24 July 2025</time><button>Save</button></div><div class="article-body__content">${parts.html}</div>
			${NEWSLETTER}<div class="tags"><a href="/t/1">Harbours</a><a href="/t/2">Ferries</a></div></div>${TEASERS}</main>${FOOTER}`,
		),
	/** A magazine's that loads its pictures late, and asks for cookies at the end of the page. */
	magazine: (parts) =>
		page(
			parts,
			`<div class="site-nav">${links(MENU)}</div><article itemscope itemtype="https://schema.org/Article"><header><p
			class="kicker">Long read</p><h1 itemprop="headline">${parts.title}</h1></header><div itemprop="articleBody">${parts.html}
			<figure><img class="lazy" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/late.jpg" alt="The harbour"><noscript><img
			src="/late.jpg" alt="The harbour"></noscript><figcaption>The harbour, late.</figcaption></figure></div></article>
			<section class="recirculation">${TEASERS}</section>${FOOTER}${COOKIES}<iframe src="/ad.html" title="Advertisement"></iframe>`,
		),
};
