import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HOUR_MS, MINUTE_MS } from "../../../data/model/durations";
import { composeNotice, mayTellAt, noticePath } from "../../../data/model/notification";
import { isQuiet, localMinutes } from "../../../data/model/quiet-hours";

const NOW = new Date("2025-07-24T12:00:00").getTime();
const told = (n: number) => ({ id: `id-${n}`, title: `Headline ${n}`, sourceTitle: "The Harbour" });

describe("a notification", () => {
	it("of one headline is that headline, and opens its article", () => {
		const notice = composeNotice([told(1)], NOW);
		expect(notice).toMatchObject({ title: "Headline 1", message: "The Harbour" });
		expect(noticePath(notice.id)).toBe("/options.html#/read/id-1");
	});

	it("of several says how many and gives the first four titles, and opens the list", () => {
		const notice = composeNotice([told(1), told(2), told(3), told(4), told(5), told(6)], NOW);
		expect(notice.title).toBe("6 watched headlines");
		expect(notice.message.split("\n")).toEqual([
			"Headline 1",
			"Headline 2",
			"Headline 3",
			"Headline 4",
			"and 2 more",
		]);
		expect(noticePath(notice.id)).toBe("/options.html#/");
		expect(composeNotice([told(1), told(2)], NOW).message).toBe("Headline 1\nHeadline 2");
	});
});

describe("when a notification may be given", () => {
	const limits = { quietHours: null, notifyPerHour: 2 };

	it("is now, until the hour has had as many as the user allows", () => {
		expect(mayTellAt([], limits, NOW)).toBe(NOW);
		expect(mayTellAt([NOW - MINUTE_MS], limits, NOW)).toBe(NOW);
		expect(mayTellAt([NOW - 50 * MINUTE_MS, NOW - MINUTE_MS], limits, NOW)).toBe(NOW + 10 * MINUTE_MS);
		expect(mayTellAt([NOW - HOUR_MS, NOW - MINUTE_MS], limits, NOW)).toBe(NOW);
	});

	it("is after the quiet hours that it would fall in", () => {
		const quietHours = { from: 12 * 60 + 5, to: 14 * 60 };
		expect(mayTellAt([], { ...limits, quietHours }, NOW)).toBe(NOW);
		expect(mayTellAt([], { ...limits, quietHours }, NOW + 5 * MINUTE_MS)).toBe(NOW + 2 * HOUR_MS);
		expect(mayTellAt([NOW - 50 * MINUTE_MS, NOW], { ...limits, quietHours }, NOW)).toBe(NOW + 2 * HOUR_MS);
	});

	it("isn't put off by a clock that was set back", () => {
		expect(mayTellAt([NOW + HOUR_MS, NOW + HOUR_MS], limits, NOW)).toBe(NOW);
	});

	it("is never in quiet hours, and never lets more into any 60 minutes", () => {
		const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
		const quiet = fc.option(fc.record({ from: minute, to: minute }), { nil: null });
		const gaps = fc.array(fc.integer({ min: 0, max: 3 * HOUR_MS }), { maxLength: 60 });
		fc.assert(
			fc.property(quiet, fc.integer({ min: 1, max: 12 }), gaps, (quietHours, notifyPerHour, waits) => {
				const given: number[] = [];
				let now = NOW;
				for (const wait of waits) {
					now = mayTellAt(given, { quietHours, notifyPerHour }, now);
					given.push(now);
					now += wait;
				}
				for (const at of given) {
					expect(isQuiet(quietHours, localMinutes(at))).toBe(false);
					expect(given.filter((other) => other > at - HOUR_MS && other <= at).length).toBeLessThanOrEqual(
						notifyPerHour,
					);
				}
			}),
		);
	});
});
