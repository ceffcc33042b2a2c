import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guessLanguage } from "../../../data/model/language";

describe("a text's language", () => {
	test.each([
		["The council has voted to keep the lighthouse, and that is that.", "en"],
		["Der Rat hat beschlossen, und das ist nicht alles: die Stadt baut mit.", "de"],
		["Le conseil a voté pour la ville, et les travaux sont dans une rue.", "fr"],
		["El consejo votó por la ciudad y los barcos que están en el puerto.", "es"],
		["Совет проголосовал за маяк.", "ru"],
		["Рада проголосувала за маяк і його світло.", "uk"],
		["灯台を残すことに決めた。", "ja"],
		["议会投票决定保留灯塔。", "zh"],
		["의회는 등대를 지키기로 했다.", "ko"],
		["صوت المجلس على إبقاء المنارة", "ar"],
		["המועצה הצביעה בעד המגדלור", "he"],
		["สภาลงมติให้เก็บประภาคาร", "th"],
		["The band Кино plays tonight, and the hall is full.", "en"],
		["1234 — 5678", undefined],
	])("%j is told to be %s", (text, language) => {
		expect(guessLanguage(text)).toBe(language);
	});

	test("is a tag that Intl takes, whatever the text", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (text) => {
				const language = guessLanguage(text);
				expect(language === undefined || Intl.getCanonicalLocales(language).length === 1).toBe(true);
			}),
		);
	});
});
