import { expect, test } from "vitest";
import { leastEffortOf } from "../../support/effort";
import { readText, rss } from "./support";

/** In milliseconds. */
const LIMIT = 200;

const ITEM = "<item><title>safe</title><link>https://a.example/1</link></item>";

const laughs = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join("");

test.each([
	[
		"a billion laughs",
		`<!DOCTYPE r [<!ENTITY l0 "ha">${laughs}]>${rss(`${ITEM}<item><title>&l9;</title></item>`)}`,
	],
	[
		"an external entity",
		`<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(`${ITEM}<item><title>&x;</title></item>`)}`,
	],
	[
		"200,000 nested tags",
		rss(`${ITEM}<item><title>deep</title><description>${"<div>".repeat(200_000)}</description></item>`),
	],
	["200,000 nested items", rss(ITEM + "<b>".repeat(200_000) + "</b>".repeat(200_000))],
	["a title of 10 MB", rss(`${ITEM}<item><title>${"a".repeat(10_000_000)}</title></item>`)],
	["a million closing tags", rss(`${"<b>".repeat(200)}${"</i>".repeat(500_000)}${ITEM}`)],
	[
		"20,000 namespaces",
		rss(ITEM, Array.from({ length: 20_000 }, (_, n) => `xmlns:n${n}="urn:${n}"`).join(" ")),
	],
	[
		"an author of addresses",
		rss(`${ITEM}<item><title>t</title><author>${"(a@".repeat(1_600)}</author></item>`),
	],
	[
		"an author of 200 kB",
		rss(`${ITEM}<item><title>t</title><author>${"a@ (".repeat(50_000)}</author></item>`),
	],
	["a namespace of 30,000 slashes", rss(ITEM, `xmlns:x="${"/".repeat(30_000)}x"`)],
	["unclosed comments and sections", `${rss(ITEM)}<3${"<!--".repeat(200_000)}${"<![CDATA[".repeat(200_000)}`],
	["nested JSON", `{"items":[{"title":"safe"},${'{"a":['.repeat(200_000)}`],
	[
		"its language's own names",
		rss(`${ITEM}<item><__proto__>x</__proto__><constructor/><title __proto__="x">t</title></item>`),
	],
])("%s: harmless, and done at once", (_, text) => {
	const feed = readText(text);
	expect(feed.items[0]?.title).toBe("safe");
	expect(JSON.stringify(feed.items).length).toBeLessThan(10_000);
	expect(JSON.stringify(feed)).not.toContain("root:");
	expect(leastEffortOf(() => readText(text))).toBeLessThan(LIMIT);
});

test("a key named __proto__ reaches no prototype", () => {
	const feed = readText(
		'{"items":[{"__proto__":{"title":"evil","url":"https://evil.example"},"id":"1"}],"__proto__":{"title":"evil"}}',
	);
	expect(feed.items[0]?.title).toBe("feeds.example");
	expect(feed.title).toBe("feeds.example");
	expect({}).not.toHaveProperty("title");
});
