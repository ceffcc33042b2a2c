import type { HeadlineId, Mark, SourceId } from "../model/headline";
import type { KeptMark, Shelf } from "./archive-schema";
import {
	besideShelf,
	isName,
	isWholeShelf,
	markedOn,
	markOn,
	marksOn,
	saysSomething,
	toShelf,
} from "./shelf";

/** So many are read in one go. */
const AT_ONCE = 32;

/** The archive's store `shelves`, in any transaction. */
interface Stored {
	get: (source: SourceId) => Promise<Shelf | undefined>;
	getAll: (range: IDBKeyRange | null, count: number) => Promise<Shelf[]>;
}

/** The same in a transaction that writes. */
interface WritableStored extends Stored {
	put: (shelf: Shelf) => Promise<unknown>;
	delete: (source: SourceId) => Promise<unknown>;
}

/** What a mark is found by. */
interface Subject {
	id: HeadlineId;
	source: SourceId;
}

/** The shelves of an archive, inside a transaction; each is read once at most. */
export interface Shelves {
	/** What is known of a headline; undefined for one that isn't kept and has no mark. */
	of(headline: Subject): Promise<KeptMark | undefined>;
	/** What lies on one source's shelf, by headlines. */
	ofSource(source: SourceId): Promise<ReadonlyMap<HeadlineId, KeptMark>>;
	/** What lies on all of them, of headlines that nothing was done with too. */
	all(): Promise<KeptMark[]>;
	/** The marks alone that say something. */
	marked(): Promise<KeptMark[]>;
	/** Hands on the same as they are stored, some sources at a time: a page can do other things in between. */
	eachMarked(take: (marks: KeptMark[]) => void): Promise<void>;
}

/** One source's shelf in a transaction that writes. */
interface TakenShelf {
	/** What lies on it, by headlines. */
	readonly marks: ReadonlyMap<HeadlineId, KeptMark>;
	/** As {@link ShelvesToWrite.keep}, at once. */
	keep(id: HeadlineId, mark: Mark, muted: boolean): void;
}

/** The same in a transaction that writes. Nothing is written before {@link ShelvesToWrite.write}. */
export interface ShelvesToWrite extends Shelves {
	/** Takes one source's shelf, to change much on it. */
	take(source: SourceId): Promise<TakenShelf>;
	/** Notes that a headline is kept, what the user did with it, and whether a rule mutes it. */
	keep(headline: Subject, mark: Mark, muted: boolean): Promise<void>;
	/**
	 * Notes that a headline isn't kept. Its mark waits for it to come, and isn't counted until then; one that says
	 * nothing is dropped.
	 */
	keepWaiting(headline: Subject, mark: Mark): Promise<void>;
	/** Forgets a headline. */
	drop(headline: Subject): Promise<void>;
	/** Writes the shelves that have changed. To be called once, while the transaction still runs. */
	write(): Promise<void>;
}

function open(store: Stored) {
	/** As they are stored. */
	const stored = new Map<SourceId, Promise<Shelf | undefined>>();
	/** Unpacked, where more than one mark of them is wanted. */
	const unpacked = new Map<SourceId, Promise<Map<HeadlineId, KeptMark>>>();
	const storedOf = (source: SourceId) => {
		const known = stored.get(source);
		if (known) return known;
		// A damaged headline may have no source that anything can be found by.
		const reading = isName(source) ? store.get(source) : Promise.resolve(undefined);
		stored.set(source, reading);
		return reading;
	};
	const ofSource = (source: SourceId) => {
		const known = unpacked.get(source);
		if (known) return known;
		const unpacking = storedOf(source).then((shelf) => (shelf ? marksOn(shelf) : new Map()));
		unpacked.set(source, unpacking);
		return unpacking;
	};
	const of = async ({ id, source }: Subject) => {
		const shelf = await storedOf(source);
		const marks = unpacked.get(source);
		return marks ? (await marks).get(id) : shelf && markOn(shelf, id);
	};
	const each = async (take: (shelf: Shelf) => void) => {
		let after: IDBKeyRange | null = null;
		for (;;) {
			const some: Shelf[] = await store.getAll(after, AT_ONCE);
			some.forEach(take);
			const last = some.at(-1);
			if (!last || some.length < AT_ONCE) return;
			after = IDBKeyRange.lowerBound(last.source, true);
		}
	};
	const all = async () => {
		await each((shelf) => {
			if (!stored.has(shelf.source)) stored.set(shelf.source, Promise.resolve(shelf));
			void ofSource(shelf.source);
		});
		const marks = await Promise.all(unpacked.values());
		return marks.flatMap((one) => [...one.values()]);
	};
	const shelves: Shelves = {
		of,
		ofSource,
		all,
		marked: async () => (await all()).filter(saysSomething),
		eachMarked: (take) => each((shelf) => take(markedOn(shelf))),
	};
	return { storedOf, ofSource, shelves };
}

/** The shelves in a transaction that reads them. */
export const openShelves = (store: Stored): Shelves => open(store).shelves;

const timesIn = ({ shown, read, saved }: Mark): Mark => ({
	...(shown !== undefined && { shown }),
	...(read !== undefined && { read }),
	...(saved !== undefined && { saved }),
});

/** The shelves in a transaction that writes them. Every mark is written by it. */
export function openShelvesToWrite(store: WritableStored): ShelvesToWrite {
	const { storedOf, ofSource, shelves } = open(store);
	const changed = new Set<SourceId>();
	const set = async (mark: KeptMark) => {
		(await ofSource(mark.source)).set(mark.id, mark);
		changed.add(mark.source);
	};
	const take = async (source: SourceId): Promise<TakenShelf> => {
		const marks = await ofSource(source);
		return {
			marks,
			keep(id, mark, muted) {
				marks.set(id, { id, source, ...timesIn(mark), ...(muted && { muted }) });
				changed.add(source);
			},
		};
	};
	const drop = async ({ id, source }: Subject) => {
		if ((await ofSource(source)).delete(id)) changed.add(source);
	};
	const write = async (source: SourceId) => {
		if (!isName(source)) return;
		const [before, marks] = await Promise.all([storedOf(source), ofSource(source)]);
		if (before && !isWholeShelf(before)) await store.put(besideShelf(before));
		await (marks.size === 0 ? store.delete(source) : store.put(toShelf(source, marks.values())));
	};
	return {
		...shelves,
		take,
		keep: async ({ id, source }, mark, muted) => (await take(source)).keep(id, mark, muted),
		keepWaiting: ({ id, source }, mark) => {
			const waiting: KeptMark = { id, source, ...timesIn(mark), waits: true };
			return saysSomething(waiting) ? set(waiting) : drop(waiting);
		},
		drop,
		write: async () => {
			await Promise.all([...changed].map(write));
		},
	};
}
