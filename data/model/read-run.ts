import { LAST_TIME } from "./last-time";
import type { Copy, Run, TickerHeadline } from "./run";
import { EMPTY_RUN } from "./run";

/** Whether a value may stand in a field. */
type Check = (value: unknown) => boolean;

/** A check for every field; the compiler holds that none is left out. */
type Checks<T> = { [Key in keyof Required<T>]: Check };

const isText: Check = (value) => typeof value === "string";
const isWords: Check = (value) => typeof value === "string" && value !== "";
const isTime: Check = (value) => Number.isFinite(value);
const isDate: Check = (value) => typeof value === "number" && Math.abs(value) <= LAST_TIME;
const isCount: Check = (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
const isTrue: Check = (value) => value === true;
const listOf =
	(isOne: Check): Check =>
	(value) =>
		Array.isArray(value) && value.every(isOne);
const maybe =
	(isIt: Check): Check =>
	(value) =>
		value === undefined || isIt(value);
const shapeOf =
	<T>(checks: Checks<T>) =>
	(value: unknown): value is T =>
		typeof value === "object" &&
		value !== null &&
		Object.entries<Check>(checks).every(([key, isIt]) => isIt(Reflect.get(value, key)));

const isHeadline = shapeOf<TickerHeadline>({
	id: isWords,
	title: isWords,
	source: isWords,
	publishedAt: isDate,
	url: maybe(isText),
	kind: (value) => ["article", "cut-off", "video", "bare"].some((kind) => kind === value),
	seenAt: maybe(isTime),
	watched: maybe(isTrue),
	sourceTitle: isText,
	saved: maybe(isTrue),
	copies: maybe(listOf(shapeOf<Copy>({ id: isWords, sourceTitle: isText }))),
});

const isRun = shapeOf<Run>({
	headlines: listOf(isHeadline),
	place: isCount,
	before: isCount,
	total: isCount,
	kept: isCount,
	unread: isCount,
	fresh: isCount,
	watched: isCount,
	older: isCount,
	hidden: maybe(isCount),
	startedAt: isTime,
	revision: isCount,
});

/**
 * Reads a run from storage; what can't be read is an empty one. By hand, where other items have schemas: a new
 * tab needs no more than this, and the library for schemas would be a tenth of all the script that it loads.
 */
export const readRun = (stored: unknown): Run => (isRun(stored) ? stored : EMPTY_RUN);
