import * as v from "valibot";
import type { Headline } from "../model/headline";
import { parse } from "../model/parse";
import { headlineSchema, sourceSchema } from "../model/schemas";
import { type KeptHeadline, type RemovedSource, type Shelf, toKept } from "./database";
import { verdictSchema } from "./kept-schemas";
import { isName, marksOn, toShelf } from "./shelf";

/** What can be read of a headline, and for the rest what else tells of it; undefined where that isn't all that it must have. */
function readHeadline(record: unknown, told: Headline | undefined): Headline | undefined {
	const whole = parse(headlineSchema, record);
	if (whole || !told) return whole;
	let mended = parse(headlineSchema, told);
	// Where a headline is told of, its record had a key to be found by, and is an object.
	for (const [key, value] of Object.entries(record as object))
		mended = parse(headlineSchema, { ...mended, [key]: value }) ?? mended;
	return mended;
}

/**
 * A headline as far as it can be read, else as it is told of by what belongs to it, with what the archive finds it by
 * made anew, and whether it has its verdict still.
 */
export function mendedHeadline(
	record: unknown,
	told: Headline | undefined,
): { headline: KeptHeadline; isJudged: boolean } | undefined {
	const read = readHeadline(record, told);
	if (!read) return undefined;
	const verdict = v.safeParse(verdictSchema, record);
	const headline = toKept(read);
	return verdict.success
		? { headline: { ...headline, ...verdict.output }, isJudged: true }
		: { headline, isJudged: false };
}

/** What can be read of a shelf; undefined where that is nothing. */
export function mendedShelf(record: unknown): Shelf | undefined {
	const read = v.safeParse(v.looseObject({ source: v.pipe(v.string(), v.nonEmpty()) }), record);
	if (!read.success) return undefined;
	// marksOn reads whatever it finds under the names of columns.
	const shelf = toShelf(read.output.source, marksOn(read.output as unknown as Shelf).values());
	return shelf.ids.length > 0 ? shelf : undefined;
}

/**
 * A removed source of which something is wrong, as a former one: it can't be restored, but nothing of it is taken for
 * what is followed, and what is saved of it stays. Undefined where it has no name.
 */
export function mendedRemoved(key: unknown, record: unknown): RemovedSource | undefined {
	if (!isName(key)) return undefined;
	const { source, removedAt } = Object(record);
	const read = v.safeParse(sourceSchema, source);
	const title: unknown = Object(source).title;
	const nameless = {
		id: key,
		kind: "feed" as const,
		title: typeof title === "string" ? title : "",
		addedAt: 0,
	};
	return {
		id: key,
		source: read.success && read.output.id === key ? read.output : nameless,
		removedAt: Number.isFinite(removedAt) ? removedAt : 0,
		former: true,
	};
}
