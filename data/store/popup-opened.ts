import { act } from "./act";
import { readItems } from "./items";
import { countChange, readMeta } from "./revision";
import type { Store } from "./store";

/**
 * Notes that the popup has been opened: what is seen first from now on is new. Where nothing was new before,
 * what is published stays as it is.
 */
export function notePopupOpened(store: Store): Promise<void> {
	return act(store, async (archive) => {
		const { ticker } = await readItems(["ticker"]);
		const popupOpenedAt = store.now();
		const writing = archive.transaction("meta", "readwrite");
		if (ticker.fresh > 0) await countChange(writing.store, { popupOpenedAt });
		else await writing.store.put({ ...(await readMeta(writing.store)), popupOpenedAt }, "meta");
		await writing.done;
	});
}
