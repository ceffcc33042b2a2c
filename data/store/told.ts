import type { Marks } from "../model/headline";
import type { Run } from "../model/run";

/** What a front says anew after an act on marks alone. */
export interface Told {
	marks: Marks;
	ticker: Run;
}

const NAME = "front";

/** Whether an item is told of. */
export const isTellable = (key: string): key is keyof Told => key === "marks" || key === "ticker";

let channel: BroadcastChannel | undefined;

/**
 * Tells every open page what the front is about to say, as soon as the archive has it: to write it to extension
 * storage, and to hear of that there, takes each page some 10 ms longer. Whoever doesn't hear it, as in a private
 * window, still hears of the storage.
 */
export function tell(told: Told): void {
	channel ??= new BroadcastChannel(NAME);
	channel.postMessage(told);
}

/** Calls back with each one told, which may be anything, for as long as the page is there. */
export function hear(take: (told: Record<string, unknown>) => void): void {
	new BroadcastChannel(NAME).onmessage = ({ data }) => take(Object(data));
}

/** What is known of a front's revisions by whoever is told of some ahead of the storage, and hears of all from it. */
export interface Revisions {
	/** Notes that one is told; answers whether it is news. */
	tell(revision: unknown): boolean;
	/** Notes that one is stored; answers whether it is news. */
	store(revision: unknown): boolean;
}

/**
 * Whatever order the two come in, what is taken last is what was published last: a revision that was told isn't taken
 * again from the storage, over a later one that was told since; and one that is told late isn't taken at all.
 */
export function followRevisions(): Revisions {
	let ahead: unknown[] = [];
	let stored = Number.NEGATIVE_INFINITY;
	return {
		tell(revision) {
			if (typeof revision !== "number" || !(revision > stored)) return false;
			ahead.push(revision);
			return true;
		},
		store(revision) {
			stored = Number(revision);
			const place = ahead.indexOf(revision);
			// One that nobody told may belong to an archive that began again.
			ahead = place < 0 ? [] : ahead.slice(place + 1);
			return place < 0;
		},
	};
}
