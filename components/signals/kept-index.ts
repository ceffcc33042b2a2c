import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Headline, Marks } from "@/data/model/headline";
import { indexOf, type SearchIndex, type sourceForms, withSources } from "@/data/model/search-index";
import { failed } from "@/data/model/trouble";
import type { Followed } from "./follow";
import type { Notes } from "./notes";

/** Reads everything that is kept; data/store/search-archive.ts has the real ones. */
export interface KeptReaders {
	readKept(take: (chunk: Headline[]) => void): Promise<void>;
	readMarks(): Promise<Marks>;
}

/** Everything that is kept, as a search looks through it. */
interface KeptIndex {
	readonly index: ReadonlySignal<SearchIndex>;
	readonly marks: ReadonlySignal<Marks>;
	/** Whether it is being read for the first time. */
	readonly isLooking: ReadonlySignal<boolean>;
	/** Reads what has come or gone since it was last read. */
	prepare(): Promise<void>;
}

/** Makes the index of what is kept, in which `sources` says how each is called. It is read when it is asked for. */
export function createKeptIndex(
	front: Followed<"headlines" | "ticker">,
	sources: ReadonlySignal<ReturnType<typeof sourceForms>>,
	notes: Notes,
	archive: KeptReaders,
): KeptIndex {
	const index = signal<SearchIndex>([]);
	const marks = signal<Marks>({});
	const isLooking = signal(false);
	/** The front's headlines and the revision that were there when the archive was last read. */
	let readFor: readonly Headline[] | undefined;
	let marksReadFor: number | undefined;
	let reading: Promise<void> | undefined;

	const isStale = () => readFor !== front.headlines.peek() || marksReadFor !== front.ticker.peek().revision;
	const readStale = async () => {
		while (isStale()) {
			if (marksReadFor !== front.ticker.peek().revision) {
				marksReadFor = front.ticker.peek().revision;
				marks.value = await archive.readMarks();
			}
			if (readFor === front.headlines.peek()) continue;
			const isFirst = readFor === undefined;
			readFor = front.headlines.peek();
			let read: SearchIndex = [];
			const readWith = sources.peek();
			isLooking.value = isFirst;
			await archive.readKept((chunk) => {
				// A hundred blocks at most: to copy them takes less than a millisecond in all.
				read = [...read, ...indexOf(chunk, readWith)];
				if (isFirst) index.value = read;
			});
			index.value = sources.peek() === readWith ? read : withSources(read, sources.peek());
		}
	};
	const prepare = () => {
		reading ??= readStale()
			.catch((cause) => {
				console.error("The archive could not be read.", cause);
				notes.take(failed("storage-unreadable"));
			})
			.finally(() => {
				reading = undefined;
				isLooking.value = false;
			});
		return reading;
	};

	effect(() => {
		const known = sources.value;
		index.value = withSources(index.peek(), known);
	});

	return { index, marks, isLooking, prepare };
}
