import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endsEarly } from "@/data/model/cut-off";

const CUT_OFF = [
	"Founded in 2021 by a team from Kyiv and the Georgian club Bassiani, ICKPA (pronounced “Iskra” which",
	"Bassiani, ICKPA (pronounced “Iskra” which",
	"The ministers met on Tuesday…",
	"The ministers met on Tuesday...",
	"The ministers met on Tuesday […]",
	"The ministers met on Tuesday [...]",
	"The ministers met on Tuesday. Read more",
	"The ministers met on Tuesday. Continue reading →",
	"The ministers met on Tuesday.\nRead the full story »",
	"Министры встретились во вторник. Читать далее",
	"The ministers met on […]\nThe post Ministers meet appeared first on The Daily Example.",
	"The bridge was closed in May. It is due to open again before the winter sets",
	"The bridge was closed in May.\nThe council expects that it will open again before winter sets",
	"Міст закрили у травні.\nРада сподівається, що його знову відкриють до початку зими, а рух",
	"The council was asked about the",
	"The council was asked about costs,",
	`It ${"went on and on ".repeat(12)}without a stop`,
];

const WHOLE = [
	"",
	"   \n ",
	"The bridge is open.",
	"The bridge is open!",
	"Is the bridge open?",
	"橋は開いている。",
	"هل الجسر مفتوح؟",
	"पुल खुला है।",
	"“The bridge is open.”",
	"“The bridge is open”, said the mayor (smiling).",
	"He said: “The bridge is open.”)",
	"The bridge is open. \n",
	"Bridge open",
	"Officials say that the bridge is open again",
	"The bridge was closed in May.\nReporting by A. Writer",
	"The bridge was closed in May. Photo: A. Writer",
	"The bridge was closed in May.\n- a ferry runs every ten minutes from the northern landing stage",
	"The bridge was closed in May. Details and pictures: https://example.org/bridge",
	"The bridge was closed in May and will not open before next winter #bridges",
	"สะพานเปิดแล้ว ".repeat(30),
	"The bridge is open. The post Bridge open appeared first on The Daily Example.",
];

describe("a text that ends before it should", () => {
	test.each(CUT_OFF)("is recognised: %j", (text) => expect(endsEarly(text)).toBe(true));
});

describe("a text that is whole, or may be", () => {
	test.each(WHOLE)("is left in peace: %j", (text) => expect(endsEarly(text)).toBe(false));
});

describe("any text", () => {
	test("that ends in a full stop is whole, unless in three", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (text) => {
				fc.pre(!/[….]\s*$/u.test(text));
				expect(endsEarly(`${text} the end.`)).toBe(false);
			}),
		);
	});

	test("that ends in an ellipsis is cut off", () => {
		fc.assert(
			fc.property(fc.string(), (text) => {
				expect(endsEarly(`${text}…`)).toBe(true);
			}),
		);
	});

	test("is judged at once, however long", () => {
		const started = performance.now();
		for (const part of ["a ", "( ", "The post ", ". ", "read ", "\n", "…a"]) endsEarly(part.repeat(500_000));
		expect(performance.now() - started).toBeLessThan(200);
	});
});
