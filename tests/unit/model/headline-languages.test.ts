import { describe, expect, test } from "vitest";
import { languagesOf } from "../../../data/model/headline-languages";

const titled = (...titles: string[]) =>
	titles.map((title, at) => ({ id: `${at}`, title, source: title.startsWith("Other") ? "other" : "one" }));
const told = async (
	titles: string[],
	{ declared = {}, detected }: { declared?: Record<string, string>; detected?: string } = {},
) => [
	...(
		await languagesOf(titled(...titles), {
			declared: new Map(Object.entries(declared)),
			detect: async () => detected,
		})
	).values(),
];

describe("the language of a headline", () => {
	test("is what it declares, else what others of its source do, whatever is detected", async () => {
		const detected = "sv";
		expect(
			await told(["Slik blir været", "Haaland scoret igjen"], { declared: { 0: "nb" }, detected }),
		).toEqual(["nb", "nb"]);
		expect(await told(["Other one", "Haaland scoret igjen"], { declared: { 0: "en" }, detected })).toEqual([
			"en",
			"sv",
		]);
	});

	test("isn’t taken from others of its source that are in several", async () => {
		const declared = { 0: "de", 1: "fr" };
		expect(await told(["Eins", "Un", "Tre"], { declared, detected: "it" })).toEqual(["de", "fr", "it"]);
	});

	test.each([
		["fi", "Poliisi on etsinyt silminnäkijöitä"],
		["cs", "Jaké bude počasí o víkendu"],
		["nb", "Slik blir været i helgen og for den som er på fjellet"],
	])(
		"is %s as all of its source’s headlines are, where a list of words tells another or none",
		async (language, title) => {
			expect(await told([title, "Tre"], { detected: language })).toEqual([language, language]);
		},
	);

	test("is that of its script, where its source’s others are in another", async () => {
		const titles = [
			"灯台は残る",
			"It stays, and so does everything that was said of it in the harbour at noon, or later.",
		];
		expect(await told(titles, { detected: "en" })).toEqual(["ja", "en"]);
		expect(await told(["東京都心で大雪", "灯台は残る。".repeat(20)], { detected: "ja" })).toEqual([
			"ja",
			"ja",
		]);
	});

	test("in Cyrillic isn’t detected from a line or two, which browsers get wrong", async () => {
		expect(await told(["Уряд представив новий бюджет, ціни зростуть"], { detected: "sr" })).toEqual(["uk"]);
		expect(await told(["Правителството представи новия бюджет. ".repeat(4)], { detected: "bg" })).toEqual([
			"bg",
		]);
	});

	test("is empty where nobody knows", async () => {
		expect(await told(["Xyzzy"])).toEqual([""]);
	});
});
