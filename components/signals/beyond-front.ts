import { batch, computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Headline, HeadlineId, MarkedHeadline } from "@/data/model/headline";
import { applyAct, type MarkAct } from "@/data/model/mark";
import { isInScope, type Scope } from "@/data/model/scope";
import { failed } from "@/data/model/trouble";
import { FRONT_SIZE } from "@/data/store/items";
import { isInTab, joinMarked, type Row, type Tab } from "../headlines/rows";
import type { Followed } from "./follow";
import type { KeptReaders } from "./kept-index";
import { namedSources } from "./named-sources";
import type { Notes } from "./notes";
import { followOlderMarks } from "./older-marks";
import type { OthersChanges } from "./others-changes";

/** Reads what the front doesn't hold; data/store has the real ones. */
export interface ArchiveReaders extends Pick<KeptReaders, "readMarks"> {
	readSaved(): Promise<MarkedHeadline[]>;
	readOlder(
		after: Headline,
		count: number,
		scope: Scope,
	): Promise<{ headlines: MarkedHeadline[]; hasMore: boolean; last: Headline | undefined }>;
}

/**
 * The headlines that newer ones have pushed off the front, as far as they are asked for. What others do with those is
 * read again; what the page itself does with them has to be noted.
 */
export interface BeyondFront extends OthersChanges {
	/** For the tab of saved ones those that were saved, for the others the next older ones. */
	readonly rows: ReadonlySignal<Row[]>;
	/** Whether the archive has more of them. */
	readonly hasMore: ReadonlySignal<boolean>;
	/** Reads some more; where that is going on already, it is done when that is. */
	readMore(): Promise<void>;
	/** Takes note of what was done with some headlines, at a time in milliseconds since 1970. */
	note(ids: readonly HeadlineId[], act: MarkAct, at: number): Promise<void>;
}

/** How many older headlines are read at a time. */
const PAGE = 200;
/** How many rows of the tab somebody who comes to the end wants to see, and how many pages are read for them. */
const ROWS_WANTED = 40;
const PAGES_AT_ONCE = 25;

/** Makes what lies beyond the front, for one list. */
export function createBeyondFront(
	front: Followed<"headlines" | "marks" | "sources" | "former" | "ticker">,
	{ tab, scope }: { tab: ReadonlySignal<Tab>; scope: ReadonlySignal<Scope> },
	notes: Notes,
	archive: ArchiveReaders,
): BeyondFront {
	const saved = signal<MarkedHeadline[]>([]);
	const older = signal<MarkedHeadline[]>([]);
	const named = namedSources(front);
	/** The last headline that was read, and whether the archive has more after it. */
	const end = signal<{ last: Headline | undefined; hasMore: boolean }>({ last: undefined, hasMore: false });
	let readingMore: Promise<void> | undefined;

	/** Answers what is read, or null where it can't be, which is told. */
	const reading = async <Read>(read: () => Promise<Read>): Promise<Read | null> => {
		try {
			return await read();
		} catch (cause) {
			console.error("The archive could not be read.", cause);
			return notes.take(failed("storage-unreadable"));
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
	// When headlines come or go, or others are wanted, the older ones begin anew where the front now ends.
	effect(() => {
		const last = front.headlines.value.at(-1);
		const { from } = scope.value;
		const isOver = last !== undefined && from !== undefined && last.publishedAt < from;
		batch(() => {
			older.value = [];
			end.value = { last, hasMore: front.headlines.value.length >= FRONT_SIZE && !isOver };
		});
	});

	const readMore = async (): Promise<void> => {
		const begun = end.value;
		const part = scope.value;
		const read: MarkedHeadline[] = [];
		let reached = begun;
		// Where nearly all is read, one page holds hardly a row: reading goes on until some are found.
		for (let page = 0; page < PAGES_AT_ONCE && reached.last && reached.hasMore; page++) {
			const { headlines, ...ending } = await archive.readOlder(reached.last, PAGE, part);
			read.push(...headlines);
			reached = ending;
			// Something else is wanted by now, and somebody waits for that.
			if (end.value !== begun) return readMore();
			if (read.filter(({ headline, mark }) => isInTab(tab.value, headline, mark)).length >= ROWS_WANTED)
				break;
		}
		if (reached === begun) return;
		batch(() => {
			older.value = [...older.value, ...read];
			end.value = reached;
		});
	};

	const marks = followOlderMarks(
		older,
		front.ticker,
		() => readingMore !== undefined,
		() => reading(archive.readMarks),
	);

	return {
		own: marks.own,
		rows: computed(() => {
			const onFront = new Set(front.headlines.value.map(({ id }) => id));
			const wanted = tab.value === "saved" ? saved.value : older.value;
			const beyond = wanted.filter(
				({ headline }) => !onFront.has(headline.id) && isInScope(headline, scope.value),
			);
			return joinMarked(beyond, named.value);
		}),
		hasMore: computed(() => tab.value !== "saved" && end.value.hasMore),
		readMore: () => {
			readingMore ??= reading(readMore).then(() => {
				readingMore = undefined;
				void marks.renew();
			});
			return readingMore;
		},
		async note(ids, act, at) {
			// Of all that is kept there may be very many ids, and here are few headlines.
			const listed = new Set(older.value.map(({ headline }) => headline.id));
			const done = new Set(ids.filter((id) => listed.has(id)));
			if (done.size > 0)
				older.value = older.value.map((marked) =>
					done.has(marked.headline.id) ? { ...marked, mark: applyAct(marked.mark, act, at) } : marked,
				);
			if (tab.value === "saved") await readSaved();
		},
	};
}
