import { RE2JS } from "re2js";

/** The largest pattern, in instructions of its engine: one that repeats something often becomes large. */
const PROGRAM_LIMIT = 1000;
/** A script as JavaScript names it; the engine wants its bare name. */
const SCRIPT = /\\(p)\{(?:Script|sc)=(\w+)\}/gi;

/** What keeps a pattern from being used. */
export type PatternFault = "pattern-broken" | "pattern-slow";

/** A pattern that can be used, or why not. */
export type ReadPattern =
	| { ok: true; matches: (text: string) => boolean }
	| { ok: false; fault: PatternFault };

/** Whether the browser's own engine takes a pattern. */
function isRegExp(pattern: string): boolean {
	try {
		new RegExp(pattern, "iu");
		return true;
	} catch {
		return false;
	}
}

/**
 * Reads a user's regular expression, without regard to case. It runs in an engine whose time grows with the
 * text alone, whatever the pattern, so that none can run away; what only backtracking can find, such as
 * (?=…) and \1, is refused. docs/rules.md gives the reasons.
 */
export function readPattern(pattern: string): ReadPattern {
	try {
		const translated = RE2JS.translateRegExp(pattern).replace(SCRIPT, "\\$1{$2}");
		const program = RE2JS.compile(translated, RE2JS.CASE_INSENSITIVE);
		if (program.programSize() > PROGRAM_LIMIT) return { ok: false, fault: "pattern-slow" };
		// The engine's \s knows the spaces of ASCII alone.
		return { ok: true, matches: (text) => program.test(text.replace(/\s/gu, " ")) };
	} catch {
		return { ok: false, fault: isRegExp(pattern) ? "pattern-slow" : "pattern-broken" };
	}
}
