import { describe, expect, test } from "vitest";
import { readText, rss } from "./support";

const ATOM = 'xmlns="http://www.w3.org/2005/Atom"';

describe("a feed's icon", () => {
	test.each([
		["RSS", rss("<image><url>https://site.example/i.png</url></image>")],
		[
			"RSS with a path",
			rss("<image><url>/i.png</url></image>").replaceAll(
				"<channel>",
				'<channel xml:base="https://site.example/">',
			),
		],
		[
			"RSS for podcasts",
			rss(
				'<itunes:image href="https://site.example/i.png"/>',
				'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"',
			),
		],
		[
			"RSS 1.0",
			`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
			<channel><title>T</title><image rdf:resource="https://site.example/i.png"/></channel>
			<image><url>https://site.example/i.png</url></image><item><title>A</title></item></rdf:RDF>`,
		],
		[
			"Atom",
			`<feed ${ATOM}><title>T</title><logo>/wide.png</logo><icon>https://site.example/i.png</icon></feed>`,
		],
		[
			"Atom with a logo alone",
			`<feed ${ATOM}><title>T</title><logo>https://site.example/i.png</logo></feed>`,
		],
		[
			"JSON Feed",
			JSON.stringify({
				version: "https://jsonfeed.org/version/1.1",
				title: "T",
				icon: "https://site.example/big.png",
				favicon: "https://site.example/i.png",
				items: [],
			}),
		],
	])("is found in %s", (_, text) => {
		expect(readText(text).icon).toBe("https://site.example/i.png");
	});

	test.each(["javascript:alert(1)", "data:image/png;base64,AA", ""])("is none at “%s”", (address) => {
		expect(readText(rss(`<image><url>${address}</url></image>`))).not.toHaveProperty("icon");
	});
});
