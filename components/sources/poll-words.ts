import type { Poll } from "@/data/model/source";
import { sayAge } from "../headlines/age";

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("en-GB", {
	day: "numeric",
	month: "short",
	hour: "2-digit",
	minute: "2-digit",
});
const DAY_MS = 86_400_000;

const sayWhen = (at: number, now: number): string => (at - now < DAY_MS ? clock : day).format(at);

/** Says when a feed was last read and when it is next asked: "Read 5 min. ago, next at 14:20". */
export function sayPoll(poll: Poll | undefined, now: number, automatic: boolean): string {
	if (!poll) return "Not read yet";
	const read = poll.succeededAt === undefined ? "Never read" : `Read ${sayAge(poll.succeededAt, now)}`;
	if (!automatic) return `${read}, next when you refresh`;
	return poll.nextAt <= now ? `${read}, next very soon` : `${read}, next at ${sayWhen(poll.nextAt, now)}`;
}
