import type { Verdict } from "../model/match";
import type { RuleId } from "../model/rule";
import type { KeptHeadline } from "./database";

/** A kept headline with a verdict in place of the one that it had. */
export function withVerdict(kept: KeptHeadline, { mutedBy, watchedBy }: Verdict): KeptHeadline {
	const { mutedBy: _, watchedBy: __, ...headline } = kept;
	return {
		...headline,
		...(mutedBy.length > 0 && { mutedBy }),
		...(watchedBy.length > 0 && { watchedBy }),
	};
}

/** The verdict that a kept headline has. */
export const verdictOf = ({ mutedBy = [], watchedBy = [] }: KeptHeadline): Verdict => ({
	mutedBy,
	watchedBy,
});

/** A verdict without one rule. */
export const withoutRule = ({ mutedBy, watchedBy }: Verdict, rule: RuleId): Verdict => ({
	mutedBy: mutedBy.filter((id) => id !== rule),
	watchedBy: watchedBy.filter((id) => id !== rule),
});

/** Two verdicts as one. */
export const both = (one: Verdict, other: Verdict): Verdict => ({
	mutedBy: [...one.mutedBy, ...other.mutedBy],
	watchedBy: [...one.watchedBy, ...other.watchedBy],
});
