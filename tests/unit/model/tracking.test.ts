import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutTracking } from "../../../data/model/tracking";

describe("an address without its tracking", () => {
	it.each([
		["https://a.example/p?utm_source=rss&utm_medium=feed", "https://a.example/p"],
		["https://a.example/p?id=1&fbclid=x#part", "https://a.example/p?id=1#part"],
		["https://a.example/p?utm%5Fsource=rss&b", "https://a.example/p?b"],
		["https://a.example/p#xtor=RSS-123", "https://a.example/p"],
		["https://a.example/p?a=1#utm_source=rss&utm_medium=x", "https://a.example/p?a=1"],
		[
			"https://a.example/p?_gl=1*x&_ga=2.1&_ga_AB12=x&mkt_tok=x&igsh=x&srsltid=x&gl=de",
			"https://a.example/p?gl=de",
		],
		["https://a.example/p#:~:text=a&_b", "https://a.example/p#:~:text=a&_b"],
		["https://a.example/#/page?utm_source", "https://a.example/#/page?utm_source"],
		["https://a.example/?#", "https://a.example/?#"],
		["mailto:a@a.example?subject=Hello%20there", "mailto:a@a.example?subject=Hello%20there"],
		["https://a.example/?q=a+b&q=%E0%A4%A", "https://a.example/?q=a+b&q=%E0%A4%A"],
		["https://a.example/?%=1", "https://a.example/?%=1"],
	])("%s", (address, expected) => {
		expect(withoutTracking(address)).toBe(expected);
	});

	it("is the address itself, to the letter, where there is none", () => {
		fc.assert(
			fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
				const found = withoutTracking(address);
				expect(found === address || address.length > found.length).toBe(true);
				expect(withoutTracking(found)).toBe(found);
			}),
		);
	});
});
