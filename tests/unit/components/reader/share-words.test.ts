import { describe, expect, test } from "vitest";
import { originOf, quotationOf, type Shared } from "@/components/reader/share-words";

const SHARED: Shared = {
	title: "The light stays",
	source: "Harbour",
	publishedAt: Date.UTC(2025, 6, 24, 12),
	url: "https://a.example/light",
};
const { url: _, ...NOWHERE } = SHARED;

test("an article is from its source and its day, and from a nameless source of its day", () => {
	expect(originOf(SHARED)).toMatch(/^Harbour, .*24.*2025|^Harbour, .*July.*2025/);
	expect(originOf({ ...SHARED, source: "" })).not.toMatch(/^,|Harbour/);
});

describe("a quotation", () => {
	test("of what was selected names the article, and where it is from", () => {
		expect(quotationOf(SHARED, "  It has stood.\n\n\n\nSince 1841. ")).toBe(
			`“It has stood.\n\nSince 1841.”\n— The light stays. ${originOf(SHARED)}\nhttps://a.example/light`,
		);
	});

	test("of nothing selected is the headline", () => {
		expect(quotationOf(SHARED, " \n ")).toBe(
			`“The light stays”\n— ${originOf(SHARED)}\nhttps://a.example/light`,
		);
	});

	test("of an article without an address ends with where it is from", () => {
		expect(quotationOf(NOWHERE, "")).toBe(`“The light stays”\n— ${originOf(SHARED)}`);
	});
});
