import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { beginOf, type Filter, SINCES, scopeOf, widened } from "@/components/headlines/filter";
import { chooseRows, type Row } from "@/components/headlines/rows";
import { HOUR_MS } from "@/data/model/durations";
import { isInScope } from "@/data/model/scope";
import type { Source } from "@/data/model/source";

const source = (id: string, group?: string): Source => ({
	id,
	kind: "feed",
	title: id,
	addedAt: 0,
	...(group !== undefined && { group }),
});
const SOURCES = [source("a", "world"), source("b", "world"), source("c", "sport"), source("d")];

describe("a time", () => {
	test.each([
		["today", "2026-03-18T00:00"],
		["week", "2026-03-16T00:00"],
		["month", "2026-03-01T00:00"],
		["day", "2026-03-17T15:30"],
	] as const)("%s begins on a Wednesday afternoon at %s", (since, begin) => {
		expect(beginOf(since, new Date("2026-03-18T15:30").getTime())).toBe(new Date(begin).getTime());
	});

	test("this week begins on the Monday of a Sunday, and on Monday itself", () => {
		const monday = new Date("2026-03-16T00:00").getTime();
		expect(beginOf("week", new Date("2026-03-22T23:00").getTime())).toBe(monday);
		expect(beginOf("week", monday)).toBe(monday);
	});

	test("begins before it is asked for, and today within the week and the month", () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4e12 }), (now) => {
				for (const since of SINCES) expect(beginOf(since, now)).toBeLessThanOrEqual(now);
				expect(beginOf("week", now)).toBeLessThanOrEqual(beginOf("today", now));
				expect(beginOf("month", now)).toBeLessThanOrEqual(beginOf("today", now));
				expect(now - beginOf("today", now)).toBeLessThan(26 * HOUR_MS);
			}),
		);
	});
});

const filters: fc.Arbitrary<Filter> = fc.record(
	{
		source: fc.constantFrom("a", "d", "gone"),
		group: fc.constantFrom("world", "sport", "gone"),
		state: fc.constantFrom("unread", "saved", "watched"),
		query: fc.constantFrom("ferry", "a", "nothing at all"),
	},
	{ requiredKeys: [] },
);
const rows: fc.Arbitrary<Row[]> = fc.array(
	fc.record({
		headline: fc.record(
			{
				id: fc.string({ minLength: 1 }),
				title: fc.constantFrom("The ferry is back", "A bridge"),
				source: fc.constantFrom("a", "b", "c", "d"),
				publishedAt: fc.integer({ min: 0, max: 10 }),
				kind: fc.constant("bare" as const),
				watched: fc.constant(true as const),
			},
			{ requiredKeys: ["id", "title", "source", "publishedAt", "kind"] },
		),
		sourceTitle: fc.constant("Harbour"),
		mark: fc.record({ read: fc.constant(1), saved: fc.constant(1) }, { requiredKeys: [] }),
	}),
);
const from = fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined });

const listed = (all: Row[], filter: Filter, begin: number | undefined) => {
	const scope = scopeOf(filter, SOURCES, begin);
	const words = filter.query ? filter.query.split(" ") : [];
	return chooseRows(
		all.filter(({ headline }) => isInScope(headline, scope)),
		filter.state ?? "all",
		words,
	);
};

describe("a filter", () => {
	test("that says nothing leaves everything", () => {
		fc.assert(
			fc.property(rows, (all) => {
				expect(listed(all, {}, undefined)).toEqual(all);
			}),
		);
	});

	test("only ever leaves less, the more it says", () => {
		fc.assert(
			fc.property(rows, filters, from, (all, filter, begin) => {
				const narrow = listed(all, filter, begin);
				const { state: _, ...ofAnyState } = filter;
				const { query: __, ...ofAnyWords } = filter;
				for (const wider of [ofAnyState, ofAnyWords, widened(filter)])
					for (const row of narrow) expect(listed(all, wider, undefined)).toContain(row);
			}),
		);
	});

	test("leaves the same whichever of its parts is applied first", () => {
		fc.assert(
			fc.property(rows, filters, from, (all, filter, begin) => {
				const { state, ...rest } = filter;
				const byState = state ? { state } : {};
				const whole = listed(all, filter, begin);
				expect(listed(listed(all, byState, undefined), rest, begin)).toEqual(whole);
				expect(listed(listed(all, rest, begin), byState, undefined)).toEqual(whole);
				expect(listed(whole, filter, begin)).toEqual(whole);
			}),
		);
	});

	test("of a group is all of its sources, and of a group that isn't there is none", () => {
		expect(scopeOf({ group: "world" }, SOURCES, undefined)).toEqual({ sources: ["a", "b"] });
		expect(scopeOf({ group: "gone" }, SOURCES, 7)).toEqual({ sources: [], from: 7 });
	});
});
