import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { readPattern } from "../../../data/model/match-pattern";
import { effortOf } from "../support/effort";

const matches = (pattern: string, text: string) => {
	const read = readPattern(pattern);
	return read.ok ? read.matches(text) : read.fault;
};

describe("a pattern", () => {
	test.each([
		["^live:", "LIVE: the vote", true],
		["(world|euro) ?cup \\d{4}", "World Cup 2030", true],
		["футбол|хоккей", "ХОККЕЙ сегодня", true],
		["\\p{Script=Han}{2}", "今晚", true],
		["[\\u4e00-\\u9fff]{2}", "今晚", true],
		["(?<year>\\d{4})", "in 2030", true],
		["two\\swords", "two\u00a0words", true],
		["^$", "something", false],
	])("%s on %s: %s", (pattern, text, found) => expect(matches(pattern, text)).toBe(found));

	test.each(["(", "[a-", "a{2,1}", "*", "\\"])("%s that isn't one is called so", (pattern) =>
		expect(matches(pattern, "")).toBe("pattern-broken"),
	);

	test.each(["(?=(a+)+$)b", "(a+)\\1+$", "(?<!un)official", "\\p{L}{1000}\\p{L}{1000}"])(
		"%s that could take long is refused",
		(pattern) => expect(matches(pattern, "")).toBe("pattern-slow"),
	);
});

describe("a pattern that runs away elsewhere", () => {
	test.each([
		"(a+)+$",
		"(a|a)*$",
		"(\\w*)*x",
		"a*a*a*b",
		"((a+)+b)+c",
		"(a|aa)+$",
		"(.*)*=",
		"(x+x+)+y",
		"^(\\s+|\\w+)*$",
		"(\\w+\\s?)*!",
		"(a?){30}a{30}$",
		"((a{1,10}){1,10}){1,10}$",
		"(?:\\p{L}+[ -]?)+$",
		"(((((a*)*)*)*)*)*$",
	])("%s is refused, or has read the longest text in no time", (pattern) => {
		const effort = effortOf(() => {
			const read = readPattern(pattern);
			if (read.ok) {
				read.matches(`${"a".repeat(20_000)}!?`);
				read.matches(`${"a b ".repeat(5000)}!?`);
			} else expect(read.fault).toBe("pattern-slow");
		});
		expect(effort).toBeLessThan(2000);
	});

	it("is none of any that chance can put together", () => {
		const bit = fc.constantFrom(
			"a",
			"b",
			"\\w",
			".",
			"(",
			")",
			"|",
			"*",
			"+",
			"?",
			"{1,9}",
			"[ab]",
			"^",
			"$",
		);
		fc.assert(
			fc.property(fc.array(bit, { maxLength: 30 }), (bits) => {
				const read = readPattern(bits.join(""));
				const effort = effortOf(() => read.ok && read.matches(`${"ab".repeat(1000)}!`));
				expect(effort).toBeLessThan(2000);
			}),
			{ numRuns: 300 },
		);
	});
});

test("simple patterns find what the browser's own engine finds", () => {
	const atom = fc.constantFrom("a", "b", "[ab]", "\\d", "\\w", ".", "\\b", "(ab)", "(?:a|b)");
	const piece = fc
		.tuple(atom, fc.constantFrom("", "", "?", "{2}"))
		.map(([one, times]) => (one === "\\b" ? one : one + times));
	fc.assert(
		fc.property(
			fc.array(piece, { maxLength: 6 }).map((all) => all.join("")),
			fc.stringMatching(/^[abAB1 é]{0,12}$/),
			(pattern, text) => {
				expect(matches(pattern, text)).toBe(new RegExp(pattern, "iu").test(text));
			},
		),
	);
});
