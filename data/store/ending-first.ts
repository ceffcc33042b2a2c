import { publish } from "./act";
import { finishBringingBack } from "./bring-back";
import { readItems } from "./items";
import { finishRestoring } from "./restore";
import type { Store } from "./store";

/** Whether something was begun that is neither ended nor taken back; also where storage can't say. */
async function isBegun(): Promise<boolean> {
	try {
		const { restoring, bringingBack } = await readItems(["restoring", "bringingBack"]);
		return restoring !== null || bringingBack;
	} catch {
		return true;
	}
}

/**
 * A store in which nothing is done before what was begun is ended. What is restored or brought back goes through two
 * storages, and one of them may refuse in between; whatever was done on that half would be undone when it is ended
 * later. So once something was refused that has left a half, whoever takes the lock next ends it first, and is
 * refused where that can't be stored either. A half that a stopped background has left is ended by set-up.
 */
export function endingFirst<S extends Store>(store: S): S {
	let isHalfDone = false;
	return {
		...store,
		lock: (work) =>
			store.lock(async () => {
				if (isHalfDone) {
					const archive = await store.archive();
					await finishRestoring(archive, store.now());
					await finishBringingBack(archive, store.now());
					await publish(store, archive);
					isHalfDone = false;
				}
				try {
					return await work();
				} catch (cause) {
					isHalfDone = await isBegun();
					throw cause;
				}
			}),
	};
}
