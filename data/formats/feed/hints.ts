import type { PollHints } from "../../model/source";
import { child, children, childText, type Element, textOf } from "./tree";

const DAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const PERIOD_MINUTES = new Map([
	["hourly", 60],
	["daily", 1440],
	["weekly", 10_080],
	["monthly", 43_200],
	["yearly", 525_600],
]);

const listIn = (channel: Element, list: string, entry: string, read: (text: string) => number): number[] => {
	const holder = child(channel, [list]);
	const found = holder ? children(holder, [entry]).map((one) => read(textOf(one) ?? "")) : [];
	return [...new Set(found.filter((number) => number >= 0))];
};

const readHour = (text: string): number =>
	/^\d+$/.test(text) && Number(text) <= 24 ? Number(text) % 24 : -1;

/** Reads how often a channel asks to be polled: RSS 2.0's elements and the syndication module of RSS 1.0. */
export function readHints(channel: Element): PollHints | undefined {
	const hints: PollHints = {};
	const ttl = Number(childText(channel, ["ttl"]));
	if (ttl > 0 && Number.isFinite(ttl)) hints.ttlMinutes = ttl;
	const period = PERIOD_MINUTES.get(childText(channel, ["sy:updateperiod"])?.toLowerCase() ?? "");
	const frequency = Number(childText(channel, ["sy:updatefrequency"]) ?? 1);
	if (period) hints.updateMinutes = period / (frequency >= 1 && Number.isFinite(frequency) ? frequency : 1);
	const hours = listIn(channel, "skiphours", "hour", readHour);
	if (hours.length > 0) hints.skipHours = hours;
	const days = listIn(channel, "skipdays", "day", (text) => DAYS.indexOf(text.toLowerCase()));
	if (days.length > 0) hints.skipDays = days;
	return Object.keys(hints).length > 0 ? hints : undefined;
}
