import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { parseFeed } from "feedsmith";
import RssParser from "rss-parser";
import { median } from "./median.mjs";

const ROUNDS = 31;
const SIZE = 5_000_000;
/** At least as fast as the one, at least three times as fast as the other. */
const BUDGETS = { feedsmith: 1, "rss-parser": 1 / 3 };

const WORDS =
	"harbour council votes bridge winter ferry library market storm museum tram river school night light".split(
		" ",
	);

/** Words that look like prose, always the same for the same number. */
function prose(/** @type {number} */ seed, /** @type {number} */ count) {
	let state = seed + 1;
	return Array.from({ length: count }, () => {
		state = (state * 48_271) % 2_147_483_647;
		return WORDS[state % WORDS.length];
	}).join(" ");
}

/** An RSS feed of about 5 MB, as a newspaper that gives whole articles would send it. */
function bigFeed() {
	const parts = [
		`<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>The Daily Example</title><link>https://example.com/</link>`,
	];
	for (let length = 0, index = 0; length < SIZE; index++) {
		const paragraphs = Array.from(
			{ length: 4 },
			(_, at) =>
				`<p>${prose(index * 7 + at, 40)} &#8217; <a href="https://example.com/${index}">more</a>.</p>`,
		);
		const item = `
<item><title>${prose(index, 9)} &amp; more</title><link>https://example.com/${index}</link>
<guid isPermaLink="false">example-${index}</guid><pubDate>Thu, 24 Jul 2025 10:00:00 GMT</pubDate>
<dc:creator>A. Writer</dc:creator><category>News</category><category domain="https://example.com/">Town</category>
<description>${prose(index + 3, 25)} &lt;b&gt;and so on&lt;/b&gt;</description>
<content:encoded><![CDATA[${paragraphs.join("\n")}]]></content:encoded>
<media:content url="https://example.com/${index}.jpg" type="image/jpeg" width="460"/></item>`;
		parts.push(item);
		length += item.length;
	}
	return new TextEncoder().encode(`${parts.join("")}</channel></rss>`);
}

/**
 * Reads one feed of 5 MB with our reader and two others, in turn, many times; all begin with the bytes.
 * @returns {Promise<import("./bench.mjs").Result[]>}
 */
export async function measureReading() {
	const folder = await mkdtemp(join(tmpdir(), "headline-ticker-reading-"));
	try {
		const outfile = join(folder, "read.mjs");
		await build({
			entryPoints: ["data/formats/feed/read.ts"],
			bundle: true,
			format: "esm",
			platform: "neutral",
			mainFields: ["module", "main"],
			conditions: ["import", "default"],
			outfile,
			logLevel: "error",
		});
		const { readFeed } = await import(pathToFileURL(outfile).href);
		const bytes = bigFeed();
		const readers = {
			ours: () => readFeed(bytes, { url: "https://example.com/feed" }),
			feedsmith: () => parseFeed(new TextDecoder().decode(bytes)),
			"rss-parser": () => new RssParser().parseString(new TextDecoder().decode(bytes)),
		};
		/** @type {Record<string, number[]>} */
		const times = { ours: [], feedsmith: [], "rss-parser": [] };
		for (let round = 0; round <= ROUNDS; round++)
			for (const [name, read] of Object.entries(readers)) {
				const start = performance.now();
				await read();
				// The first round only warms up.
				if (round > 0) times[name].push(performance.now() - start);
			}
		return Object.entries(BUDGETS).map(([name, budget]) => ({
			bench: `reading a feed of 5 MB, against ${name}`,
			ours: median(times.ours),
			reference: median(times[name]),
			budget,
			unit: "ms",
		}));
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
