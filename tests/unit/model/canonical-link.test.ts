import { expect, it } from "vitest";
import { canonicalLink } from "../../../data/model/canonical-link";

it.each([
	["its scheme", "http://example.org/a", "https://example.org/a"],
	["www", "https://www.example.org/a", "https://example.org/a"],
	["a fragment", "https://example.org/a#comments", "https://example.org/a"],
	["a last slash", "https://example.org/a/", "https://example.org/a"],
	["tracking", "https://example.org/a?utm_source=rss&at_medium=RSS&fbclid=x", "https://example.org/a"],
	["the order of its parameters", "https://example.org/?b=2&a=1", "https://example.org/?a=1&b=2"],
])("is the same whatever %s", (_, one, other) => {
	expect(canonicalLink(one)).toBe(canonicalLink(other));
});

it.each([
	["another page", "https://example.org/a", "https://example.org/b"],
	["a parameter that counts", "https://example.org/?id=1", "https://example.org/?id=2"],
	[
		"what only links lose, for headlines are known by it",
		"https://example.org/?_gl=1",
		"https://example.org/",
	],
	["another port", "https://example.org:8080/", "https://example.org/"],
])("differs for %s", (_, one, other) => {
	expect(canonicalLink(one)).not.toBe(canonicalLink(other));
});

it("is the text itself where that is no address", () => {
	expect(canonicalLink("not an address")).toBe("not an address");
});
