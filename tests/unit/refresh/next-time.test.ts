import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../../data/model/durations";
import type { PollHints } from "../../../data/model/source";
import { nextTime, outsideSkipped, type Pace, waitMs } from "../../../data/refresh/next-time";

const NOW = Date.UTC(2025, 6, 24, 12);
const times = { refreshMinutes: 30, now: NOW, random: () => 0 };

const minutes = fc.integer({ min: 1, max: 600_000 });
const hints: fc.Arbitrary<PollHints> = fc.record(
	{
		ttlMinutes: minutes,
		updateMinutes: minutes,
		skipHours: fc.uniqueArray(fc.integer({ min: 0, max: 23 })),
		skipDays: fc.uniqueArray(fc.integer({ min: 0, max: 6 })),
		expired: fc.constant(true as const),
	},
	{ requiredKeys: [] },
);
const pace: fc.Arbitrary<Pace> = fc.record(
	{
		freshUntil: fc.integer({ min: NOW - 30 * DAY_MS, max: NOW + 400 * DAY_MS }),
		hints,
		newestAt: fc.integer({ min: 0, max: NOW }),
		gapMs: fc.integer({ min: 0, max: 400 * DAY_MS }),
	},
	{ requiredKeys: [] },
);
const interval = fc.constantFrom(0, 15, 30, 60, 180, 720);
const random = fc.double({ min: 0, max: 1, noNaN: true });
const hasSkips = ({ skipHours = [], skipDays = [] }: PollHints) => skipHours.length + skipDays.length > 0;

describe("how long a feed is left alone", () => {
	it.each([
		["the user's interval, where nothing is known of it", {}, 30 * MINUTE_MS],
		["what its ttl says", { hints: { ttlMinutes: 90 } }, 90 * MINUTE_MS],
		["what its update period says", { hints: { updateMinutes: 120 } }, 120 * MINUTE_MS],
		[
			"the user's interval, where the feed would be asked more often",
			{ hints: { ttlMinutes: 5 } },
			30 * MINUTE_MS,
		],
		["as long as its last answer holds", { freshUntil: NOW + 2 * HOUR_MS }, 2 * HOUR_MS],
		["an hour, where it publishes daily", { newestAt: NOW - HOUR_MS, gapMs: DAY_MS }, HOUR_MS],
		["seven hours, where it publishes weekly", { newestAt: NOW, gapMs: 7 * DAY_MS }, 7 * HOUR_MS],
		[
			"the user's interval, where it publishes all the time",
			{ newestAt: NOW, gapMs: MINUTE_MS },
			30 * MINUTE_MS,
		],
		[
			"longer and longer, where it has fallen silent",
			{ newestAt: NOW - 10 * DAY_MS, gapMs: HOUR_MS },
			10 * HOUR_MS,
		],
		["a day, where it has been silent for a year", { newestAt: NOW - 365 * DAY_MS }, DAY_MS],
		["a day, where it says that there will be nothing new", { hints: { expired: true as const } }, DAY_MS],
		[
			"a day, whatever it asks for",
			{ hints: { updateMinutes: 525_600 }, freshUntil: NOW + 90 * DAY_MS },
			DAY_MS,
		],
	])("is %s", (_, known, wait) => {
		expect(waitMs(known, times)).toBe(wait);
	});

	it("is never less than the user's interval, and never more than a day", () => {
		fc.assert(
			fc.property(pace, interval, (known, refreshMinutes) => {
				const wait = waitMs(known, { ...times, refreshMinutes });
				expect(wait).toBeGreaterThanOrEqual((refreshMinutes || 60) * MINUTE_MS);
				expect(wait).toBeLessThanOrEqual(DAY_MS);
			}),
		);
	});

	it("never gets shorter when the user chooses a longer interval, or the feed publishes less", () => {
		fc.assert(
			fc.property(pace, interval, interval, fc.nat(400 * DAY_MS), (known, a, b, more) => {
				const [shorter, longer] = a < b ? [a || 60, b || 60] : [b || 60, a || 60];
				const wait = waitMs(known, { ...times, refreshMinutes: Math.min(shorter, longer) });
				expect(waitMs(known, { ...times, refreshMinutes: Math.max(shorter, longer) })).toBeGreaterThanOrEqual(
					wait,
				);
				const quieter = { ...known, gapMs: (known.gapMs ?? 0) + more };
				expect(waitMs(quieter, times)).toBeGreaterThanOrEqual(waitMs(known, times));
			}),
		);
	});
});

describe("the next time", () => {
	it("lies after the wait, within its jitter, and within a week where hours are skipped", () => {
		fc.assert(
			fc.property(pace, interval, random, fc.boolean(), (known, refreshMinutes, chance, isInStep) => {
				const at = { ...times, refreshMinutes, random: () => chance };
				const wait = waitMs(known, at);
				const next = nextTime(known, at, isInStep);
				expect(next).toBeGreaterThanOrEqual(NOW + wait);
				const spread = isInStep ? (refreshMinutes || 60) * MINUTE_MS : wait / 10;
				const skipped = hasSkips(known.hints ?? {}) ? 7 * DAY_MS + 10 * MINUTE_MS : 0;
				expect(next).toBeLessThanOrEqual(NOW + wait + spread + skipped + 1);
			}),
		);
	});

	it("never comes before a wait that isn't a whole number of milliseconds", () => {
		const known = { newestAt: NOW - 3 * DAY_MS - 10 };
		const at = { ...times, random: () => 0 };
		expect(waitMs(known, at)).toBe(3 * HOUR_MS + 1);
		expect(nextTime(known, at, false)).toBe(NOW + 3 * HOUR_MS + 1);
	});

	it("is spread evenly over an interval for many that are in step", () => {
		const nexts = Array.from({ length: 200 }, (_, n) =>
			nextTime({}, { ...times, random: () => n / 200 }, true),
		);
		const perMinute = Math.max(
			...Array.from(
				{ length: 61 },
				(_, m) => nexts.filter((at) => Math.floor((at - NOW) / MINUTE_MS) === m).length,
			),
		);
		expect(perMinute).toBeLessThanOrEqual(7);
	});
});

describe("hours and days that a feed wants to be left alone", () => {
	it("are passed over", () => {
		// NOW is a Thursday, noon.
		expect(outsideSkipped(NOW + 5, { skipHours: [12, 13] }, () => 0)).toBe(NOW + 2 * HOUR_MS);
		expect(outsideSkipped(NOW, { skipDays: [4, 5] }, () => 0)).toBe(Date.UTC(2025, 6, 26));
		expect(outsideSkipped(NOW + 5, { skipHours: [3] }, () => 0)).toBe(NOW + 5);
	});

	it("are never chosen, unless all are to be skipped, and the time never goes back", () => {
		fc.assert(
			fc.property(hints, fc.integer({ min: 0, max: 2e12 }), random, (wanted, at, chance) => {
				const next = outsideSkipped(at, wanted, () => chance);
				expect(next).toBeGreaterThanOrEqual(at);
				const { skipHours = [], skipDays = [] } = wanted;
				if (skipHours.length === 24 || skipDays.length === 7) {
					expect(next).toBe(at);
				} else {
					expect(skipHours).not.toContain(new Date(next).getUTCHours());
					expect(skipDays).not.toContain(new Date(next).getUTCDay());
				}
			}),
		);
	});
});
