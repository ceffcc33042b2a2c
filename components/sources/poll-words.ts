import type { Poll, Source } from "@/data/model/source";
import { sayAge } from "../headlines/age";
import type { SourceEntry } from "../signals/sources";
import { sayTrouble } from "../words/trouble";
import { isTrouble } from "./order";
import { sayTime, sayWait } from "./wait-words";

/** Says when a feed was last read, and when it is asked next: "Read 5 min. ago, next at 14:20". */
export function sayPoll(
	{ source, poll, waitsUntil = 0 }: Pick<SourceEntry, "source" | "poll" | "waitsUntil">,
	now: number,
	automatic: boolean,
): string {
	if (!poll) return source.paused ? "Paused, not read yet" : "Not read yet";
	const age = poll.succeededAt === undefined ? undefined : sayAge(poll.succeededAt, now);
	const read = age === undefined ? "Never read" : age === "now" ? "Read just now" : `Read ${age}`;
	if (source.paused) return `${read}, paused`;
	if (poll.outcome === "gone") return `${read}, not asked any more`;
	if (poll.outcome === "permission-needed") return `${read}, next when you allow it`;
	if (!automatic) return `${read}, next when you refresh`;
	const nextAt = Math.max(poll.nextAt, waitsUntil);
	return nextAt <= now ? `${read}, next very soon` : `${read}, next at ${sayTime(nextAt, now)}`;
}

/** Says what the matter is with a feed, or nothing where all is well: the last answer, in words. */
export function sayMatter(source: Source, poll: Poll | undefined, now: number): string | null {
	if (!isTrouble(poll?.outcome)) return null;
	const about = source.url && URL.canParse(source.url) ? new URL(source.url).hostname : source.title;
	const { outcome: code, status } = poll;
	const trouble = { code, about, ...(status !== undefined && { status }) };
	return sayTrouble(trouble, "It is tried again later.") + sayWait(poll, now);
}
