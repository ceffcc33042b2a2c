import { describe, expect, test } from "vitest";
import { sayAge } from "@/components/headlines/age";
import { MINUTE_MS } from "@/data/model/durations";

const now = Date.UTC(2026, 5, 15, 12);
const ago = (minutes: number) => sayAge(now - minutes * MINUTE_MS, now);

describe("an age", () => {
	test.each([
		[0, "now"],
		[5, "5 min. ago"],
		[125, "2 hr. ago"],
		[25 * 60, "yesterday"],
		[3 * 24 * 60, "3 days ago"],
	])("of %i minutes is “%s”", (minutes, words) => expect(ago(minutes)).toBe(words));

	test("of more than a week is a date, without the year where it is this one", () => {
		expect(sayAge(Date.UTC(2026, 4, 2, 12), now)).toBe("2 May");
		expect(sayAge(Date.UTC(2025, 6, 24, 12), now)).toBe("24 Jul 2025");
	});

	test("of something from the future is now", () => expect(ago(-90)).toBe("now"));
});
