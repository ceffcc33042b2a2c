import fc from "fast-check";
import { expect, test } from "vitest";
import { firstItem, rss } from "./support";

const titleOf = (xml: string) => firstItem(rss(`<item><title>${xml}</title></item>`)).title;

test.each([
	["entities decoded once", "Caf&#233; &amp; bar", "Café & bar"],
	["entities escaped twice", "Caf&amp;eacute; &amp;amp; bar", "Café & bar"],
	["entities escaped three times", "Tom &amp;amp;amp; Jerry", "Tom & Jerry"],
	["HTML's entities, which XML doesn't know", "caf&eacute;&nbsp;&hellip;", "café …"],
	["a bare ampersand", "Rock & roll", "Rock & roll"],
	["an ampersand in a word", "AT&T wins", "AT&T wins"],
	["a heart", "We <3 you", "We <3 you"],
	["a comparison", "Is 1 < 2 or 3 > 2?", "Is 1 < 2 or 3 > 2?"],
	["formatting", "A &lt;b class='x'&gt;bold&lt;/b&gt; move<![CDATA[ <i>now</i>]]>", "A bold move now"],
	["lines and paragraphs", "One<![CDATA[<br>two<p>three</p>four]]>", "One two three four"],
	["a tag that is the subject", "The &lt;video&gt; element explained", "The <video> element explained"],
	["white space of all sorts", "\n  One\t two\u00a0 \u2003three  ", "One two three"],
	["control characters", "One\u0007 two\u009f\ufeff", "One two"],
	["windows-1252 in numbers", "don&#146;t", "don’t"],
])("a title with %s reads as it was meant", (_, xml, title) => expect(titleOf(xml)).toBe(title));

test("a title is at most a thousand characters, cut at a word", () => {
	const title = titleOf("word ".repeat(5000));
	expect(title.length).toBeLessThanOrEqual(1001);
	expect(title).toMatch(/ word…$/);
});

test("a title of which nothing would be seen is none", () => {
	const item = firstItem(rss("<item><title>\u200b\u200f</title><description>Fog.</description></item>"));
	expect(item).toMatchObject({ title: "Fog.", untitled: true });
});

test("a post without a title or text is called by its address, and without that by its feed's host", () => {
	expect(firstItem(rss("<item><link>https://a.example/b/c</link></item>")).title).toBe("a.example/b/c");
	expect(firstItem(rss("<item/>")).title).toBe("feeds.example");
});

test("the first words of a long post end at a word, with an ellipsis", () => {
	const post = firstItem(rss(`<item><description>${"sailing ".repeat(40)}</description></item>`));
	expect(post).toMatchObject({ untitled: true, title: expect.stringMatching(/^(?:sailing ){10,}sailing…$/) });
	expect(post.title.length).toBeLessThanOrEqual(101);
});

test("no title is ever empty or more than one line", () => {
	fc.assert(
		fc.property(fc.string({ unit: "binary" }), (text) => {
			expect(titleOf(`<![CDATA[${text.replaceAll("]]>", "")}]]>`)).toMatch(/^\S(?:.*\S)?$/u);
		}),
	);
});
