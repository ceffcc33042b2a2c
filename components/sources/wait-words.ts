import { DAY_MS } from "@/data/model/durations";
import type { Poll } from "@/data/model/source";

const hour = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("en-GB", {
	day: "numeric",
	month: "short",
	hour: "2-digit",
	minute: "2-digit",
});

/** Says a time to come: "14:20" within a day, "24 Jul, 14:20" after that. */
export const sayTime = (at: number, now: number): string => (at - now < DAY_MS ? hour : day).format(at);

/** Says until when a host has asked to be left alone, or nothing. */
export const sayWait = ({ waitUntil = 0 }: Pick<Poll, "waitUntil">, now: number): string =>
	waitUntil > now ? ` It asked us to wait until ${sayTime(waitUntil, now)}.` : "";
