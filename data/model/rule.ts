import type { SourceId } from "./headline";
import { searchForm } from "./search-form";

/** Names one rule for good. */
export type RuleId = string;

/**
 * What a rule looks for:
 * - `words`: a word or a phrase, as whole words in any script;
 * - `pattern`: a regular expression;
 * - `source`: everything that a source brings.
 */
export type RuleMatch =
	| { kind: "words"; text: string }
	| { kind: "pattern"; text: string }
	| { kind: "source"; source: SourceId };

/** A rule as the user gives it. */
export interface RuleDraft {
	/** Muted headlines are hidden and never counted; watched ones are marked and go first. */
	act: "mute" | "watch";
	match: RuleMatch;
	/** Whether the text behind a headline is looked at too, or its title alone. */
	where: "title" | "text";
	/** Until when it holds, in milliseconds since 1970; absent for ever. */
	until?: number;
}

/** One rule of the user's, by which headlines are muted or watched. */
export interface Rule extends RuleDraft {
	id: RuleId;
	/** Milliseconds since 1970. */
	addedAt: number;
}

/** The longest words or pattern that a rule looks for, in characters. */
export const RULE_TEXT_LIMIT = 200;

/** Whether a rule has run out at a time, in milliseconds since 1970. */
export const hasEnded = ({ until }: RuleDraft, now: number): boolean => until !== undefined && until <= now;

/** When the first of some rules runs out, in milliseconds since 1970; undefined where none does. */
export const firstEnd = (rules: readonly RuleDraft[]): number | undefined =>
	rules.reduce<number | undefined>(
		(first, { until }) => (until === undefined ? first : Math.min(until, first ?? until)),
		undefined,
	);

/** What a match looks for, written so that two that find the same read the same. */
const nameOf = (match: RuleMatch): string => {
	if (match.kind === "source") return match.source;
	return match.kind === "words" ? searchForm(match.text) : match.text;
};

/** Names what a rule does, however long: two rules that do the same have the same name. */
export const ruleName = ({ act, match, where }: Pick<RuleDraft, "act" | "match" | "where">): string =>
	[act, match.kind, match.kind === "source" ? "" : where, nameOf(match)].join(" ");

/** Whether two rules do the same, however long. */
export const isSameRule = (one: RuleDraft, other: RuleDraft): boolean => ruleName(one) === ruleName(other);
