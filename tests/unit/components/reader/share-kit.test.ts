// @vitest-environment jsdom
import fc from "fast-check";
import { JSDOM } from "jsdom";
import { describe, expect, test } from "vitest";
import { draftPage, markdownOf } from "@/components/reader/share-kit";
import { HOSTILE_LINKS, hostilePieces } from "../../../e2e/hostile-payloads";

const SHARED = { title: "The light", source: "Harbour", publishedAt: 0, url: "https://a.example/light" };
const bodyOf = (html: string) => new DOMParser().parseFromString(`<body>${html}`, "text/html").body;
/** The Markdown of a text, without the head. */
const textOf = (html: string) =>
	markdownOf(SHARED, bodyOf(html)).split("https://a.example/light)\n").slice(1).join("").trim();

describe("an article as Markdown", () => {
	test("keeps as words what only looks like HTML, in its title too", () => {
		const tag = "&lt;img src=x onerror=alert(1)> &amp;lt;b>";
		const written = markdownOf(
			{ ...SHARED, title: "<script>alert(1)</script> & x < 3" },
			bodyOf(`<p>${tag}</p>`),
		);
		expect(written).toContain("# &lt;script>alert(1)&lt;/script> & x < 3");
		expect(written).toContain("&lt;img src=x onerror=alert(1)> &amp;lt;b>");
	});

	test.each([
		["a tag that is in two pieces", "<p>&lt;<i></i>img src=x&gt;"],
		["what is on a picture", '<img src="https://a.example/p" alt="<img src=x onerror=alert(1)>">'],
		["a title that ends itself", String.raw`<a href="https://a.example/" title='\" <img src=x>'>a</a>`],
		["code beside code", "<code>a</code><code>`&lt;img src=x&gt;</code>"],
		[
			"code that ends its cell",
			"<table><tr><th>a<td><code>\\|&lt;img src=x&gt;</code><tr><td>b<td>c</table>",
		],
		["a fence in code", "<pre>```\n&lt;img src=x&gt;\n```</pre><p>end"],
		["an address", "<a href='https://a.example/?\\)<img src=x>'>a</a>"],
	])("no tag comes of %s", (_, html) => {
		const outsideCode = textOf(html)
			.replace(/^(`{3,})\n[\s\S]*?\n\1$/gm, "")
			.replace(/(?<!`)`[^`]+`(?!`)/g, "");
		expect(outsideCode).not.toContain("<img");
	});

	test("writes every block of code between fences that it can't end", () => {
		expect(textOf("<pre>let a;<br>  let b;</pre>")).toBe("```\nlet a;\n  let b;\n```");
		expect(textOf("<pre><span><code>*let* a;\n</code></span><span>b</span></pre>")).toBe(
			"```\n*let* a;\nb\n```",
		);
		expect(textOf("<pre><code>a\n````\nb</code></pre>")).toBe("`````\na\n````\nb\n`````");
		expect(textOf("<p>Say <code>a_b</code>")).toBe("Say `a_b`");
	});

	test("writes a table as a table, and one with more to it as HTML", () => {
		const simple = "<caption>Lamps</caption><tr><th>Lamp<th>Lit<tr><td>a|b<td>1<br>2<tr><td><em>c</em>";
		expect(textOf(`<table>${simple}</table>`)).toBe(
			"Lamps\n\n| Lamp | Lit |\n| --- | --- |\n| a&#124;b | 1<br>2 |\n| _c_ |  |",
		);
		expect(textOf("<table><tr><th>a<td>1<tr><th>b<td>2</table>")).toBe(
			"|  |  |\n| --- | --- |\n| a | 1 |\n| b | 2 |",
		);
		expect(textOf('<table class=x><tr><td colspan=2 title="`">*a*<tr><td>b<td>c</table>')).toBe(
			'<table><tbody><tr><td colspan="2">&#42;a&#42;</td></tr><tr><td>b</td><td>c</td></tr></tbody></table>',
		);
	});

	test("keeps what is raised, lowered, struck and quoted, and formulas", () => {
		expect(textOf("<p>10<sup>6</sup> H<sub>2</sub>O <del>no</del> <q>yes</q></p>")).toBe(
			"10<sup>6</sup> H<sub>2</sub>O ~~no~~ “yes”",
		);
		expect(textOf("<p><math><mfrac><mn>1</mn><mn>2</mn></mfrac></math></p>")).toBe(
			"<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>",
		);
	});

	test("has no link into the text, which leads nowhere elsewhere", () => {
		expect(
			textOf('<p>Stood<sup><a href="#in-text-1">1</a></sup> <a href="https://b.example/(x)">on</a>'),
		).toBe("Stood<sup>1</sup> [on](https://b.example/%28x%29)");
	});

	test("of any text has no tag that the text didn't have", () => {
		const part = fc.constantFrom(
			"<",
			">",
			"&",
			"lt;",
			"img ",
			"/",
			"`",
			"\\",
			"|",
			"*",
			"\n",
			"[",
			"](",
			"#",
			"!",
		);
		fc.assert(
			fc.property(fc.array(part), (parts) => {
				const body = bodyOf("<p></p>");
				body.firstElementChild?.append(...parts);
				expect(markdownOf({ ...SHARED, title: parts.join("") }, body)).not.toMatch(/<[a-z/!?]/);
			}),
			{ numRuns: 50 },
		);
	});
});

