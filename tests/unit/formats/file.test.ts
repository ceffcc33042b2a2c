import { expect, test } from "vitest";
import { fileKind } from "@/data/formats/file";

test.each([
	["a digest", "-\nOne\n-\nTwo", "digest"],
	["OPML", '<?xml version="1.0"?>\n<!-- mine -->\n<opml version="1.0"><body/></opml>', "opml"],
	["OPML with a document type", '<!DOCTYPE opml [<!ENTITY x "y">\n<!ENTITY z "w">]><opml/>', "opml"],
	["OPML with a byte order mark and in capitals", '\uFEFF<OPML version="2.0"><BODY/></OPML>', "opml"],
	["a feed that speaks of OPML", "<rss><channel><title>&lt;opml></title></channel></rss>", "unknown"],
	["text that speaks of OPML", "I like <opml> files", "unknown"],
	["a page", "<!doctype html><p>One\n-\n<p>Two", "unknown"],
	["nothing", "", "unknown"],
])("%s is told by its text", (_, text, kind) => {
	expect(fileKind(text)).toBe(kind);
});
