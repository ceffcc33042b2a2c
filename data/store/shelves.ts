import type { HeadlineId, SourceId } from "../model/headline";
import type { KeptMark, Shelf } from "./archive-schema";
import { isName, markedOn, markOn, marksOn, saysSomething } from "./shelf";

/** So many are read in one go. */
const AT_ONCE = 32;

/** The archive's store `shelves`, in any transaction. */
export interface Stored {
	get: (source: SourceId) => Promise<Shelf | undefined>;
	getAll: (range: IDBKeyRange | null, count: number) => Promise<Shelf[]>;
}

/** What a mark is found by. */
export interface MarkKey {
	id: HeadlineId;
	source: SourceId;
}

/** The shelves of an archive, inside a transaction; each is read once at most. */
export interface Shelves {
	/** What is known of a headline; undefined for one that isn't kept and has no mark. */
	of(headline: MarkKey): Promise<KeptMark | undefined>;
	/** What lies on one source's shelf, by headlines. */
	ofSource(source: SourceId): Promise<ReadonlyMap<HeadlineId, KeptMark>>;
	/** What lies on all of them, of headlines that nothing was done with too. */
	all(): Promise<KeptMark[]>;
	/** The marks alone that say something. */
	marked(): Promise<KeptMark[]>;
	/** Hands on the same as they are stored, some sources at a time: a page can do other things in between. */
	eachMarked(take: (marks: KeptMark[]) => void): Promise<void>;
}

/** The shelves, with one source's as it is stored and as it is unpacked, which may be changed. */
export function openStored(store: Stored) {
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
	const of = async ({ id, source }: MarkKey) => {
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
export const openShelves = (store: Stored): Shelves => openStored(store).shelves;
