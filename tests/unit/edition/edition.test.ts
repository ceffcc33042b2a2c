import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { edition } from "@/data/edition/edition";
import { stories } from "@/data/edition/stories";
import { endsEarly } from "@/data/model/cut-off";

const SEED = "../shared/seed/headlines.txt";

const text = [...stories.flatMap(({ title, paragraphs = [] }) => [title, ...paragraphs])];

describe("the bundled edition", () => {
	test("it has 20 stories of the four kinds", () => {
		const count = (kind: string) => edition.stories.filter((story) => story.kind === kind).length;
		expect(edition.stories).toHaveLength(20);
		expect(["bare", "video", "article", "cut-off"].map(count)).toEqual([17, 1, 1, 1]);
	});

	test("all are of 24 July 2025, UTC, newest first", () => {
		const times = edition.stories.map(({ publishedAt = 0 }) => publishedAt);
		for (const time of times) expect(new Date(time).toISOString()).toMatch(/^2025-07-24T/);
		expect(times).toEqual(times.toSorted((a, b) => b - a));
		expect(new Set(times).size).toBe(times.length);
	});

	test("each has a key of its own and a headline that fits", () => {
		expect(new Set(edition.stories.map(({ key }) => key)).size).toBe(20);
		for (const { title } of edition.stories) expect(title.length).toBeLessThanOrEqual(110);
	});

	test("the article and the cut-off one have text, the others none", () => {
		for (const { kind, html } of edition.stories) {
			expect(html !== undefined).toBe(kind === "article" || kind === "cut-off");
		}
	});

	test("the cut-off one ends in mid-sentence, the article doesn't", () => {
		for (const { kind, paragraphs } of stories) {
			if (paragraphs) expect(endsEarly(paragraphs.join("\n"))).toBe(kind === "cut-off");
		}
	});

	test("it is a source like any other", () => {
		expect(edition.source).toEqual({ id: "edition", kind: "edition", title: "First edition" });
	});
});

describe.skipIf(!existsSync(SEED))("the edition is told in our own words (needs ../shared)", () => {
	const seed = existsSync(SEED) ? readFileSync(SEED, "utf8") : "";
	const words = (line: string) =>
		line
			.toLowerCase()
			.replaceAll("’", "'")
			.match(/[\p{L}\p{N}][\p{L}\p{N}'.,-]*/gu) ?? [];
	const runs = (line: string, length: number) => {
		const all = words(line).map((word) => word.replace(/[.,]+$/, ""));
		return all.slice(length - 1).map((_, at) => all.slice(at, at + length).join(" "));
	};

	test("no headline nor sentence of the seed stands in it", () => {
		const told = text.join("\n");
		for (const sentence of seed.split(/\n|(?<=[.?!]["”]?) /)) {
			if (sentence.trim().length > 20) expect(told).not.toContain(sentence.trim());
		}
	});

	test("no five words in a row are the seed's", () => {
		const theirs = new Set(seed.split("\n").flatMap((line) => runs(line, 5)));
		expect(text.flatMap((line) => runs(line, 5)).filter((run) => theirs.has(run))).toEqual([]);
	});
});
