import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readFeed } from "@/data/formats/feed/read";
import { PAGE_TEMPLATES } from "../../../support/page-templates";
import { wordLikeness } from "../../../support/word-likeness";
import { read, textOf } from "./support";

const FEEDS = "../shared/corpus/sample-feeds/files/real-world";
/** What is shorter is a summary, in characters. */
const ARTICLE_LENGTH = 600;
const PER_FEED = 1;

/** Whole articles as real publishers wrote them. */
function articles(): { title: string; html: string; text: string }[] {
	return readdirSync(FEEDS).flatMap((name) => {
		const feed = readFeed(readFileSync(`${FEEDS}/${name}`), { url: "https://news.example/feed" });
		return feed.items
			.map(({ title, content, summary = "" }) => ({ title, html: content ?? summary }))
			.map((article) => ({ ...article, text: textOf(article.html) }))
			.filter(({ text }) => text.length >= ARTICLE_LENGTH)
			.slice(0, PER_FEED);
	});
}

describe.skipIf(!existsSync(FEEDS))("Articles of real feeds (needs ../shared/corpus/sample-feeds)", () => {
	const known = existsSync(FEEDS) ? articles() : [];

	test("are there", () => expect(known.length).toBeGreaterThan(5));

	test.each(Object.entries(PAGE_TEMPLATES))("are found in a page of the kind “%s”", (_name, template) => {
		const likeness = known.map(({ title, html, text }) => {
			const found = read(template({ title, html }), { title, summary: text.slice(0, 200) });
			return found.ok ? wordLikeness(textOf(found.value.html), text) : 0;
		});
		const mean = likeness.reduce((all, one) => all + one, 0) / likeness.length;
		expect(mean).toBeGreaterThan(0.9);
	});
});
