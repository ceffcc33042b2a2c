import { describe, expect, test } from "vitest";
import { sayNextLook, sayWhen } from "@/components/words/when";

/** In November 2026, of which the 27th is a Friday, by the clock on the wall. */
const at = (day: number, hours: number, minutes = 0) => new Date(2026, 10, day, hours, minutes).getTime();
const NOW = at(27, 22, 30);

describe("when something is", () => {
	test.each([
		[NOW, "any moment now"],
		[at(27, 9), "any moment now"],
		[at(27, 23, 59), "at 23:59"],
		[at(28, 0), "tomorrow at 00:00"],
		[at(28, 22, 40), "tomorrow at 22:40"],
		[at(29, 6, 10), "on Sunday at 06:10"],
		[at(30, 9), "on Monday at 09:00"],
		[at(33, 23), "on Thursday at 23:00"],
		[at(34, 9), "on 4 December at 09:00"],
	])("is said by its day", (time, said) => expect(sayWhen(time, NOW)).toBe(said));

	test("is tomorrow also where a day has 23 or 25 hours", () => {
		for (const month of [2, 9])
			for (let day = 20; day <= 31; day++)
				expect(
					sayWhen(new Date(2026, month, day + 1, 8).getTime(), new Date(2026, month, day, 23).getTime()),
				).toBe("tomorrow at 08:00");
	});
});

test("nothing is promised where no look at the sources is planned", () => {
	expect(sayNextLook(null, NOW)).toBe("No next look at your sources is planned; refresh when you like.");
	expect(sayNextLook(at(30, 9), NOW)).toBe("The next look at your sources is on Monday at 09:00.");
});
