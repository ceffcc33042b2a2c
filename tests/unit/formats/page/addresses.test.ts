import { describe, expect, test } from "vitest";
import { absolutise } from "@/data/formats/page/addresses";
import { leastEffortOf } from "../../support/effort";
import { parsed } from "./support";

const PAGE = "https://a.example/news/1";

/** A picture's attribute once the page's addresses are absolute. */
function attributeOf(name: string, value: string): string | null | undefined {
	const document = parsed("<img>");
	const picture = document.querySelector("img");
	picture?.setAttribute(name, value);
	absolutise(document, PAGE);
	return picture?.getAttribute(name);
}

describe("the addresses of a picture become absolute", () => {
	test.each([
		["srcset", "a.jpg", "https://a.example/news/a.jpg"],
		["srcset", "/a.jpg 1x, /b.jpg 2x", "https://a.example/a.jpg 1x, https://a.example/b.jpg 2x"],
		["srcset", "/w_1,h_2/a 320w,\n/b,", "https://a.example/w_1,h_2/a 320w,\nhttps://a.example/b,"],
		["data-src", " /a.jpg?w=1 ", "https://a.example/a.jpg?w=1"],
		["data-late", "/a.webp 320w", "https://a.example/a.webp 320w"],
		["class", "a jpg", "a jpg"],
		["data-name", "the a.jpg file", "the a.jpg file"],
		["alt", "/a.jpg", "/a.jpg"],
	])("in %s: %j", (name, written, absolute) => expect(attributeOf(name, written)).toBe(absolute));

	test.each([
		["one long word", `${"a".repeat(30_000)} b`],
		["names of pictures without end", `${".jpg".repeat(8_000)} x`],
		["commas", `${",".repeat(30_000)}x y`],
		["digits", ` ${"1".repeat(30_000)}`.repeat(2)],
	])("and %s of 30 kB at once", (_, value) => {
		for (const name of ["srcset", "data-src"])
			expect(leastEffortOf(() => attributeOf(name, value))).toBeLessThan(200);
	});
});