describe("an article as one file", () => {
	const picture = new Blob(["a picture"], { type: "image/png" });
	const PICTURES =
		'<img src="https://a.example/1.png" alt="One"><a href="https://b.example/"><img src="https://a.example/2.png" alt="Two"></a><img src="https://a.example/3.png" alt="Three"><img src="data:image/png;base64,AA" alt="Four">';

	test("has the pictures that could be had, and links in place of the others", async () => {
		const draft = draftPage(SHARED, bodyOf(PICTURES), "en");
		expect(draft.addresses).toEqual([1, 2, 3].map((n) => `https://a.example/${n}.png`));
		const page = bodyOf(await draft.write(new Map([["https://a.example/1.png", picture]])));
		const shown = [...page.querySelectorAll("img")].map(({ alt, src }) => [alt, src]);
		expect(shown).toEqual([
			["One", `data:image/png;base64,${btoa("a picture")}`],
			["Four", "data:image/png;base64,AA"],
		]);
		expect(page.querySelector("a[href='https://b.example/']")?.textContent).toBe("Two");
		expect(page.querySelector("a[href='https://a.example/3.png']")?.textContent).toBe("Three");
	});

	test("is the article as it was, whatever becomes of the page meanwhile", async () => {
		const body = bodyOf("<p>It stands.</p>");
		const draft = draftPage(SHARED, body, "en");
		body.replaceChildren();
		expect(await draft.write(new Map())).toContain("<p>It stands.</p>");
	});

	test("runs nothing and asks for nothing, whatever its source sent, without its policy too", async () => {
		const links = HOSTILE_LINKS.map((link) => {
			const element = document.createElement("a");
			element.href = link;
			return `${element.outerHTML}<img src="${element.getAttribute("href")?.replaceAll('"', "&quot;")}">`;
		});
		const pieces = [...hostilePieces("https://evil.example"), ...links];
		const groups = Array.from({ length: 8 }, (_, at) => pieces.filter((_, place) => place % 8 === at));
		for (const hostile of groups.map((group) => group.join("<hr>"))) {
			const title = `</title><script>alert(1)</script>${hostile}`;
			const file = await draftPage(
				{ ...SHARED, title, author: hostile },
				bodyOf(hostile),
				'"><script>',
			).write(new Map());
			let alerts = 0;
			const { window } = new JSDOM(file, {
				runScripts: "dangerously",
				beforeParse: (page) => Object.assign(page, { alert: () => (alerts += 1) }),
			});
			expect(alerts, hostile).toBe(0);
			const all = [...window.document.querySelectorAll("*")];
			const names = all.flatMap((element) => element.getAttributeNames());
			expect(
				names.filter((name) => /^on|^style$|^srcset$/.test(name)),
				hostile,
			).toEqual([]);
			const own = all.filter((element) => !element.closest("head"));
			expect(
				own.filter((element) => element.matches("script, style, link, meta, iframe, object, form, base")),
				hostile,
			).toEqual([]);
			const links = own.flatMap(
				(element) => element.getAttribute("href") ?? element.getAttribute("src") ?? [],
			);
			expect(
				links.filter((link) => !/^(?:https?:|mailto:|data:image\/|#in-text-)/i.test(link)),
				hostile,
			).toEqual([]);
			expect(
				own.filter((element) => /^https?:/.test(element.getAttribute("src") ?? "")),
				hostile,
			).toEqual([]);
			expect(window.document.querySelectorAll("meta[http-equiv]").length).toBe(1);
		}
	});
});
