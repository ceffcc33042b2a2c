import { DAY_MS } from "@/data/model/durations";
import type { SourceId } from "@/data/model/headline";
import type { Scope, Which } from "@/data/model/scope";
import type { Source } from "@/data/model/source";

/** Since when headlines are shown, as people say it. */
export const SINCES = ["today", "day", "week", "month"] as const;

/** One of {@link SINCES}: today, the last 24 hours, this week, this month. */
export type Since = (typeof SINCES)[number];

/** What a list is narrowed down to; an empty one shows everything. */
export interface Filter {
	/** One source, or one group of them: never both. */
	source?: SourceId;
	group?: string;
	state?: Exclude<Which, "all">;
	since?: Since;
	/** What is searched for. */
	query?: string;
}

/** Days from Monday, with which weeks begin where {@link ./age.ts} writes its dates. */
const daysFromMonday = (time: Date): number => (time.getDay() + 6) % 7;

/** When that began, in the user's own time zone; both are milliseconds since 1970. */
export function beginOf(since: Since, now: number): number {
	if (since === "day") return now - DAY_MS;
	const time = new Date(now);
	const day = { today: time.getDate(), week: time.getDate() - daysFromMonday(time), month: 1 }[since];
	return new Date(time.getFullYear(), time.getMonth(), day).getTime();
}

/** The part of what is kept that a filter leaves among these sources, where its time began then. */
export function scopeOf(
	{ source, group }: Filter,
	sources: readonly Source[],
	from: number | undefined,
): Scope {
	const inGroup = () => sources.filter((one) => one.group === group).map(({ id }) => id);
	return {
		...(source !== undefined && { sources: [source] }),
		...(source === undefined && group !== undefined && { sources: inGroup() }),
		...(from !== undefined && { from }),
	};
}

/** Whether two filters leave the same. */
export const isSameFilter = (a: Filter, b: Filter): boolean =>
	a.source === b.source &&
	a.group === b.group &&
	a.state === b.state &&
	a.since === b.since &&
	a.query === b.query;

/** What a filter leaves of another, when it is no longer narrowed to a source, a group or a time. */
export const widened = ({ source: _, group: __, since: ___, ...rest }: Filter): Filter => rest;
