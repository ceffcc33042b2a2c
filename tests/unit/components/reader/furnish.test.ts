// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { createFurnisher } from "@/components/reader/content/furnish";
import { shortAddress } from "@/components/reader/content/short-address";

function furnished(html: string): DocumentFragment {
	const fragment = document.createRange().createContextualFragment(html);
	createFurnisher()(fragment, document.body);
	return fragment;
}

describe("the address of a link on paper", () => {
	test.each([
		["https://www.harbour.example/news/light/?utm_source=feed#top", "harbour.example/news/light"],
		["http://harbour.example:8080/", "harbour.example:8080"],
		["https://harbour.example/%D0%BC%D0%B0%D1%8F%D0%BA", "harbour.example/маяк"],
		["https://harbour.example/%FF", "harbour.example/%FF"],
		["https://harbour.example/a%0Ab%E2%80%AEc", "harbour.example/a%0Ab%E2%80%AEc"],
	])("%s is %s", (address, short) => expect(shortAddress(address)).toBe(short));

	test("isn't longer than anybody would type", () => {
		expect(shortAddress(`https://harbour.example/${"light/".repeat(30)}`)).toMatch(
			/^harbour.example\/light.*…$/,
		);
	});

	test("is noted where words don't say it, of links to the web alone", () => {
		const links = furnished(`<a href="https://a.example/light">here</a>
			<a href="https://a.example/light">See a.example/light</a><a href="https://a.example/b"><img alt=""></a>
			<a href="mailto:a@a.example">mail</a><a href="#in-text-1">1</a>`).querySelectorAll("a");
		expect([...links].map(({ dataset }) => dataset.address)).toEqual([
			"a.example/light",
			...Array(4).fill(undefined),
		]);
	});
});

test("a table stands in a box of its own, named by its number and what it is about", () => {
	const boxes = furnished(
		"<table><caption>Years</caption><tr><td>1</td></tr></table><table></table>",
	).children;
	expect([...boxes].map((box) => box.getAttribute("aria-label"))).toEqual(["Table 1: Years", "Table 2"]);
});

test("the box of a table runs as the table does", () => {
	const box = furnished('<table dir="rtl"><tr><td>1</td></tr></table>').querySelector(".table-box");
	expect(box?.getAttribute("dir")).toBe("rtl");
});

test("a list whose numbers are long has room for them", () => {
	const items = (count: number) => "<li>One</li>".repeat(count);
	const lists = furnished(
		`<ol>${items(99)}</ol><ol>${items(100)}</ol><ol start="98">${items(3)}</ol><ol reversed>${items(100)}</ol><ol start="x">${items(3)}</ol>`,
	).querySelectorAll("ol");
	expect([...lists].map(({ className }) => className !== "")).toEqual([false, true, true, true, false]);
});

test("a cell with sentences in it is told from one with a figure", () => {
	const cells = furnished(
		`<table><tr><td>9,000</td><td>${"The lamp was lit. ".repeat(5)}</td></tr></table>`,
	).querySelectorAll("td");
	expect([...cells].map(({ className }) => className)).toEqual(["", "cell-of-text"]);
});

test("a formula with lines to itself stands in a box that scrolls, and one in a line doesn't", () => {
	const fragment = furnished(
		'<p><math><mi>x</mi></math></p><math display="block"><mtext><math display="block"></math></mtext></math>',
	);
	expect([...fragment.querySelectorAll("math")].map((formula) => formula.parentElement?.className)).toEqual([
		"",
		"formula-box",
		expect.anything(),
	]);
	expect(fragment.querySelectorAll(".formula-box")).toHaveLength(1);
});

test("a table that is wider than a narrow page is told from one that isn't", () => {
	const rowOf = (cells: number) => `<table><tr>${"<td>1</td>".repeat(cells)}</tr></table>`;
	const tables = furnished(rowOf(5) + rowOf(6)).querySelectorAll("table");
	expect([...tables].map(({ className }) => className)).toEqual(["", "table-wide"]);
});
