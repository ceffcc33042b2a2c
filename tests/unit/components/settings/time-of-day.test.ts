import fc from "fast-check";
import { expect, it } from "vitest";
import { fromTimeField, toTimeField } from "../../../../components/settings/time-of-day";

it("a time field holds any minute of the day", () => {
	expect(toTimeField(7 * 60 + 5)).toBe("07:05");
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 24 * 60 - 1 }), (minutes) => {
			expect(fromTimeField(toTimeField(minutes))).toBe(minutes);
		}),
	);
});

it("a time field that is empty or unfinished holds none", () => {
	expect(["", "7", "24:00", "10:60", "--:30"].map(fromTimeField)).toEqual(Array(5).fill(undefined));
	expect(fromTimeField("23:59:30")).toBe(24 * 60 - 1);
});
