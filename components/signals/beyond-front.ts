import { batch, computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Headline, MarkedHeadline } from "@/data/model/headline";
import { failed } from "@/data/model/trouble";
import { FRONT_SIZE } from "@/data/store/items";
import { isInTab, joinMarked, type Row, type Tab } from "../headlines/rows";
import type { Followed } from "./follow";
import type { Notes } from "./notes";

/** Reads what the front doesn't hold; data/store has the real ones. */
export interface ArchiveReaders {
	readSaved(): Promise<MarkedHeadline[]>;
	readOlder(
		after: Headline,
		count: number,
	): Promise<{ headlines: MarkedHeadline[]; hasMore: boolean; last: Headline | undefined }>;
}

/** The headlines that newer ones have pushed off the front, as far as they are asked for. */
export interface BeyondFront {
	/** For the tab of saved ones those that were saved, for the others the next older ones. */
	readonly rows: ReadonlySignal<Row[]>;
	/** Whether the archive has more of them. */
	readonly hasMore: ReadonlySignal<boolean>;
	/** Reads some more. */
	readMore(): Promise<void>;
	/** Reads again what is there, after something was done with it. */
	readAgain(): Promise<void>;
}

/** How many older headlines are read at a time. */
const PAGE = 200;
/** How many rows of the tab somebody who comes to the end wants to see, and how many pages are read for them. */
const ROWS_WANTED = 40;
const PAGES_AT_ONCE = 25;

/** Makes what lies beyond the front, for one list. */
export function createBeyondFront(
	front: Followed<"headlines" | "marks" | "sources">,
	tab: ReadonlySignal<Tab>,
	notes: Notes,
	archive: ArchiveReaders,
): BeyondFront {
	const saved = signal<MarkedHeadline[]>([]);
	const older = signal<MarkedHeadline[]>([]);
	/** The last headline that was read, and whether the archive has more after it. */
	const end = signal<{ last: Headline | undefined; hasMore: boolean }>({ last: undefined, hasMore: false });
	let isReading = false;

	const reading = async (read: () => Promise<void>) => {
		try {
			await read();
		} catch (cause) {
			console.error("The archive could not be read.", cause);
			notes.take(failed("storage-unreadable"));
		}
	};
	const readSaved = () =>
		reading(async () => {
			saved.value = await archive.readSaved();
		});

	effect(() => {
		front.marks.value;
		if (tab.value === "saved") void readSaved();
	});
	// When headlines come or go, the older ones begin anew where the front now ends.
	effect(() => {
		const headlines = front.headlines.value;
		batch(() => {
			older.value = [];
			end.value = { last: headlines.at(-1), hasMore: headlines.length >= FRONT_SIZE };
		});
	});

	return {
		rows: computed(() => {
			const onFront = new Set(front.headlines.value.map(({ id }) => id));
			const wanted = tab.value === "saved" ? saved.value : older.value;
			const beyond = wanted.filter(({ headline }) => !onFront.has(headline.id));
			return joinMarked(beyond, front.sources.value);
		}),
		hasMore: computed(() => tab.value !== "saved" && end.value.hasMore),
		async readMore() {
			const { last, hasMore } = end.value;
			if (isReading || !last || !hasMore) return;
			isReading = true;
			await reading(async () => {
				const read: MarkedHeadline[] = [];
				let reached: typeof end.value = { last, hasMore };
				// Where nearly all is read, one page holds hardly a row: reading goes on until some are found.
				for (let page = 0; page < PAGES_AT_ONCE && reached.last && reached.hasMore; page++) {
					const { headlines, ...ending } = await archive.readOlder(reached.last, PAGE);
					read.push(...headlines);
					reached = ending;
					if (read.filter(({ mark }) => isInTab(mark, tab.value)).length >= ROWS_WANTED) break;
				}
				if (end.value.last !== last) return;
				batch(() => {
					older.value = [...older.value, ...read];
					end.value = reached;
				});
			});
			isReading = false;
		},
		async readAgain() {
			if (tab.value === "saved") return readSaved();
			const last = front.headlines.value.at(-1);
			const count = older.value.length;
			if (!last || count === 0) return;
			await reading(async () => {
				older.value = (await archive.readOlder(last, count)).headlines;
			});
		},
	};
}
