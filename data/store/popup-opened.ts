import { act } from "./act";
import { countChange } from "./revision";
import type { Store } from "./store";

/** Notes that the popup has been opened: what is seen first from now on is new. */
export function notePopupOpened(store: Store): Promise<void> {
	return act(store, async (archive) => {
		const writing = archive.transaction("meta", "readwrite");
		await countChange(writing.store, { popupOpenedAt: store.now() });
		await writing.done;
	});
}
