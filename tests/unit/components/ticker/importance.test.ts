import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	chooseStories,
	composePage,
	headlinesOf,
	PAGE_SIZE,
	type Story,
} from "@/components/ticker/front-page-stories";
import { importanceOf } from "@/components/ticker/importance";
import { HOUR_MS } from "@/data/model/durations";
import type { Headline } from "@/data/model/headline";
import type { Source } from "@/data/model/source";

const NOW = Date.UTC(2026, 0, 15, 12);
const someHours = fc.double({ min: 0, max: 9_000, noNaN: true });
const someSources = fc.integer({ min: 1, max: 60 });

describe("importance", () => {
	test("grows with freshness and with the number of sources, however old the story is", () => {
		fc.assert(
			fc.property(
				someHours,
				fc.double({ min: 0.1, max: 900, noNaN: true }),
				someSources,
				fc.integer({ min: 1, max: 9 }),
				(hours, older, sources, more) => {
					const weigh = (age: number, by: number) =>
						importanceOf({ publishedAt: NOW - age * HOUR_MS, sources: by }, NOW);
					expect(weigh(hours, sources)).toBeGreaterThan(weigh(hours + older, sources));
					expect(weigh(hours, sources + more)).toBeGreaterThan(weigh(hours, sources));
				},
			),
		);
	});

	test("a story of twice as many sources stands beside one that is six hours fresher", () => {
		const wide = importanceOf({ publishedAt: NOW - 10 * HOUR_MS, sources: 4 }, NOW);
		const fresh = importanceOf({ publishedAt: NOW - 4 * HOUR_MS, sources: 2 }, NOW);
		expect(wide).toBeCloseTo(fresh);
	});

	test("a date in the future gains nothing", () => {
		const weigh = (publishedAt: number) => importanceOf({ publishedAt, sources: 1 }, NOW);
		expect(weigh(NOW + 99 * HOUR_MS)).toBe(weigh(NOW));
	});

	test("what is no more important now isn’t later either", () => {
		fc.assert(
			fc.property(someHours, someHours, someSources, someSources, someHours, (one, two, by, also, later) => {
				const a = { publishedAt: NOW - one * HOUR_MS, sources: by };
				const b = { publishedAt: NOW - two * HOUR_MS, sources: also };
				const lead = (now: number) => importanceOf(a, now) - importanceOf(b, now);
				expect(lead(NOW + later * HOUR_MS)).toBeCloseTo(lead(NOW), 6);
			}),
		);
	});
});

const headline = (id: string, source: string, parts: Partial<Headline> = {}): Headline => ({
	id,
	title: `Nothing like it: ${id}`,
	source,
	publishedAt: NOW,
	kind: "bare",
	...parts,
});
const source = (id: string): Source => ({ id, kind: "feed", title: id.toUpperCase(), addedAt: 0 });

const someStories = fc
	.array(
		fc.record({
			source: fc.constantFrom("a", "b", "c", "d"),
			importance: fc.integer({ min: -9, max: 9 }),
			watched: fc.boolean(),
		}),
		{ maxLength: 40 },
	)
	.map((all) =>
		all.map(
			({ source: from, ...weight }, index): Story => ({
				headline: { ...headline(String(index), from), sourceTitle: from },
				others: [],
				...weight,
			}),
		),
	);

describe("the front page", () => {
	test("is finite, tells nothing twice, and has watched stories first", () => {
		fc.assert(
			fc.property(someStories, (stories) => {
				const chosen = chooseStories(stories, PAGE_SIZE);
				expect(chosen.length).toBe(Math.min(stories.length, PAGE_SIZE));
				expect(new Set(chosen).size).toBe(chosen.length);
				const watched = chosen.map((story) => story.watched);
				expect(watched).toEqual(watched.toSorted((a, b) => Number(b) - Number(a)));
			}),
		);
	});

	test("leads with the most important, and keeps each source’s own order", () => {
		fc.assert(
			fc.property(someStories, (all) => {
				const stories = all.map((story) => ({ ...story, watched: false }));
				const chosen = chooseStories(stories, PAGE_SIZE);
				const most = Math.max(...stories.map(({ importance }) => importance));
				if (chosen[0]) expect(chosen[0].importance).toBe(most);
				for (const from of ["a", "b", "c", "d"]) {
					const own = chosen
						.filter((story) => story.headline.source === from)
						.map(({ importance }) => importance);
					expect(own).toEqual(own.toSorted((a, b) => b - a));
				}
			}),
		);
	});

	test("interleaves sources that bring news at the same time", () => {
		const loud = Array.from({ length: 20 }, (_, index) =>
			headline(`loud ${index}`, "loud", { publishedAt: NOW - index }),
		);
		const calm = ["p", "q", "r"].map((id) => headline(id, id, { publishedAt: NOW - HOUR_MS }));
		const { stories, rest } = composePage([...loud, ...calm], {}, ["loud", "p", "q", "r"].map(source), NOW);
		expect(stories.slice(0, 4).map((story) => story.headline.source)).toEqual(["loud", "p", "q", "r"]);
		expect([stories.length, rest.length]).toEqual([PAGE_SIZE, 11]);
	});

	test("tells a story of several sources once, by whoever has its text, and larger than one of a single source", () => {
		const title = "Ferry service resumes after a week of storms";
		const all = [
			headline("alone", "c"),
			headline("copy", "a", { title, publishedAt: NOW - 1_000 }),
			headline("whole", "b", { title, publishedAt: NOW - 2_000, kind: "article" }),
		];
		const { stories } = composePage(all, {}, ["a", "b", "c"].map(source), NOW);
		expect(stories.map((story) => headlinesOf(story).map(({ id }) => id))).toEqual([
			["whole", "copy"],
			["alone"],
		]);
		expect(stories[0]?.headline.sourceTitle).toBe("B");
		expect(stories[0]?.others[0]?.sourceTitle).toBe("A");
	});

	test("leaves out a story that was read in any of its sources", () => {
		const title = "Ferry service resumes after a week of storms";
		const all = [headline("copy", "a", { title }), headline("other", "b", { title }), headline("alone", "c")];
		const { stories } = composePage(all, { other: { read: 1 } }, ["a", "b", "c"].map(source), NOW);
		expect(stories.map((story) => story.headline.id)).toEqual(["alone"]);
	});
});
