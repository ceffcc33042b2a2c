import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ADDRESS_LIMIT } from "../../../data/model/web-address";
import { readAddress } from "../../../data/refresh/address";

describe("reading an address", () => {
	it.each([
		["example.org", "https://example.org/"],
		["  example.org/feed.xml \n", "https://example.org/feed.xml"],
		["http://example.org/rss", "http://example.org/rss"],
		["HTTPS://Example.ORG/Rss", "https://example.org/Rss"],
		["example.org:8080/rss", "https://example.org:8080/rss"],
		["feed://example.org/rss", "https://example.org/rss"],
		["feed:https://example.org/rss", "https://example.org/rss"],
		["feed:http://example.org/rss", "http://example.org/rss"],
		["pcast://example.org/rss", "https://example.org/rss"],
		["itpc://example.org/rss", "https://example.org/rss"],
		["<https://example.org/rss>", "https://example.org/rss"],
		["“https://example.org/rss”", "https://example.org/rss"],
		["https://http://example.org/rss", "http://example.org/rss"],
		["localhost:3000/rss", "http://localhost:3000/rss"],
		["127.0.0.1:8080/rss", "http://127.0.0.1:8080/rss"],
		["[::1]/rss", "http://[::1]/rss"],
		["http://intranet/rss", "http://intranet/rss"],
		["münchen.example/rss", "https://xn--mnchen-3ya.example/rss"],
		["@someone@social.example", "https://social.example/@someone"],
		["https://me:secret@example.org/rss#top", "https://example.org/rss"],
	])("takes %j as %s", (text, address) => {
		expect(readAddress(text)?.href).toBe(address);
	});

	it.each([
		"",
		"   ",
		"news",
		"my favourite site",
		"ftp://example.org/rss",
		"javascript:alert(1)",
		"about:blank",
		"mailto:someone@example.org",
		"https://",
		"feed:",
		"chrome-extension://abc/page.html",
	])("finds none in %j", (text) => {
		expect(readAddress(text)).toBeUndefined();
	});

	it("finds none in what is longer than any address that is taken, or is so once it is written out", () => {
		const site = "https://example.org/";
		const room = ADDRESS_LIMIT - site.length;
		expect(readAddress(site + "a".repeat(room))?.href).toHaveLength(ADDRESS_LIMIT);
		expect(readAddress(site + "a".repeat(room + 1))).toBeUndefined();
		expect(readAddress(site + "é".repeat(room))).toBeUndefined();
	});

	it("answers an address of the web or none, and the same when it reads that again", () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (text) => {
				const url = readAddress(text);
				if (!url) return;
				expect(["http:", "https:"]).toContain(url.protocol);
				expect(readAddress(url.href)?.href).toBe(url.href);
			}),
		);
	});
});
