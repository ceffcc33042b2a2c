import type { HeadlineId, SourceId } from "../model/headline";
import type { KeptMark, Shelf } from "./archive-schema";

const TIMES = ["shown", "read", "saved"] as const;
const FLAGS = ["muted", "waits"] as const;

const isTime = (value: unknown) => Number.isFinite(value);
const isFlag = (value: unknown) => value === 1;
const isName = (value: unknown) => typeof value === "string" && value !== "";

/** Whether something is a shelf with nothing wrong about it. */
export function isWholeShelf(stored: unknown): stored is Shelf {
	const shelf: Record<string, unknown> = { ...Object(stored) };
	const { source, ids } = shelf;
	if (!isName(source) || !Array.isArray(ids) || !ids.every(isName)) return false;
	const isColumn = (values: unknown, isRight: (value: unknown) => boolean) =>
		values === undefined ||
		(Array.isArray(values) &&
			values.length === ids.length &&
			values.every((value) => value === null || isRight(value)));
	return (
		TIMES.every((key) => isColumn(shelf[key], isTime)) && FLAGS.every((key) => isColumn(shelf[key], isFlag))
	);
}

/** A column of a shelf, or nothing where no mark has anything in it. */
const column = <Key extends string, T>(key: Key, values: (T | null)[]): Partial<Record<Key, (T | null)[]>> =>
	// A computed key is a string to the compiler.
	values.some((value) => value !== null) ? ({ [key]: values } as Record<Key, (T | null)[]>) : {};

/** Lays out what is known of one source's headlines as the archive keeps it. */
export function toShelf(source: SourceId, kept: Iterable<KeptMark>): Shelf {
	const marks = [...kept];
	const times = (key: (typeof TIMES)[number]) =>
		column(
			key,
			marks.map((mark) => mark[key] ?? null),
		);
	const flags = (key: (typeof FLAGS)[number]) =>
		column(
			key,
			marks.map((mark) => (mark[key] ? (1 as const) : null)),
		);
	return {
		source,
		ids: marks.map(({ id }) => id),
		...times("shown"),
		...times("read"),
		...times("saved"),
		...flags("muted"),
		...flags("waits"),
	};
}

const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Whether the user has done anything, or a rule mutes the headline. */
export const saysSomething = ({ shown, read, saved, muted }: KeptMark): boolean =>
	muted === true || shown !== undefined || read !== undefined || saved !== undefined;

/** Whether a mark's headline is kept, and neither read nor muted. */
export const isUnread = ({ read, muted, waits }: KeptMark): boolean => !waits && !muted && read === undefined;

/** What lies on a shelf, by headlines; of one that is damaged, what can be read. */
export function marksOn(shelf: Shelf): Map<HeadlineId, KeptMark> {
	const columns = TIMES.map((key) => [key, listIn(shelf[key])] as const);
	const [muted, waits] = [listIn(shelf.muted), listIn(shelf.waits)];
	const marks = new Map<HeadlineId, KeptMark>();
	for (const [place, id] of listIn(shelf.ids).entries()) {
		if (typeof id !== "string" || id === "") continue;
		const mark: KeptMark = { id, source: shelf.source };
		for (const [key, times] of columns) {
			const time = times[place];
			if (typeof time === "number" && Number.isFinite(time)) mark[key] = time;
		}
		if (muted[place] === 1) mark.muted = true;
		if (waits[place] === 1) mark.waits = true;
		marks.set(id, mark);
	}
	return marks;
}

/**
 * A damaged shelf as it lies beside the one that takes its place, under a name that is no source's: as no shelf, so
 * that it is found and set aside when the archive is looked through.
 */
export const besideShelf = (wrong: Shelf): Shelf =>
	// It is meant to be misshapen.
	({ source: `damaged ${wrong.source}`, wrong }) as unknown as Shelf;
