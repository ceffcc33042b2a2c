import type { HeadlineId, Mark, SourceId } from "../model/headline";
import type { KeptMark, Shelf } from "./archive-schema";

const TIMES = ["shown", "read", "saved"] as const;
const FLAGS = ["muted", "waits"] as const;

const isTime = (value: unknown): value is number => Number.isFinite(value);
const isFlag = (value: unknown) => value === 1;

/** Whether something names a headline or a source. */
export const isName = (value: unknown): value is string => typeof value === "string" && value !== "";

/** Whether something is a shelf with nothing wrong about it. */
export function isWholeShelf(stored: unknown): stored is Shelf {
	const shelf: Record<string, unknown> = { ...Object(stored) };
	const { source, ids } = shelf;
	if (!isName(source) || !Array.isArray(ids)) return false;
	// A list may have holes, which `every` passes over.
	if (!Array.from(ids).every(isName) || new Set(ids).size !== ids.length) return false;
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

/** Reads the mark at a place of a shelf; of a damaged shelf, what can be read. */
function markReader(shelf: Shelf): (place: number) => KeptMark | undefined {
	const [ids, shown, read, saved, muted, waits] = [
		shelf.ids,
		shelf.shown,
		shelf.read,
		shelf.saved,
		shelf.muted,
		shelf.waits,
	].map(listIn);
	const time = <Key extends (typeof TIMES)[number]>(key: Key, value: unknown): Mark =>
		isTime(value) ? { [key]: value } : {};
	return (place) => {
		const id = ids?.[place];
		if (!isName(id)) return undefined;
		return {
			id,
			source: shelf.source,
			...time("shown", shown?.[place]),
			...time("read", read?.[place]),
			...time("saved", saved?.[place]),
			...(isFlag(muted?.[place]) && { muted: true }),
			...(isFlag(waits?.[place]) && { waits: true }),
		};
	};
}

/** What lies on a shelf, by headlines; of one that is damaged, what can be read. */
export function marksOn(shelf: Shelf): Map<HeadlineId, KeptMark> {
	const markAt = markReader(shelf);
	const marks = new Map<HeadlineId, KeptMark>();
	for (let place = 0; place < listIn(shelf.ids).length; place++) {
		const mark = markAt(place);
		if (mark) marks.set(mark.id, mark);
	}
	return marks;
}

/** The marks alone on a shelf that say something. */
export const markedOn = (shelf: Shelf): KeptMark[] => [...marksOn(shelf).values()].filter(saysSomething);

/** What a shelf says of one headline, without a look at the others. */
export const markOn = (shelf: Shelf, id: HeadlineId): KeptMark | undefined =>
	markReader(shelf)(listIn(shelf.ids).indexOf(id));

/** How the names of what lies beside shelves begin. */
export const BESIDE = "damaged ";

/**
 * A damaged shelf as it lies beside the one that takes its place, under a name that is no source's and is its alone: as
 * no shelf, so that it is found, and set aside when the archive is looked through.
 */
export const besideShelf = (wrong: Shelf): Shelf =>
	// It is meant to be misshapen.
	({ source: `${BESIDE}${wrong.source} ${crypto.randomUUID()}`, wrong }) as unknown as Shelf;
