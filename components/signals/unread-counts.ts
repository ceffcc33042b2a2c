import { effect, type ReadonlySignal, signal } from "@preact/signals";
import type { SourceId } from "@/data/model/headline";
import { failed } from "@/data/model/trouble";
import type { Followed } from "./follow";
import type { Notes } from "./notes";

/**
 * How many headlines of each source are unread, read from the archive once the page is calm, and again after each
 * act, one time after the other; null until that is known. A browser walks what it counts.
 */
export function followUnread(
	front: Followed<"sources" | "ticker">,
	readUnreadCounts: (sources: SourceId[]) => Promise<Record<SourceId, number>>,
	isShown: ReadonlySignal<boolean>,
	onceCalm: (act: () => void) => void,
	notes: Notes,
): ReadonlySignal<Record<SourceId, number> | null> {
	const counts = signal<Record<SourceId, number> | null>(null);
	let isReading = false;
	let isStale = false;
	const read = async () => {
		if (isReading) {
			isStale = true;
			return;
		}
		isReading = true;
		try {
			do {
				isStale = false;
				counts.value = await readUnreadCounts(front.sources.peek().map(({ id }) => id));
			} while (isStale);
		} catch (cause) {
			console.error("What is unread could not be counted.", cause);
			notes.take(failed("storage-unreadable"));
		}
		isReading = false;
	};
	effect(() => {
		front.sources.value;
		front.ticker.value;
		if (isShown.value) onceCalm(() => void read());
	});
	return counts;
}
