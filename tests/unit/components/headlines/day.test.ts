import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { dayOf, dayStarts, sayDay } from "@/components/headlines/day";
import { DAY_MS } from "@/data/model/durations";

const ZONES = [
	"UTC",
	"Europe/Berlin",
	"America/New_York",
	"Asia/Kolkata",
	"Pacific/Kiritimati",
	"Asia/Beirut",
];

const zone = process.env.TZ;
const inZone = (name: string) => {
	process.env.TZ = name;
};
beforeEach(() => inZone("UTC"));
afterEach(() => {
	if (zone === undefined) delete process.env.TZ;
	else process.env.TZ = zone;
});

const times = fc.integer({ min: Date.UTC(1971, 0), max: Date.UTC(2099, 0) });

describe("the day that a time falls on", () => {
	test("never goes back as time goes on, and is the same for all of a day, in every zone", () => {
		fc.assert(
			fc.property(fc.constantFrom(...ZONES), times, fc.nat(3 * DAY_MS), (name, time, more) => {
				inZone(name);
				const first = new Date(time);
				const later = new Date(time + more);
				const passed = dayOf(later.getTime()) - dayOf(time);
				expect(passed).toBeGreaterThanOrEqual(0);
				expect(passed === 0).toBe(first.toDateString() === later.toDateString());
			}),
		);
	});

	test("is one more at each midnight, over a night that is an hour shorter or longer too", () => {
		inZone("Europe/Berlin");
		for (const night of ["2025-03-30", "2025-10-26", "2025-07-24"]) {
			const noon = new Date(`${night}T12:00:00`).getTime();
			const before = new Date(noon);
			before.setDate(before.getDate() - 1);
			expect(dayOf(noon) - dayOf(before.getTime())).toBe(1);
			const midnight = new Date(`${night}T00:00:00`).getTime();
			expect(dayOf(midnight) - dayOf(midnight - 1)).toBe(1);
		}
	});

	test("is one more from New Year's Eve to New Year's Day", () => {
		const newYear = Date.UTC(2026, 0, 1);
		expect(dayOf(newYear) - dayOf(newYear - 1)).toBe(1);
	});
});

describe("a day's name", () => {
	const today = dayOf(Date.UTC(2026, 0, 3, 12));
	test.each([
		[0, "Today"],
		[-1, "Today"],
		[1, "Yesterday"],
		[2, "Thursday"],
		[6, "Sunday"],
		[7, "27 December 2025"],
		[367, "1 January 2025"],
	])("%i days ago is “%s”", (ago, name) => {
		expect(sayDay(today - ago, today, "en-GB")).toBe(name);
	});

	test("leaves out the year while it lasts", () => {
		const july = dayOf(Date.UTC(2025, 6, 24));
		expect(sayDay(july, dayOf(Date.UTC(2025, 11, 31)), "en-GB")).toBe("24 July");
		expect(sayDay(july, dayOf(Date.UTC(2026, 0, 1)), "en-GB")).toBe("24 July 2025");
	});

	test("is in the language that is asked for", () => {
		expect(sayDay(today - 1, today, "de")).toBe("Gestern");
		expect(sayDay(today - 2, today, "fr")).toBe("Jeudi");
	});

	test("is another one for each of a week's days", () => {
		fc.assert(
			fc.property(times, (time) => {
				const day = dayOf(time);
				const names = Array.from({ length: 7 }, (_, ago) => sayDay(day - ago, day, "en-GB"));
				expect(new Set(names).size).toBe(7);
			}),
			{ numRuns: 30 },
		);
	});
});

describe("the days of a list", () => {
	test("begin at the first headline of each, and each headline belongs to the last that began", () => {
		fc.assert(
			fc.property(fc.constantFrom(...ZONES), fc.array(times), (name, some) => {
				inZone(name);
				const list = some.toSorted((a, b) => b - a);
				const starts = dayStarts(list);
				let current: number | undefined;
				list.forEach((time, place) => {
					current = starts[place] ?? current;
					expect(current).toBe(dayOf(time));
				});
				const begun = starts.filter((start) => start !== undefined);
				expect(new Set(begun).size).toBe(begun.length);
			}),
		);
	});
});
