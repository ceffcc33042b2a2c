import { settleOwed } from "./owed";
import { readMeta } from "./revision";
import type { Store } from "./store";

/** Whether the archive has decided on what extension storage doesn't have yet. */
async function isOwed(store: Store): Promise<boolean> {
	try {
		const archive = await store.archive();
		return (await readMeta(archive.transaction("meta").store)).owed !== undefined;
	} catch {
		// Nothing more is done with an archive that doesn't open; the next look is at one that does.
		return false;
	}
}

/**
 * A store in which nothing is done on a half. What is restored or brought back goes through two storages, and the
 * second may refuse: whatever was done before that is made up for would be lost by it. So after a refusal that has
 * left something owed, whoever waits for the lock already writes that first, and is refused where it can't be written.
 * What a stopped background has left is written by set-up.
 */
export function endingFirst<S extends Store>(store: S): S {
	let mayBeOwed = false;
	return {
		...store,
		lock: (work) =>
			store.lock(async () => {
				if (mayBeOwed && (await isOwed(store))) await settleOwed(await store.archive());
				mayBeOwed = false;
				try {
					return await work();
				} catch (cause) {
					mayBeOwed = true;
					throw cause;
				}
			}),
	};
}
