import { expect, it } from "vitest";
import { DAY_MS, HOUR_MS } from "../../../data/model/durations";
import { rhythmOf } from "../../../data/refresh/rhythm";
import { story } from "../support/store";

const NOW = Date.UTC(2025, 6, 24, 12);
const published = (...hoursAgo: number[]) =>
	hoursAgo.map((hours) => story(String(hours), { publishedAt: NOW - hours * HOUR_MS }));
const undated = (key: string) => {
	const { publishedAt, ...rest } = story(key);
	return rest;
};

it("a feed's rhythm is the median time between its newest headlines, in whatever order they stand", () => {
	expect(rhythmOf(published(30, 2, 26, 50, 1000), NOW)).toEqual({
		newestAt: NOW - 2 * HOUR_MS,
		gapMs: DAY_MS,
		holdsSince: NOW - 1000 * HOUR_MS,
		holds: 5,
	});
});

it("since when it holds what it published is known where it dates all of it, be it in the future", () => {
	expect(rhythmOf([...published(3, 70), undated("a")], NOW).holdsSince).toBeUndefined();
	expect(rhythmOf(published(-5, 70), NOW).holdsSince).toBe(NOW - 70 * HOUR_MS);
	expect(rhythmOf(published(70, 3), NOW).holdsSince).toBe(NOW - 70 * HOUR_MS);
});

it("an empty answer says nothing of what it will hold", () => {
	expect(rhythmOf([], NOW, { holdsSince: 3 })).toEqual({ newestAt: NOW, holdsSince: 3 });
});

it("an answer that is shorter than those before is believed with the third running", () => {
	const since = (hours: number) => NOW - hours * HOUR_MS;
	const whole = rhythmOf(published(3, 70), NOW);
	const first = rhythmOf(published(2), NOW, whole);
	const second = rhythmOf(published(1), NOW, first);
	expect([first, second].map(({ holdsSince }) => holdsSince)).toEqual([since(70), since(70)]);
	expect(rhythmOf(published(1), NOW, second)).toEqual({ newestAt: since(1), holdsSince: since(1), holds: 1 });
	const again = rhythmOf(published(1, 60), NOW, second);
	expect(again).toMatchObject({ holdsSince: since(60), holds: 2 });
	expect(rhythmOf(published(0), NOW, again).holdsSince).toBe(since(60));
});

it("what it published long ago doesn't count", () => {
	const lately = Array.from({ length: 12 }, (_, n) => n);
	expect(rhythmOf(published(...lately, 5000, 9000), NOW).gapMs).toBe(HOUR_MS);
});

it("dates to come count for nothing", () => {
	expect(rhythmOf(published(-5, 3), NOW)).toMatchObject({ newestAt: NOW - 3 * HOUR_MS });
});

it("a feed that dates nothing, or holds nothing, has published just now", () => {
	expect(rhythmOf([undated("a"), undated("b")], NOW)).toEqual({ newestAt: NOW, holds: 2 });
	expect(rhythmOf([], NOW)).toEqual({ newestAt: NOW });
});
