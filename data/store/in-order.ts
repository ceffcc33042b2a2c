import type { IDBPIndex, StoreNames } from "idb";
import type { HeadlineId, SourceId } from "../model/headline";
import type { Scope } from "../model/scope";
import type { ArchiveSchema, KeptHeadline } from "./database";

/** A headline's place in the order of a list: the newest first, and of one time by their ids. */
export interface Place {
	age: number;
	id: HeadlineId;
}

type ReadIndex<Name extends "newest" | "source"> = IDBPIndex<
	ArchiveSchema,
	StoreNames<ArchiveSchema>[],
	"headlines",
	Name,
	"readonly"
>;

/** The indexes of a transaction's headlines that have an order. */
export interface Ordered {
	newest: ReadIndex<"newest">;
	source: ReadIndex<"source">;
}

/** The ages of a scope end with the oldest that it takes, or never. */
const lastAge = ({ from }: Scope): number | [] => (from === undefined ? [] : -from);

const isAfter = (one: Place, other: Place): boolean =>
	one.age > other.age || (one.age === other.age && one.id > other.id);

/** All of one source that a scope takes, from an age on, for indexes whose keys are a source and an age. */
export const ofSourceIn = (source: SourceId, scope: Scope, age?: number): IDBKeyRange =>
	IDBKeyRange.bound(age === undefined ? [source] : [source, age], [source, lastAge(scope)]);

/** The same of all sources, after a place, for the index `newest`; null where that leaves nothing out. */
export function newestIn(scope: Scope, after?: Place): IDBKeyRange | null {
	const begin = after && [after.age, after.id];
	if (scope.from === undefined) return begin ? IDBKeyRange.lowerBound(begin, true) : null;
	// An empty list comes after every id: what was published at the very time is in.
	return IDBKeyRange.bound(begin ?? [], [-scope.from, []], begin !== undefined);
}

/** One source's headlines, as far as they are read. */
interface Stream {
	source: SourceId;
	read: KeptHeadline[];
	/** How many of those have been taken. */
	taken: number;
	after: Place;
	isAtEnd: boolean;
}

/**
 * Reads on in a source. An index with a source and an age can begin only with all of one time, and there may be
 * more of those than are read at once: then it reads twice as many.
 */
async function readOn(
	index: ReadIndex<"source">,
	stream: Stream,
	scope: Scope,
	least: number,
): Promise<void> {
	const { after, source } = stream;
	for (let size = least; ; size *= 2) {
		const read = await index.getAll(ofSourceIn(source, scope, after.age), size);
		stream.read = read.filter((headline) => isAfter(headline, after));
		stream.taken = 0;
		stream.after = read.at(-1) ?? after;
		stream.isAtEnd = read.length < size;
		if (stream.read.length > 0 || stream.isAtEnd) return;
	}
}

const headOf = ({ read, taken }: Stream): KeptHeadline | undefined => read[taken];

/** The stream that has the next headline of all. */
function nextOf(streams: readonly Stream[]): Stream | undefined {
	let next: Stream | undefined;
	let first: KeptHeadline | undefined;
	for (const stream of streams) {
		const head = headOf(stream);
		if (!head || (first && isAfter(head, first))) continue;
		next = stream;
		first = head;
	}
	return next;
}

/** Of several sources, each one's next are read together, and taken in turn as they are due. */
async function mergedAfter(
	index: ReadIndex<"source">,
	sources: readonly SourceId[],
	scope: Scope,
	after: Place,
	count: number,
): Promise<KeptHeadline[]> {
	const least = Math.max(8, Math.ceil(count / Math.max(sources.length, 1)) + 1);
	const streams = sources.map((source): Stream => ({ source, read: [], taken: 0, after, isAtEnd: false }));
	await Promise.all(streams.map((stream) => readOn(index, stream, scope, least)));
	const merged: KeptHeadline[] = [];
	for (let next = nextOf(streams); next && merged.length < count; next = nextOf(streams)) {
		const head = headOf(next);
		if (head) merged.push(head);
		next.taken += 1;
		if (next.taken === next.read.length && !next.isAtEnd) await readOn(index, next, scope, least);
	}
	return merged;
}

/** The headlines of a scope that come after a place, in order: as many as asked for, or all that there are. */
export function headlinesAfter(
	{ newest, source }: Ordered,
	scope: Scope,
	after: Place,
	count: number,
): Promise<KeptHeadline[]> {
	// A range that ends before it begins is none.
	if (scope.from !== undefined && after.age > -scope.from) return Promise.resolve([]);
	if (scope.sources) return mergedAfter(source, scope.sources, scope, after, count);
	return newest.getAll(newestIn(scope, after), count);
}
