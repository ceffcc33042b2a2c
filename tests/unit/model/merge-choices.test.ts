import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BackupChoices } from "../../../data/model/backup";
import { mergeChoices, mergeMarks, mergePlaces, mergeSettings } from "../../../data/model/merge-choices";
import type { Rule } from "../../../data/model/rule";
import { DEFAULT_SETTINGS } from "../../../data/model/settings";
import type { Source } from "../../../data/model/source";

const time = fc.integer({ min: 0, max: 5 });
const mark = fc.record({ shown: time, read: time, saved: time }, { requiredKeys: [] });

const source = (id: string, more: Partial<Source> = {}): Source => ({
	id,
	kind: "feed",
	title: id,
	addedAt: 0,
	...more,
});
const rule = (text: string, more: Partial<Rule> = {}): Rule => ({
	id: `id of ${text}`,
	act: "mute",
	match: { kind: "words", text },
	where: "title",
	addedAt: 0,
	...more,
});

describe("two marks as one", () => {
	test("are the same whichever comes first, and however often", () => {
		fc.assert(
			fc.property(mark, mark, mark, (a, b, c) => {
				expect(mergeMarks(a, b)).toEqual(mergeMarks(b, a));
				expect(mergeMarks(mergeMarks(a, b), c)).toEqual(mergeMarks(a, mergeMarks(b, c)));
				expect(mergeMarks(mergeMarks(a, b), b)).toEqual(mergeMarks(a, b));
			}),
		);
	});

	test("lose nothing that was done in either", () => {
		fc.assert(
			fc.property(mark, mark, (a, b) => {
				expect(Object.keys(mergeMarks(a, b)).sort()).toEqual(
					[...new Set([...Object.keys(a), ...Object.keys(b)])].sort(),
				);
			}),
		);
	});
});

describe("two settings as one", () => {
	test("keep what is set here, and take what isn’t", () => {
		const here = {
			...DEFAULT_SETTINGS,
			theme: "dark" as const,
			reading: { ...DEFAULT_SETTINGS.reading, size: 22 },
		};
		const there = {
			...DEFAULT_SETTINGS,
			theme: "light" as const,
			wordsPerMinute: 240,
			reading: { ...DEFAULT_SETTINGS.reading, size: 30, measure: 80 },
			quietHours: { from: 1, to: 2 },
		};
		expect(mergeSettings(here, there)).toEqual({
			...here,
			wordsPerMinute: 240,
			quietHours: { from: 1, to: 2 },
			reading: { ...here.reading, measure: 80 },
		});
		expect(mergeSettings(mergeSettings(here, there), there)).toEqual(mergeSettings(here, there));
	});
});

describe("two choices as one", () => {
	const here: BackupChoices = {
		sources: [source("a", { title: "Mine" }), source("b")],
		settings: DEFAULT_SETTINGS,
		rules: [rule("tea"), rule("rain", { until: 10 }), rule("snow", { until: 30 })],
	};
	const there: BackupChoices = {
		sources: [source("c"), source("a")],
		settings: DEFAULT_SETTINGS,
		rules: [rule("RAIN", { id: "other", until: 20 }), rule("snow"), rule("hail")],
	};
	const both = mergeChoices(here, there);

	test("have every source once, as it is here", () => {
		expect(both.sources).toEqual([source("a", { title: "Mine" }), source("b"), source("c")]);
	});

	test("have every rule once, for as long as either wants it", () => {
		expect(both.rules).toEqual([rule("tea"), rule("rain", { until: 20 }), rule("snow"), rule("hail")]);
	});

	test("are no others when they are made one again", () => {
		expect(mergeChoices(both, there)).toEqual(both);
	});
});

test("of two places in one article the later counts, with what was heard in either", () => {
	const one = { id: "x", at: 1, read: 0.9, heard: { a: 5, b: 6 } };
	const other = { id: "x", at: 2, read: 0.1, heard: { a: 7 } };
	expect(mergePlaces(one, other)).toEqual({ id: "x", at: 2, read: 0.1, heard: { a: 7, b: 6 } });
	expect(mergePlaces(other, one)).toEqual(mergePlaces(one, other));
});
