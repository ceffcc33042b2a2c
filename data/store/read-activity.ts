import type { IDBPTransaction } from "idb";
import { DAY_MS } from "../model/durations";
import type { Headline, SourceId } from "../model/headline";
import { type ArchiveSchema, isWhole, ofSource, toHeadline, withArchive } from "./database";
import { openShelves, type Shelves } from "./shelves";

/** A week, in days. */
const DAYS = 7;

/** What the archive holds of one source. */
export interface Activity {
	/** The newest headline by its date; absent where there is none. */
	newest?: Headline;
	/** How many were published on each of the last seven days of 24 hours, oldest first. */
	days: number[];
	/** How many are kept in all. */
	kept: number;
	/** How many of them are saved. */
	saved: number;
}

type Reading = IDBPTransaction<ArchiveSchema, ("headlines" | "shelves")[], "readonly">;

/** The headlines of a source that were published within a day that ended so many days ago. */
const publishedOn = (source: SourceId, now: number, daysAgo: number): IDBKeyRange => {
	const end = now - daysAgo * DAY_MS;
	return IDBKeyRange.bound([source, -end], [source, DAY_MS - end], false, true);
};

async function activityOf(
	reading: Reading,
	shelves: Shelves,
	source: SourceId,
	now: number,
): Promise<Activity> {
	const bySource = reading.objectStore("headlines").index("source");
	const [marks, newest, ...days] = await Promise.all([
		shelves.ofSource(source),
		bySource.get(ofSource(source)),
		...Array.from({ length: DAYS }, (_, day) => bySource.count(publishedOn(source, now, DAYS - 1 - day))),
	]);
	const kept = [...marks.values()].filter(({ waits }) => !waits);
	const saved = kept.filter((mark) => mark.saved !== undefined).length;
	return { ...(newest && isWhole(newest) && { newest: toHeadline(newest) }), days, kept: kept.length, saved };
}

/** A source of which nothing is kept, such as one that has just been added. */
const STILL: Activity = { days: Array.from({ length: DAYS }, () => 0), kept: 0, saved: 0 };

/**
 * Reads how active some sources are, for a page. It counts a week by an index, all on the shelf, and reads one
 * headline a source, so that it costs little more with 50,000 headlines than with 50, and asks nothing of sources
 * without any: of thousands that were imported it would be tens of thousands of requests.
 */
export function readActivity(sources: readonly SourceId[], now: number): Promise<Record<SourceId, Activity>> {
	return withArchive(async (archive) => {
		const reading: Reading = archive.transaction(["headlines", "shelves"]);
		const shelves = openShelves(reading.objectStore("shelves"));
		const shelved = new Set(await reading.objectStore("shelves").getAllKeys());
		const entries = await Promise.all(
			sources.map(
				async (source) =>
					[source, shelved.has(source) ? await activityOf(reading, shelves, source, now) : STILL] as const,
			),
		);
		return Object.fromEntries(entries);
	});
}
