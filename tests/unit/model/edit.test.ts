import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeOfText, comparedText } from "../../../data/model/edit";
import { wholePlainText } from "../../../data/model/plain-text";
import { leastEffortOf } from "../support/effort";

const article = (html: string) => ({ kind: "article" as const, html });

describe("what counts as an edit", () => {
	it.each([
		["a word", "<p>Five ships</p>", "<p>Six ships</p>"],
		["a number in a sentence", "<p>The storm took 5 boats.</p>", "<p>The storm took 7 boats.</p>"],
		["a new paragraph", "<p>One.</p>", "<p>One.</p><p>Two.</p>"],
		["a paragraph that is gone", "<p>One and more.</p><p>Two.</p>", "<p>One and more.</p>"],
		["a text without spaces", "<p>船が五隻沈んだ。</p>", "<p>船が六隻沈んだ。</p>"],
	])("%s is one", (_, before, after) => {
		expect(changeOfText(article(before), article(after))).toBe("edited");
	});

	it.each([
		["white space", "<p>One  two.\n</p><p>Three</p>", "<p>One two.</p>\n\n<p>Three </p>"],
		["markup", "<p>One <b>two</b></p>", '<div class="x"><p>One two</p></div>'],
		["a soft hyphen", "<p>Fort­night</p>", "<p>Fortnight</p>"],
		["entities", "<p>Caf&eacute;</p>", "<p>Café</p>"],
		["the way that an accent is written", "<p>Café</p>", "<p>Cafe\u0301</p>"],
		[
			"a link's campaign",
			'<a href="https://a.example/?utm_source=1">x</a>',
			'<a href="https://a.example/">x</a>',
		],
		[
			"an address's campaign in the text",
			"<p>See https://a.example/x?utm_source=1 now</p>",
			"<p>See https://a.example/x?utm_source=2&n=5 now</p>",
		],
		["a picture's address", '<p>x</p><img src="https://a.example/1.png?t=1">', '<p>x</p><img src="/2.png">'],
		["a script", "<p>x</p><script>track(1)</script>", "<p>x</p><script>track(2)</script>"],
		["an advertisement", "<p>x</p>", '<p>x</p><ins class="adsbygoogle"></ins><p>Advertisement</p>'],
		["a view counter", "<p>x</p><p>1,204 views</p>", "<p>x</p><p>1,311 views</p>"],
		["points and comments", "<p>x</p><p>Points: 3</p><p># Comments: 1</p>", "<p>x</p><p>Points: 9</p>"],
		["an age", "<p>x</p><p>Updated 5 minutes ago</p>", "<p>x</p><p>Updated 2 hours ago</p>"],
		["a counter in Russian", "<p>x</p><p>12 просмотров</p>", "<p>x</p><p>13 просмотров</p>"],
	])("%s is none", (_, before, after) => {
		expect(changeOfText(article(before), article(after))).toBe("same");
	});

	it("the beginning of a text alone is less of it, and an end that is missing is what completes it", () => {
		const [start, whole] = ["<p>The beginning.</p>", `<p>The beginning.</p>${"<p>And more.</p>".repeat(5)}`];
		expect(changeOfText(article(whole), article(start))).toBe("less");
		expect(changeOfText(article(whole), { kind: "cut-off", html: `${start.slice(0, -5)}…` })).toBe("less");
		expect(changeOfText({ kind: "cut-off", html: start }, article(whole))).toBe("completed");
		expect(changeOfText(article(whole), article("<p>Another.</p>"))).toBe("edited");
	});

	it("nothing is an edit of itself", () => {
		fc.assert(
			fc.property(
				fc.string(),
				(html) => changeOfText(article(html), article(`<div>${html}</div>`)) !== "edited",
			),
		);
	});

	it("compares no white space and no markup, whatever the text", () => {
		fc.assert(
			fc.property(fc.array(fc.stringMatching(/^[a-zé]{1,8}$/)), (words) => {
				const spread = comparedText(words.map((word) => `<b>${word}</b>\n `).join(""));
				expect(spread).toBe(comparedText(words.join("")));
			}),
		);
	});

	it("compares addresses without their queries, wherever one begins and ends", () => {
		const piece = fc.constantFrom("http://", "https://", "a", "/", "?", "#", "b=1");
		fc.assert(
			fc.property(fc.array(piece), (pieces) => {
				const text = pieces.join("");
				expect(comparedText(text)).toBe(text.replace(/(https?:\/\/[^?#]+)[?#].*/, "$1"));
			}),
		);
	});

	it("compares 140 kB of addresses that don't end at once", () => {
		expect(leastEffortOf(() => comparedText("http://".repeat(20_000)))).toBeLessThan(200);
	});

	it("is found out in time that grows with the text alone", () => {
		const effort = (length: number) =>
			leastEffortOf(() => {
				for (const part of ["<a", "a", "<!--", "<script ", "1 ", "https://a?", "\u00ad"])
					wholePlainText(`<${part.repeat(length)}`);
			});
		// A hundred times the text takes about a hundred times as long; squared, it would be ten thousand.
		expect(effort(200_000)).toBeLessThan(1_000 * Math.max(effort(2_000), 1));
	});
});
