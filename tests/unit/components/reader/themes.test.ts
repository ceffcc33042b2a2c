import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** The tokens of each rule of a sheet, by its selector. */
const rules = (sheet: string): Map<string, Record<string, string>> =>
	new Map(
		[...readFileSync(sheet, "utf8").matchAll(/([^{}]+)\{([^{}]+)\}/g)].map(([, selector = "", body = ""]) => [
			selector.replace(/\/\*[\s\S]*?\*\//g, "").trim(),
			Object.fromEntries(
				[...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value]),
			),
		]),
	);

const own = rules("assets/styles/reading-themes.css");
const page = rules("assets/styles/tokens.css").get(":root") ?? {};
/** The page's tokens as they are in one of its two schemes. */
const scheme = (index: 1 | 2) =>
	Object.fromEntries(
		Object.entries(page).map(([name, value]) => [name, /\((#\w+), (#\w+)\)/.exec(value)?.[index] ?? value]),
	);

const THEMES: Record<string, Record<string, string>> = {
	light: scheme(1),
	dark: scheme(2),
	sepia: own.get('.type[data-theme="sepia"]') ?? {},
	black: own.get('.type[data-theme="black"]') ?? {},
};

/** WCAG 2.2, relative luminance. */
function luminance(colour: string | undefined): number {
	const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
		const part = Number.parseInt(colour?.slice(at, at + 2) ?? "", 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: string | undefined, other: string | undefined): number {
	const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (light + 0.05) / (dark + 0.05);
}

describe.each(Object.entries(THEMES))("the %s theme", (_, token) => {
	test.each(["paper", "paper-raised"])(
		"is read on %s: text, notes and links at 4.5 to 1 at least",
		(ground) => {
			for (const text of ["ink", "ink-soft", "accent"])
				expect([text, contrast(token[text], token[ground])]).toEqual([
					text,
					expect.toSatisfy((ratio) => ratio >= 4.5),
				]);
			expect(contrast(token["on-accent"], token.accent)).toBeGreaterThanOrEqual(4.5);
		},
	);

	test("shows the edges of controls and the ring of the focus at 3 to 1 at least", () => {
		for (const line of ["edge", "accent"])
			expect([line, contrast(token[line], token.paper)]).toEqual([
				line,
				expect.toSatisfy((ratio) => ratio >= 3),
			]);
	});

	test("has hairlines that can be seen", () => {
		expect(contrast(token.hairline, token.paper)).toBeGreaterThan(1.25);
	});
});
