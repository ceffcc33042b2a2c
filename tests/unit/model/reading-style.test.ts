import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	DEFAULT_READING_STYLE,
	FACES,
	READING_BOUNDS,
	READING_THEMES,
	readReadingStyle,
} from "@/data/model/reading-style";
import { changedSettings, DEFAULT_SETTINGS } from "@/data/model/settings";

const anyNumber = fc.oneof(fc.double(), fc.integer({ min: -10, max: 200 }));
const anything = fc.record(
	{
		face: fc.oneof(fc.constantFrom(...FACES), fc.string()),
		theme: fc.oneof(fc.constantFrom(...READING_THEMES), fc.string()),
		size: anyNumber,
		measure: anyNumber,
		leading: anyNumber,
		justify: fc.oneof(fc.boolean(), fc.integer()),
		hyphenate: fc.oneof(fc.boolean(), fc.constant(null)),
	},
	{ requiredKeys: [] },
);

describe("a reading style", () => {
	test("is within its bounds, whatever is read as one", () => {
		fc.assert(
			fc.property(fc.oneof(anything, fc.anything()), (stored) => {
				const style = { ...DEFAULT_READING_STYLE, ...readReadingStyle(stored) };
				expect(FACES).toContain(style.face);
				expect(READING_THEMES).toContain(style.theme);
				for (const field of ["size", "measure", "leading"] as const) {
					expect(style[field]).toBeGreaterThanOrEqual(READING_BOUNDS[field].min);
					expect(style[field]).toBeLessThanOrEqual(READING_BOUNDS[field].max);
				}
				expect(typeof style.justify).toBe("boolean");
				expect(typeof style.hyphenate).toBe("boolean");
			}),
		);
	});

	test("is read again as what was read", () => {
		fc.assert(
			fc.property(anything, (stored) => {
				const style = readReadingStyle(stored);
				expect(readReadingStyle(JSON.parse(JSON.stringify(style)))).toEqual(style);
			}),
		);
	});

	test("keeps in a change what the change doesn't name", () => {
		const { reading } = changedSettings(DEFAULT_SETTINGS, { reading: { size: 24 } });
		expect(reading).toEqual({ ...DEFAULT_READING_STYLE, size: 24 });
	});
});
