import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { Headline, Marks, SourceId } from "@/data/model/headline";
import type { Run } from "@/data/model/run";
import { failed } from "@/data/model/trouble";
import type { Followed } from "./follow";
import type { Notes } from "./notes";

/** What the front says at one time. */
interface Said {
	headlines: Headline[];
	marks: Marks;
	sources: unknown;
	ticker: Run;
}

/**
 * The sources of which, between two times, others are unread than before; undefined where the front alone doesn't
 * tell, as when headlines came, or one was marked that isn't on it.
 */
function touchedBetween(before: Said, now: Said): SourceId[] | undefined {
	if (now.headlines !== before.headlines || now.sources !== before.sources) return undefined;
	const touched: SourceId[] = [];
	let unread = before.ticker.unread;
	for (const { id, source } of now.headlines) {
		const wasUnread = before.marks[id]?.read === undefined;
		const isUnread = now.marks[id]?.read === undefined;
		if (wasUnread === isUnread) continue;
		touched.push(source);
		unread += isUnread ? 1 : -1;
	}
	return unread === now.ticker.unread ? touched : undefined;
}

/**
 * How many headlines of each source are unread, read from the archive once the page is calm, and again after each
 * act, one time after the other; null until that is known. After an act that the front tells all of, its
 * sources alone are counted again.
 */
export function followUnread(
	front: Followed<"headlines" | "marks" | "sources" | "ticker">,
	readUnreadCounts: (sources: SourceId[]) => Promise<Record<SourceId, number>>,
	isShown: ReadonlySignal<boolean>,
	onceCalm: (act: () => void) => void,
	notes: Notes,
): ReadonlySignal<Record<SourceId, number> | null> {
	const counts = signal<Record<SourceId, number> | null>(null);
	const stale = new Set<SourceId>();
	let isAllStale = true;
	let said: Said | undefined;
	let isReading = false;

	const isStale = () => isAllStale || stale.size > 0;
	const readStale = async () => {
		const isAll = isAllStale;
		const sources = isAll ? front.sources.peek().map(({ id }) => id) : [...stale];
		isAllStale = false;
		stale.clear();
		try {
			const read = await readUnreadCounts(sources);
			counts.value = isAll ? read : { ...counts.peek(), ...read };
		} catch (cause) {
			isAllStale = true;
			throw cause;
		}
	};
	const read = async () => {
		if (isReading) return;
		isReading = true;
		try {
			while (isStale()) await readStale();
		} catch (cause) {
			console.error("What is unread could not be counted.", cause);
			notes.take(failed("storage-unreadable"));
		}
		isReading = false;
	};
	effect(() => {
		const now: Said = {
			headlines: front.headlines.value,
			marks: front.marks.value,
			sources: front.sources.value,
			ticker: front.ticker.value,
		};
		const touched = said && touchedBetween(said, now);
		said = now;
		if (!touched) isAllStale = true;
		else for (const source of touched) stale.add(source);
		if (isShown.value && isStale()) onceCalm(() => void read());
	});
	return counts;
}
