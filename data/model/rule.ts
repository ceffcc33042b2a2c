import type { SourceId } from "./headline";

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
