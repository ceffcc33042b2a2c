import type { HeadlineId, Mark, SourceId } from "../model/headline";
import type { KeptMark, Shelf } from "./archive-schema";
import { besideShelf, isName, isWholeShelf, saysSomething, toShelf } from "./shelf";
import { type MarkKey, openStored, type Shelves, type Stored } from "./shelves";

/** The archive's store `shelves`, in a transaction that writes. */
interface WritableStored extends Stored {
	put: (shelf: Shelf) => Promise<unknown>;
	delete: (source: SourceId) => Promise<unknown>;
}

/** One source's shelf in a transaction that writes. */
interface TakenShelf {
	/** What lies on it, by headlines. */
	readonly marks: ReadonlyMap<HeadlineId, KeptMark>;
	/** As {@link ShelvesToWrite.keep}, at once. */
	keep(id: HeadlineId, mark: Mark, muted: boolean): void;
}

/** The shelves of an archive, inside a transaction that writes. Nothing is written before {@link ShelvesToWrite.write}. */
export interface ShelvesToWrite extends Shelves {
	/** Takes one source's shelf, to change much on it. */
	take(source: SourceId): Promise<TakenShelf>;
	/** Notes that a headline is kept, what the user did with it, and whether a rule mutes it. */
	keep(headline: MarkKey, mark: Mark, muted: boolean): Promise<void>;
	/**
	 * Notes that a headline isn't kept. Its mark waits for it to come, and isn't counted until then; one that says
	 * nothing is dropped.
	 */
	keepWaiting(headline: MarkKey, mark: Mark): Promise<void>;
	/** Forgets a headline. */
	drop(headline: MarkKey): Promise<void>;
	/** Writes the shelves that have changed. To be called once, while the transaction still runs. */
	write(): Promise<void>;
}

const timesIn = ({ shown, read, saved }: Mark): Mark => ({
	...(shown !== undefined && { shown }),
	...(read !== undefined && { read }),
	...(saved !== undefined && { saved }),
});

/** The shelves in a transaction that writes them. Every mark is written by it. */
export function openShelvesToWrite(store: WritableStored): ShelvesToWrite {
	const { storedOf, ofSource, shelves } = openStored(store);
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
	const drop = async ({ id, source }: MarkKey) => {
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
