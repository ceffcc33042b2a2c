import { expect, test } from "vitest";
import { readDate } from "@/data/formats/feed/dates";

const LANGUAGES = "en en-GB de de-AT nl sv da nb nn is fr es it pt ca gl ro fi pl cs hu tr ru uk el".split(
	" ",
);

const LENGTHS = ["long", "short"] as const;
const FORMS: Intl.DateTimeFormatOptions[] = [{}, { day: "numeric" }, { day: "numeric", year: "numeric" }];

/** A month's names in a language, alone and in a date, in full and in short, as CLDR has them. */
function namesOf(month: number, language: string): Set<string> {
	const names = LENGTHS.flatMap((length) =>
		FORMS.map((form) => {
			const format = new Intl.DateTimeFormat(language, { ...form, month: length, timeZone: "UTC" });
			const parts = format.formatToParts(Date.UTC(2024, month, 15));
			return parts.find(({ type }) => type === "month")?.value.replace(/\.$/, "") ?? "";
		}),
	);
	// In a date some languages have figures; Catalan shortens August to two letters.
	return new Set(names.filter((name) => /\p{L}{3}/u.test(name)));
}

test.each(LANGUAGES)(
	"every month's names in %s are read, long and short, with a full stop or without",
	(language) => {
		for (let month = 0; month < 12; month++)
			for (const name of namesOf(month, language))
				for (const written of [name, `${name}.`, name.toUpperCase(), name.normalize("NFD")])
					expect([written, readDate(`15 ${written} 2024`)]).toEqual([written, Date.UTC(2024, month, 15)]);
	},
);

test("a name that no language has is none", () => {
	expect(readDate("15 Xyz 2024")).toBeUndefined();
});
