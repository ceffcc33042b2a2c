import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isQuiet, localMinutes, quietEndsAt } from "../../../data/model/quiet-hours";

const DAY = 24 * 60;
const NIGHT = { from: 22 * 60, to: 7 * 60 };
const minute = fc.integer({ min: 0, max: DAY - 1 });
const hours = fc.record({ from: minute, to: minute }).filter(({ from, to }) => from !== to);

/** The minutes of a day, one by one, from `from` until before `to`. */
function minutesOf({ from, to }: { from: number; to: number }): number[] {
	const minutes = [];
	for (let at = from; at !== to; at = (at + 1) % DAY) minutes.push(at);
	return minutes;
}

describe("quiet hours", () => {
	it("are from their first minute until before their last, across midnight too", () => {
		expect([21 * 60 + 59, 22 * 60, 0, 7 * 60 - 1, 7 * 60].map((at) => isQuiet(NIGHT, at))).toEqual([
			false,
			true,
			true,
			true,
			false,
		]);
		expect([8 * 60, 12 * 60, 13 * 60].map((at) => isQuiet({ from: 12 * 60, to: 13 * 60 }, at))).toEqual([
			false,
			true,
			false,
		]);
	});

	it("are exactly the minutes of their span", () => {
		fc.assert(
			fc.property(hours, (span) => {
				const quiet = Array.from({ length: DAY }, (_, at) => at).filter((at) => isQuiet(span, at));
				expect(quiet).toEqual(minutesOf(span).toSorted((a, b) => a - b));
			}),
		);
	});

	it("and the hours left are a whole day", () => {
		fc.assert(
			fc.property(hours, minute, ({ from, to }, at) => {
				expect(isQuiet({ from, to }, at)).toBe(!isQuiet({ from: to, to: from }, at));
			}),
		);
	});

	it("are never where none are set", () => {
		fc.assert(fc.property(minute, (at) => !isQuiet(null, at) && !isQuiet({ from: at, to: at }, at)));
		expect(quietEndsAt(null, Date.now())).toBeNull();
	});
});

describe("the end of quiet hours", () => {
	const zone = process.env.TZ;
	beforeAll(() => {
		process.env.TZ = "Europe/Berlin";
	});
	afterAll(() => {
		if (zone === undefined) delete process.env.TZ;
		else process.env.TZ = zone;
	});
	const at = (text: string) => new Date(text).getTime();

	it("is at their last minute, today or tomorrow", () => {
		expect(quietEndsAt(NIGHT, at("2025-07-24T23:30:20"))).toBe(at("2025-07-25T07:00:00"));
		expect(quietEndsAt(NIGHT, at("2025-07-25T06:59:59"))).toBe(at("2025-07-25T07:00:00"));
		expect(quietEndsAt(NIGHT, at("2025-07-25T07:00:00"))).toBeNull();
	});

	it("is at the same time on the wall when summer time begins or ends", () => {
		expect(quietEndsAt(NIGHT, at("2025-03-29T23:00:00+01:00"))).toBe(at("2025-03-30T07:00:00+02:00"));
		expect(quietEndsAt(NIGHT, at("2025-10-25T23:00:00+02:00"))).toBe(at("2025-10-26T07:00:00+01:00"));
	});

	it("comes with the hour that is skipped where it lies in that", () => {
		const skipped = { from: 60, to: 2 * 60 + 30 };
		expect(quietEndsAt(skipped, at("2025-03-30T01:30:00+01:00"))).toBe(at("2025-03-30T03:00:00+02:00"));
	});

	it("is the first time from then on that isn't quiet", () => {
		const times = fc.integer({ min: at("2025-01-01T00:00:00"), max: at("2026-01-01T00:00:00") });
		fc.assert(
			fc.property(hours, times, (span, now) => {
				const end = quietEndsAt(span, now);
				expect(end === null).toBe(!isQuiet(span, localMinutes(now)));
				if (end === null) return;
				expect(end).toBeGreaterThan(now);
				expect(isQuiet(span, localMinutes(end))).toBe(false);
				expect(isQuiet(span, localMinutes(end - 1))).toBe(true);
			}),
		);
	});
});
