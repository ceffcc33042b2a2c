import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Headline, HeadlineId, Mark } from "@/data/model/headline";
import { isInScope, type Scope } from "@/data/model/scope";
import { createHunter, type Hunt, indexOf, sourceForms } from "@/data/model/search-index";
import { isInTab, type Row, rowOf, type Tab, titlesOf } from "../headlines/rows";
import type { Followed } from "./follow";
import { createKeptIndex, type KeptReaders } from "./kept-index";
import { namedSources } from "./named-sources";
import type { Notes } from "./notes";

/** A search over everything that is kept. */
export interface Search {
	/** What it has found of the tab and the scope, newest first, as far as it was asked to look. */
	readonly rows: ReadonlySignal<Row[]>;
	/** Whether there is more than that. */
	readonly hasMore: ReadonlySignal<boolean>;
	/** Whether what is kept is being read for the first time, so that more may be found in a moment. */
	readonly isLooking: ReadonlySignal<boolean>;
	/** Reads what is kept, where that isn't done: somebody is about to search. */
	prepare(): Promise<void>;
	/** Looks further. */
	more(): void;
	/** All that it finds, when everything that is kept has been read. */
	all(): Promise<HeadlineId[]>;
}

/** As many rows as fill a popup twice: a key costs what they cost. Who scrolls gets more at a time. */
const ROWS_AT_FIRST = 16;
const ROWS_MORE = 200;

/** What is searched for, and where. */
interface Sought {
	tab: ReadonlySignal<Tab>;
	scope: ReadonlySignal<Scope>;
	words: ReadonlySignal<readonly string[]>;
	/** What stands among the unread, read or not. */
	staying: ReadonlySignal<HeadlineId | undefined>;
}

function* each(hunt: Hunt): Generator<Headline> {
	for (let place = 0, headline = hunt.at(0); headline; headline = hunt.at(++place)) yield headline;
}

/**
 * Makes the search of one list. What is on the front is always found as it is now; what lies beyond as it was when it
 * was last read ({@link createKeptIndex}).
 */
export function createSearch(
	front: Followed<"headlines" | "marks" | "sources" | "former" | "ticker">,
	{ tab, scope, words, staying }: Sought,
	notes: Notes,
	archive: KeptReaders,
): Search {
	const limit = signal(ROWS_AT_FIRST);
	const named = namedSources(front);
	const sources = computed(() => sourceForms(named.value));
	const { index: kept, marks, isLooking, prepare } = createKeptIndex(front, sources, notes, archive);
	const titles = computed(() => titlesOf(named.value));
	const followed = computed(() => new Set(front.sources.value.map(({ id }) => id)));
	const onFront = computed(() => indexOf(front.headlines.value, sources.value));
	const frontIds = computed(() => new Set(front.headlines.value.map(({ id }) => id)));
	const huntFront = createHunter();
	const huntKept = createHunter();

	function* found(): Generator<[Headline, Mark | undefined]> {
		const inTab = tab.value;
		const stays = staying.value;
		const part = scope.value;
		const isFollowed = followed.value;
		// Of a source that was removed what is saved alone is there, and it is no news.
		const isSavedMeant = inTab === "all" || inTab === "saved";
		const isMeant = (headline: Headline, mark: Mark | undefined) =>
			isInTab(inTab, headline, mark, stays) &&
			isInScope(headline, part) &&
			(isFollowed.has(headline.source) || (isSavedMeant && mark?.saved !== undefined));
		const frontMarks = front.marks.value;
		for (const headline of each(huntFront(onFront.value, words.value))) {
			const mark = frontMarks[headline.id];
			if (isMeant(headline, mark)) yield [headline, mark];
		}
		const keptMarks = marks.value;
		const isOnFront = frontIds.value;
		for (const headline of each(huntKept(kept.value, words.value))) {
			const mark = keptMarks[headline.id];
			if (!isOnFront.has(headline.id) && isMeant(headline, mark)) yield [headline, mark];
		}
	}
	/** One more than is shown, which tells whether there are more. */
	const first = computed(() => {
		const rows: Row[] = [];
		if (words.value.length === 0) return rows;
		for (const [headline, mark] of found()) {
			rows.push(rowOf(headline, mark, titles.value.get(headline.source)));
			if (rows.length > limit.value) break;
		}
		return rows;
	});

	effect(() => {
		front.headlines.value;
		front.ticker.value;
		if (words.value.length > 0) void prepare();
	});
	effect(() => {
		words.value;
		tab.value;
		scope.value;
		limit.value = ROWS_AT_FIRST;
	});

	return {
		rows: computed(() => first.value.slice(0, limit.value)),
		hasMore: computed(() => first.value.length > limit.value),
		isLooking,
		prepare,
		more() {
			limit.value += ROWS_MORE;
		},
		async all() {
			await prepare();
			return [...found()].map(([{ id }]) => id);
		},
	};
}
