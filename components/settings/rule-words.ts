import type { Rule } from "@/data/model/rule";
import { countOf } from "../words/count";

const when = new Intl.DateTimeFormat("en-GB", {
	weekday: "short",
	day: "numeric",
	month: "short",
	hour: "2-digit",
	minute: "2-digit",
});

const ACTS = { mute: "Muted", watch: "Watched" } as const;

/** Says where a rule looks, and until when: "Muted in the title, until Thu, 27 Nov, 12:00". */
export function sayRule({ act, match, where, until }: Rule): string {
	const place = where === "text" ? "in the title or the source’s text" : "in the title";
	const what =
		match.kind === "source" ? `${ACTS[act]}, all that this source brings` : `${ACTS[act]} ${place}`;
	return until === undefined ? what : `${what}, until ${when.format(until)}`;
}

/** Says how many headlines a rule concerns now. */
export function sayMatched({ act }: Rule, count: number): string {
	if (count === 0) return act === "mute" ? "Hides nothing yet" : "Matches nothing yet";
	return `${act === "mute" ? "Hides" : "Matches"} ${countOf(count, "headline")}`;
}
