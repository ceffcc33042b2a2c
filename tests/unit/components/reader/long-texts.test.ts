// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { createFurnisher } from "@/components/reader/content/furnish";
import { breakSections } from "@/components/reader/content/long-tables";
import { placeInPieces } from "@/components/reader/content/pieces";
import { breakLongText, STRETCH } from "@/data/formats/article/long-text";

const inert = (html: string) => new DOMParser().parseFromString(html, "text/html").body;
const SENTENCE = "The lamp was lit at noon. ";
const stretchesIn = (body: Element) =>
	[...body.querySelectorAll("[data-part=stretch]")].map(({ textContent }) => textContent);

describe("a very long paragraph", () => {
	test("is broken after sentences, and keeps every character", () => {
		const text = SENTENCE.repeat(2_000);
		const body = inert(`<p>${text}</p>`);
		breakLongText(body);
		const stretches = stretchesIn(body);
		expect(stretches.length).toBeGreaterThan(4);
		expect(stretches.join("")).toBe(text);
		expect(stretches.every((stretch) => stretch.length <= STRETCH && stretch.endsWith(". "))).toBe(true);
	});

	test.each([
		["with links and marks in it", `<p>${`See <a href="/x"><em>the lamp</em></a> there. `.repeat(600)}</p>`],
		["in one mark", `<div><font>${SENTENCE.repeat(1_000)}</font></div>`],
		["without a block around it", `${SENTENCE.repeat(1_000)}<p>Short.</p>${SENTENCE.repeat(1_000)}`],
		["without a space", `<p>${"灯".repeat(25_000)}</p>`],
		["with one word after a sentence", `<p>Word. ${"x".repeat(25_000)}</p>`],
	])("%s comes in stretches", (_, html) => {
		const body = inert(html);
		const before = body.textContent;
		breakLongText(body);
		expect(stretchesIn(body).every((stretch) => stretch.length <= STRETCH)).toBe(true);
		expect(stretchesIn(body).length).toBeGreaterThan(1);
		expect(body.textContent).toBe(before);
	});

	test("is broken where its author has broken it, before elsewhere", () => {
		const body = inert(`<div>${`${SENTENCE.repeat(100)}<br><br>`.repeat(10)}</div>`);
		breakLongText(body);
		expect(stretchesIn(body).length).toBeGreaterThan(1);
		for (const stretch of [...body.querySelectorAll("[data-part=stretch]")].slice(0, -1))
			expect(stretch.lastChild?.nodeName).toBe("BR");
	});

	test("breaks no letter and no formula in two", () => {
		const family = "👨‍👩‍👧‍👦";
		const letters = inert(`<p>${family.repeat(2_000)}</p>`);
		breakLongText(letters);
		expect(stretchesIn(letters).every((stretch) => stretch.split(family).join("") === "")).toBe(true);
		const formula = `<math><mi>${"x".repeat(STRETCH)}</mi><mi>y</mi></math>`;
		const body = inert(`<p>Where ${formula} and ${SENTENCE.repeat(10)}</p>`);
		breakLongText(body);
		expect(body.querySelectorAll("math")).toHaveLength(1);
	});

	test("of code is broken after lines", () => {
		const body = inert(`<pre><code>${"let lamp = on. off;\n".repeat(1_000)}</code></pre>`);
		breakLongText(body);
		expect(stretchesIn(body).every((stretch) => stretch.endsWith("\n"))).toBe(true);
		expect(body.querySelectorAll("pre")).toHaveLength(1);
	});
});

test("paragraphs of a usual length stay as they are", () => {
	const html = `<p>${SENTENCE.repeat(300)}</p>`.repeat(50);
	const body = inert(html);
	breakLongText(body);
	expect(body.innerHTML).toBe(html);
});

test("the sections of a table are broken between rows, but not where a cell goes on", () => {
	const row = (number: number, cell = "<td>x</td>") => `<tr><td>${number}</td>${cell}</tr>`;
	const body = inert(
		`<table>${row(1)}${row(2, "<td rowspan=3>x</td>")}${row(3, "")}${row(4, "")}${row(5)}${row(6)}</table>`,
	);
	const [table] = body.querySelectorAll("table");
	if (!table) throw new Error("There is no table.");
	breakSections(table, 2, () => 1);
	const rows = [...table.tBodies].map((section) =>
		[...section.rows].map(({ cells }) => cells[0]?.textContent),
	);
	expect(rows).toEqual([
		["1", "2", "3", "4"],
		["5", "6"],
	]);
});

test("a long table comes into the page in sections, whole and in order, and a short one at once", () => {
	const tableOf = (rows: number) =>
		`<table>${Array.from({ length: rows }, (_, row) => `<tr><th>${row}</th><td>x</td></tr>`).join("")}</table>`;
	const comes = (html: string) => {
		const into = document.body.appendChild(document.createElement("div"));
		const seen = new Set<number>();
		for (const _ of placeInPieces(inert(html), into, (fragment, parent) => parent.append(fragment)))
			seen.add(into.querySelectorAll("tr").length);
		const rows = [...into.querySelectorAll("th")].map(({ textContent }) => Number(textContent));
		expect(rows).toEqual(rows.map((_, row) => row));
		return [...seen];
	};
	expect(comes(tableOf(200))).toEqual([0, 200]);
	const grows = comes(tableOf(1_000));
	expect(grows.length).toBeGreaterThan(3);
	expect(grows.at(-1)).toBe(1_000);
});

test("cells, links and tables that are too big for a piece are furnished by all that comes into them", () => {
	const paragraphs = "<p>A sentence of a cell that has an article in it.</p>".repeat(200);
	const into = document.body.appendChild(document.createElement("div"));
	const furnish = createFurnisher();
	const text =
		inert(`<table><caption>Years</caption><tr><td>${paragraphs}<table><tr><td>Inner</td></tr></table></td><td>1874</td></tr></table>
		<a href="https://a.example/light">${paragraphs}</a><a href="https://b.example/">b.example ${paragraphs}</a>`);
	const place = placeInPieces(text, into, (fragment, parent, from, whole) => {
		furnish(fragment, from, whole);
		parent.append(fragment);
	});
	for (const _ of place);
	const boxes = [...into.querySelectorAll(".table-box")];
	expect(boxes.map((box) => box.getAttribute("aria-label"))).toEqual(["Table 1: Years"]);
	expect([...into.querySelectorAll("td")].map(({ className }) => className)).toEqual([
		"cell-of-text",
		"",
		"",
	]);
	expect([...into.querySelectorAll("a")].map(({ dataset }) => dataset.address)).toEqual([
		"a.example/light",
		undefined,
	]);
	expect(into.querySelectorAll("p")).toHaveLength(600);
});
