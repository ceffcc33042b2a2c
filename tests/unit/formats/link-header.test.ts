import fc from "fast-check";
import { expect, it } from "vitest";
import { readLinkHeader } from "@/data/formats/link-header";
import { leastEffortOf } from "../support/effort";

const read = (header: string) => readLinkHeader(header).map((link) => Object.fromEntries(link));

it("reads several links with their parameters", () => {
	expect(
		read(
			'</feed>; rel="alternate"; type=application/rss+xml; title="News, \\"daily\\"", <https://a.example/x>;REL=next',
		),
	).toEqual([
		{ href: "/feed", rel: "alternate", type: "application/rss+xml", title: 'News, "daily"' },
		{ href: "https://a.example/x", rel: "next" },
	]);
});

it("takes the first of a parameter that comes twice", () => {
	expect(read("</a>; rel=alternate; rel=next")).toEqual([{ href: "/a", rel: "alternate" }]);
});

it("finds nothing where nothing is linked", () => {
	expect(read("")).toEqual([]);
	expect(read("rel=alternate; type=x")).toEqual([]);
});

it("reads any text without harm and in bounded time", () => {
	fc.assert(fc.property(fc.string(), (text) => void read(`<a>; ${text}`)));
	const effort = leastEffortOf(() => {
		read('<a>;"'.repeat(100_000));
		read(`<a>${" ".repeat(100_000)}`);
	});
	expect(effort).toBeLessThan(200);
});
