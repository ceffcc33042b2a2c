import { DAY_MS } from "@/data/model/durations";
import type { SourceId } from "@/data/model/headline";
import type { RuleDraft } from "@/data/model/rule";

/** What a rule does, as people choose it. */
export const ACTS = { mute: "Mute", watch: "Watch for" } as const;
/** What a rule looks for. */
export const KINDS = { words: "Words", pattern: "Regular expression", source: "Source" } as const;
/** Where a rule looks; a page that is fetched for the reader isn’t looked at. */
export const PLACES = { title: "In the title", text: "In the title or the source’s text" } as const;
/** For how long a rule holds. */
export const TIMES = { ever: "For ever", day: "For a day", week: "For a week" } as const;

const DAYS: Record<keyof typeof TIMES, number | null> = { ever: null, day: 1, week: 7 };

/** A rule as it stands in the form. */
export interface RuleChoice {
	act: keyof typeof ACTS;
	kind: keyof typeof KINDS;
	/** Words or a pattern. */
	text: string;
	/** For a rule of this kind. */
	source: SourceId | undefined;
	where: keyof typeof PLACES;
	time: keyof typeof TIMES;
}

/** The rule that is meant at a time, in milliseconds since 1970; undefined as long as it looks for nothing. */
export function draftOf(
	{ act, kind, text, source, where, time }: RuleChoice,
	now: number,
): RuleDraft | undefined {
	const days = DAYS[time];
	const until = days !== null && { until: now + days * DAY_MS };
	if (kind !== "source")
		return text.trim() === "" ? undefined : { act, match: { kind, text }, where, ...until };
	return source === undefined ? undefined : { act, match: { kind, source }, where: "title", ...until };
}
