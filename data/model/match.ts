import type { SourceId } from "./headline";
import { readPattern } from "./match-pattern";
import { createWordsMatch } from "./match-words";
import { plainText } from "./plain-text";
import type { Rule, RuleId, RuleMatch } from "./rule";
import { searchForm } from "./search-form";

/** What of a headline the rules look at. */
export interface Story {
	title: string;
	source: SourceId;
	/** The text as HTML, where there is any. */
	html?: string | undefined;
}

/** Which rules concern a headline. */
export interface Verdict {
	mutedBy: RuleId[];
	watchedBy: RuleId[];
}

/** Finds out which rules concern a headline. */
export type Judge = (story: Story) => Verdict;

/** A story's wordings, each made once and only if a rule asks for it. */
interface Wording {
	plain: string;
	form: string;
}

function wordingOf(read: () => string): Wording {
	let plain: string | undefined;
	let form: string | undefined;
	return {
		get plain() {
			plain ??= read();
			return plain;
		},
		get form() {
			form ??= searchForm(this.plain);
			return form;
		},
	};
}

/** How what a rule looks for is found in a wording; a rule that can't be used finds nothing. */
function finderOf(match: Exclude<RuleMatch, { kind: "source" }>): (wording: Wording) => boolean {
	if (match.kind === "words") {
		const hasWords = createWordsMatch(match.text);
		return (wording) => hasWords?.(wording.form) ?? false;
	}
	const read = readPattern(match.text);
	return (wording) => read.ok && read.matches(wording.plain);
}

type Test = (story: Story, title: Wording, text: Wording) => boolean;

function testOf({ match, where }: Rule): Test {
	if (match.kind === "source") return (story) => story.source === match.source;
	const finds = finderOf(match);
	return (_, title, text) => finds(title) || (where === "text" && finds(text));
}

/** Makes the judge for some rules. */
export function createJudge(rules: readonly Rule[]): Judge {
	const tests = rules.map((rule) => ({ rule, test: testOf(rule) }));
	// Without rules, 50,000 headlines would take half a second to be told that there are none.
	if (tests.length === 0) return () => ({ mutedBy: [], watchedBy: [] });
	return (story) => {
		const title = wordingOf(() => story.title);
		const text = wordingOf(() => (story.html === undefined ? "" : plainText(story.html)));
		const met = tests.filter(({ test }) => test(story, title, text)).map(({ rule }) => rule);
		const idsOf = (act: Rule["act"]) => met.filter((rule) => rule.act === act).map(({ id }) => id);
		return { mutedBy: idsOf("mute"), watchedBy: idsOf("watch") };
	};
}

/** Whether any of some rules looks at the text behind a headline. */
export const looksAtText = (rules: readonly Rule[]): boolean =>
	rules.some(({ match, where }) => where === "text" && match.kind !== "source");
