import type { SourceId } from "../model/headline";
import type { Polls } from "../model/source";
import { readItems, writeItems } from "../store/items";
import { askedNow } from "./due";

/** Requests that begin within this time are stored together. */
const GATHER_MS = 5;

/** Remembers, in storage, which feeds are being asked, and since when. */
export interface Asked {
	/** Stores that a feed is being asked. */
	add: (id: SourceId, now: number) => Promise<void>;
	/** A feed's answer has been kept; after the last one nothing is remembered. */
	remove: (id: SourceId) => Promise<void>;
}

/** The polls with what a background that was stopped had asked and kept no answer of. */
export async function foldAsked(polls: Polls): Promise<Polls> {
	const { asking } = await readItems(["asking"]);
	const folded = { ...polls };
	for (const [id, askedAt] of Object.entries(asking)) {
		const poll = polls[id];
		if ((poll?.askedAt ?? 0) < askedAt) folded[id] = askedNow(poll, askedAt);
	}
	if (Object.keys(asking).length > 0) await writeItems({ polls: folded, asking: {} });
	return folded;
}

/**
 * A memory for the life of one background. It is an item of its own, holds the few that are out, and lasts as
 * long as the browser runs, because it is written before each request: all polls together, on the disk, would
 * take as much processor time as the request itself.
 */
export function createAsked(): Asked {
	const asking = new Map<SourceId, number>();
	let isStale = false;
	let storing: Promise<void> | undefined;

	const store = async () => {
		while (isStale) {
			await new Promise((gathered) => setTimeout(gathered, GATHER_MS));
			isStale = false;
			await writeItems({ asking: Object.fromEntries(asking) });
		}
	};
	const change = () => {
		isStale = true;
		storing ??= store().finally(() => {
			storing = undefined;
		});
		return storing;
	};

	return {
		add: (id, now) => {
			asking.set(id, now);
			return change();
		},
		remove: async (id) => {
			if (!asking.delete(id) || asking.size > 0) return;
			await change().catch((cause) => {
				// The next background takes it for asked when it was, which is right; the answer is kept.
				console.error("What was asked couldn’t be forgotten.", cause);
			});
		},
	};
}
