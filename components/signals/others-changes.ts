import { effect, type ReadonlySignal, untracked } from "@preact/signals";
import type { HeadlineId } from "@/data/model/headline";

/** Tells what others change in the archive from what a page does itself. */
export interface OthersChanges {
	/** Counts an act of the page's own as known; hands on what it changed, or null where it failed. */
	own(act: Promise<HeadlineId[] | null>): Promise<HeadlineId[] | null>;
}

/**
 * Follows the archive's revision, which each act that changes anything raises by one, and calls back where it has risen
 * by more than the page's own acts. Whether the front tells of one before it is answered or after is all the same.
 */
export function followOthers(revision: ReadonlySignal<number>, onChange: () => void): OthersChanges {
	let known = revision.peek();
	/** How many acts are not answered yet, and how many were answered and not told of. */
	let out = 0;
	let owed = 0;
	const look = () => {
		const risen = revision.peek() - known;
		if (out > 0 || risen === 0) return;
		// An archive that was begun anew has a lower one.
		const isByOthers = risen < 0 || risen > owed;
		known += risen;
		owed = isByOthers ? 0 : owed - risen;
		if (isByOthers) onChange();
	};
	effect(() => {
		revision.value;
		untracked(look);
	});
	return {
		async own(act) {
			out++;
			try {
				const changed = await act;
				if (changed?.length) owed++;
				return changed;
			} finally {
				out--;
				look();
			}
		},
	};
}
