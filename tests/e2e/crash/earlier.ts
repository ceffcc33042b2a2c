import { makeArchive, type Stored } from "../../support/stored";
import type { Extension } from "../driver/driver";
import type { Acknowledged } from "./acknowledged";

const HALF_A_DAY_MS = 12 * 60 * 60_000;
/** So many times the headlines of a recorded state, so that it takes a while to bring them up to date. */
const TIMES = 50;
const COPIED = ["headlines", "marks", "articles"];

/** What is recorded under an id, as far as it is looked at. */
interface Recorded {
	id: string;
	source?: string;
	title?: string;
	read?: number;
	saved?: number;
}

/** The nth copy of a record, by an id and, where it has one, a title of its own. */
function copyOf(record: unknown, nth: number): [IDBValidKey, unknown] {
	// The stores that are copied have their ids for keys.
	const { id, title, ...rest } = record as Recorded;
	const name = nth === 0 ? id : `${id}-${nth}`;
	const called = nth === 0 ? title : `${title} (${nth})`;
	return [name, { ...rest, id: name, ...(title !== undefined && { title: called }) }];
}

/** A recorded state of an earlier release with more headlines, of which none is due to go. */
export const enlarged = ({ archive, items, ...stored }: Stored): Stored => ({
	...stored,
	items: { ...items, pruneDueAt: Date.now() + HALF_A_DAY_MS },
	archive: {
		...archive,
		stores: archive.stores.map((store) => ({
			...store,
			records: COPIED.includes(store.name)
				? store.records.flatMap(([, record]) =>
						Array.from({ length: TIMES }, (_, nth) => copyOf(record, nth)),
					)
				: store.records,
		})),
	},
});

const recordsOf = ({ archive }: Stored, name: string) =>
	(archive.stores.find((store) => store.name === name)?.records ?? []).map(
		([, record]) => record as Recorded,
	);

/**
 * Notes what a state holds of sources that are followed, and what is saved of others: all of that must be there once it is
 * brought up to date.
 */
export function noteAll(stored: Stored, noted: Acknowledged): void {
	// Written by the product of its time.
	const { sources, settings } = stored.items as {
		sources: { id: string; title: string }[];
		settings: { wordsPerMinute: number };
	};
	const followed = new Set(sources.map(({ id }) => id));
	for (const { title } of sources) noted.added(title);
	noted.willPace(settings.wordsPerMinute)();
	const done = recordsOf(stored, "marks");
	const saved = new Set(done.filter((mark) => mark.saved !== undefined).map(({ id }) => id));
	const headlines = recordsOf(stored, "headlines").filter(
		({ id, source = "" }) => followed.has(source) || saved.has(id),
	);
	noted.came(headlines.map(({ title = "" }) => title));
	const ids = new Set(headlines.map(({ id }) => id));
	const marks = done.filter(({ id }) => ids.has(id));
	for (const flag of ["read", "saved"] as const)
		noted.willMark(
			marks.filter((mark) => mark[flag] !== undefined).map(({ id }) => id),
			flag,
			true,
		)();
}

/** Runs in a page: nothing is stored under keys any more but the given items. */
const putBack = async (items: Record<string, unknown>) => {
	await chrome.storage.local.clear();
	await chrome.storage.local.set(items);
};

/** Puts an earlier release's state in place of what is stored, while no background is there. */
export async function goBack(extension: Extension, { items, archive }: Stored): Promise<void> {
	await extension.stopBackground();
	await extension.evaluate(putBack, items);
	await extension.evaluate(makeArchive, archive);
}
