import type { Polls, Source } from "@/data/model/source";
import { hostOf, isFollowed, waitingHosts } from "@/data/refresh/due";
import { countOf } from "../words/count";
import { sayTime, sayWait } from "./wait-words";

/** What is known of all sources at one time. */
interface Known {
	sources: readonly Source[];
	polls: Polls;
	/** Milliseconds since 1970. */
	now: number;
}

/** Says why feeds were not asked that were to be, each by its own button. */
export function whyNotAsked(asked: readonly Source[], { sources, polls, now }: Known): string {
	const hosts = waitingHosts(sources, polls, now);
	const waits = asked.map((source) => sayWait({ waitUntil: hosts.get(hostOf(source)) ?? 0 }, now));
	const words = waits.find((wait) => wait !== "");
	return words ? `Not asked.${words}` : "Asked less than a minute ago.";
}

function sayWaiting(waiting: readonly Source[], until: number, now: number): string {
	const [only, ...others] = waiting;
	if (!only) return "";
	return others.length === 0
		? `${only.title} asked us to wait until ${sayTime(until, now)}.`
		: `${waiting.length} sources asked us to wait, the first until ${sayTime(until, now)}.`;
}

/** Says why a refresh of all had nobody to ask. */
export function whyNoneAsked({ sources, polls, now }: Known): string {
	const feeds = sources.filter(({ kind }) => kind === "feed");
	if (feeds.length === 0) return "No feeds yet. Add one on Sources.";
	const running = feeds.filter(({ paused }) => !paused);
	if (running.length === 0) return "All your feeds are paused.";
	const followed = running.filter((source) => isFollowed(source, polls));
	const gone = running.length - followed.length;
	if (followed.length === 0)
		return feeds.length > gone
			? "All your feeds are paused or gone for good."
			: "All your feeds are gone for good.";

	const hosts = waitingHosts(sources, polls, now);
	const untilOf = (source: Source) => hosts.get(hostOf(source)) ?? 0;
	const waiting = followed.filter((source) => untilOf(source) > now);
	const asked = followed.length - waiting.length;
	if (asked === running.length) return "All was asked a moment ago.";
	return [
		sayWaiting(waiting, Math.min(...waiting.map(untilOf)), now),
		gone > 0 && `${countOf(gone, "source is", "sources are")} gone for good.`,
		asked > 0 && `${countOf(asked, "source was", "sources were")} asked a moment ago.`,
	]
		.filter((words) => words)
		.join(" ");
}
