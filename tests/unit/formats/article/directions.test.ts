// @vitest-environment jsdom
import { expect, test } from "vitest";
import { settleDirections } from "@/data/formats/article/directions";

/** What each block of a text says of its direction, in the order of the blocks. */
const directionsOf = (html: string): string[] => {
	const { body } = new DOMParser().parseFromString(html, "text/html");
	settleDirections(body);
	return [...body.querySelectorAll("[dir]")].map(
		(block) => `${block.localName} ${block.getAttribute("dir")}`,
	);
};

test("each line runs as its own first letter does", () => {
	const html = `<h2>a</h2><p>ב</p><div>a<details><summary>ב</summary></details></div><figure><figcaption>a</figcaption></figure>`;
	expect(directionsOf(html)).toEqual(
		["h2", "p", "div", "details", "summary", "figure", "figcaption"].map((name) => `${name} auto`),
	);
});

test.each([
	["ul", "<ul><li>ראשון</li><li>Second</li></ul>", "rtl"],
	["ol", "<ol><li>First</li><li>שני</li></ol>", "ltr"],
	["blockquote", "<blockquote>1874: مرحبا</blockquote>", "rtl"],
	["table", "<table><tbody><tr><td>سال</td><td>Year</td></tr></tbody></table>", "rtl"],
])("a %s runs one way as a whole, by its first letter: %s", (name, html, direction) => {
	expect(directionsOf(html)[0]).toBe(`${name} ${direction}`);
});

test("code runs from left to right, whatever is written in it", () => {
	expect(directionsOf("<pre>// הערה</pre>")).toEqual(["pre ltr"]);
});

test("what a source says of the direction stays", () => {
	expect(directionsOf('<p dir="rtl">(a)</p><ul dir="ltr"><li>א</li></ul>')).toEqual(["p rtl", "ul ltr"]);
});
