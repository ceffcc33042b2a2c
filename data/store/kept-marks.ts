import type { HeadlineId, Mark, SourceId } from "../model/headline";
import type { KeptMark, MarkPage } from "./archive-schema";
import { besidePage, isSettled, isWholePage, marksOn, saysSomething, toPage } from "./mark-page";

/** So many pages are read in one go: a page of the extension that reads them all stays at hand in between. */
const AT_ONCE = 32;

/** The archive's store `markPages`, in any transaction. */
interface Pages {
	get: (source: SourceId) => Promise<MarkPage | undefined>;
	getAll: (range: IDBKeyRange | null, count: number) => Promise<MarkPage[]>;
}

/** The same in a transaction that writes. */
interface WritablePages extends Pages {
	put: (page: MarkPage) => Promise<unknown>;
	delete: (source: SourceId) => Promise<unknown>;
}

/** What a mark is found by. */
interface Subject {
	id: HeadlineId;
	source: SourceId;
}

/** The marks of an archive, inside a transaction; each page is read once at most. */
export interface KeptMarks {
	/** A headline's mark. */
	of(headline: Subject): Promise<KeptMark | undefined>;
	/** All marks of one source, by their headlines. */
	ofSource(source: SourceId): Promise<ReadonlyMap<HeadlineId, KeptMark>>;
	/** All marks, some pages at a time. */
	all(): Promise<KeptMark[]>;
}

/** The same in a transaction that writes. Nothing is written before {@link KeptMarksToWrite.write}. */
export interface KeptMarksToWrite extends KeptMarks {
	/**
	 * Notes what the user did with a headline that is kept, and whether a rule mutes it. A mark that says nothing is
	 * dropped.
	 */
	keep(headline: Subject, mark: Mark, muted: boolean): Promise<void>;
	/** Notes the mark of a headline that isn't kept: it waits for that to come, and isn't counted until then. */
	keepWaiting(headline: Subject, mark: Mark): Promise<void>;
	drop(headline: Subject): Promise<void>;
	/** Writes the pages that have changed. To be called once, while the transaction still runs. */
	write(): Promise<void>;
}

function openPages(store: Pages, onDamaged: (page: MarkPage) => void = () => {}) {
	const pages = new Map<SourceId, Promise<Map<HeadlineId, KeptMark>>>();
	const read = (page: MarkPage) => {
		if (!isWholePage(page)) onDamaged(page);
		return marksOn(page);
	};
	const pageOf = (source: SourceId) => {
		const known = pages.get(source);
		if (known) return known;
		const reading = store.get(source).then((page) => (page ? read(page) : new Map()));
		pages.set(source, reading);
		return reading;
	};
	const readAll = async () => {
		let after: IDBKeyRange | null = null;
		for (;;) {
			const some: MarkPage[] = await store.getAll(after, AT_ONCE);
			for (const page of some)
				if (!pages.has(page.source)) pages.set(page.source, Promise.resolve(read(page)));
			const last = some.at(-1);
			if (!last || some.length < AT_ONCE)
				return (await Promise.all(pages.values())).flatMap((page) => [...page.values()]);
			after = IDBKeyRange.lowerBound(last.source, true);
		}
	};
	const marks: KeptMarks = {
		of: async ({ id, source }) => (await pageOf(source)).get(id),
		ofSource: pageOf,
		all: readAll,
	};
	return { pageOf, marks };
}

/** The marks in a transaction that reads them. */
export const keptMarks = (store: Pages): KeptMarks => openPages(store).marks;

/** The marks in a transaction that writes them. Every mark is written by it. */
export function keptMarksToWrite(store: WritablePages): KeptMarksToWrite {
	const damaged = new Map<SourceId, MarkPage>();
	const { pageOf, marks } = openPages(store, (page) => damaged.set(page.source, page));
	const changed = new Set<SourceId>();
	const set = async ({ id, source }: Subject, what: Omit<KeptMark, "id" | "source">) => {
		const page = await pageOf(source);
		const mark = { ...what, id, source };
		if (saysSomething(mark)) page.set(id, mark);
		else if (!page.delete(id)) return;
		changed.add(source);
	};
	const write = async (source: SourceId) => {
		const page = await pageOf(source);
		const wrong = damaged.get(source);
		if (wrong) await store.put(besidePage(wrong));
		await (page.size === 0 ? store.delete(source) : store.put(toPage(source, page.values())));
	};
	return {
		...marks,
		keep: (headline, mark, muted) => set(headline, { ...timesIn(mark), ...(muted && { muted }) }),
		keepWaiting: (headline, mark) => set(headline, { ...timesIn(mark), waits: true }),
		drop: (headline) => set(headline, {}),
		write: async () => {
			await Promise.all([...changed].map(write));
		},
	};
}

const timesIn = ({ shown, read, saved }: Mark): Mark => ({
	...(shown !== undefined && { shown }),
	...(read !== undefined && { read }),
	...(saved !== undefined && { saved }),
});

/** How many headlines of one source are read or muted. */
export async function countSettled(marks: KeptMarks, source: SourceId): Promise<number> {
	let count = 0;
	for (const mark of (await marks.ofSource(source)).values()) if (isSettled(mark)) count += 1;
	return count;
}
