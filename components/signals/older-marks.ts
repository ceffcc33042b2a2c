import { computed, type ReadonlySignal, type Signal } from "@preact/signals";
import type { MarkedHeadline, Marks } from "@/data/model/headline";
import type { Run } from "@/data/model/run";
import { followOthers, type OthersChanges } from "./others-changes";

/** What keeps the marks of listed headlines as the archive has them. */
export interface OlderMarks extends OthersChanges {
	/** Reads the marks again, where others have changed something since these headlines were read. */
	renew(): Promise<void>;
}

/**
 * Keeps the marks of headlines that the front doesn't hold as the archive has them, whoever marks them. It asks the
 * archive only where others than the page have changed something, and such headlines are listed; while more of them are
 * being listed it waits for `renew`, since they may come as they were before. `readMarks` answers null where that fails.
 */
export function followOlderMarks(
	older: Signal<MarkedHeadline[]>,
	run: ReadonlySignal<Run>,
	isListing: () => boolean,
	readMarks: () => Promise<Marks | null>,
): OlderMarks {
	let areStale = false;
	let isReading = false;

	const readStale = async () => {
		while (areStale && older.value.length > 0) {
			areStale = false;
			const listed = older.value;
			const marks = await readMarks();
			if (!marks) return;
			// Something was done with them meanwhile, or more are listed.
			if (older.value !== listed) areStale = true;
			else older.value = listed.map(({ headline }) => ({ headline, mark: marks[headline.id] ?? {} }));
		}
	};
	const renew = async () => {
		if (isReading || isListing()) return;
		isReading = true;
		await readStale();
		isReading = false;
	};
	const revision = computed(() => run.value.revision);
	const { own } = followOthers(revision, () => {
		areStale = older.value.length > 0 || isListing();
		void renew();
	});
	return { own, renew };
}
