import fc from "fast-check";
import { expect, test } from "vitest";
import { absolute } from "@/data/formats/feed/links";

const BASE = "https://site.example/news/";

test.each([
	["/a", "https://site.example/a"],
	["a?b=1", "https://site.example/news/a?b=1"],
	["//cdn.example/a", "https://cdn.example/a"],
	["www.other.example/a", "http://www.other.example/a"],
	[" https://a.example/b c ", "https://a.example/b%20c"],
	["https://a.example/?a=1&amp;b=2", "https://a.example/?a=1&b=2"],
	["HTTPS://A.example", "https://a.example/"],
	["https://a.example/b/../c", "https://a.example/c"],
	["https://a.example/é", "https://a.example/%C3%A9"],
])("%s is %s", (address, url) => expect(absolute(address, BASE)).toBe(url));

test.each([
	"",
	" ",
	"javascript:alert(1)",
	"mailto:a@b.example",
	"https://[",
	"ftp://a.example/",
	`https://a.example/${"a".repeat(9000)}`,
])("%s is no address of a page", (address) => expect(absolute(address, BASE)).toBeUndefined());

test("an absolute address is what the URL parser makes of it", () => {
	const address = fc.oneof(
		fc.webUrl({ withQueryParameters: true, withFragments: true }),
		fc.stringMatching(/^https?:\/\/[a-z.-]{1,8}\.[a-z]{2}\/[\w\-~%/+,;:@!$()*.?&=]{0,12}$/),
	);
	fc.assert(
		fc.property(address, (url) => {
			fc.pre(URL.canParse(url) && !url.includes("&amp;"));
			expect(absolute(url, BASE)).toBe(new URL(url).href);
		}),
		{ numRuns: 2000 },
	);
});
