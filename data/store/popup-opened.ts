import { act } from "./act";
import type { Archive, KeptHeadline } from "./database";
import { readItems } from "./items";
import { countChange, lastOpened, readMeta } from "./revision";
import type { Store } from "./store";
import { whole } from "./whole";

/** The archive's index of headlines by when they were first seen. */
interface Seen {
	getAll: (range: IDBKeyRange) => Promise<KeptHeadline[]>;
}

/** The headlines that were first seen later than now, by a clock that was wrong. */
const seenAhead = (headlines: { index: (name: "seen") => Seen }, now: number): Promise<KeptHeadline[]> =>
	headlines.index("seen").getAll(IDBKeyRange.lowerBound(now, true));

/**
 * Notes that the popup has been opened: what is seen first from now on is new, and what was first seen later than now,
 * by a clock that was ahead, is so no more. Where nothing was new before, what is published stays as it is.
 */
export function notePopupOpened(store: Store): Promise<void> {
	return act(store, async (archive) => {
		const { ticker } = await readItems(["ticker"]);
		const popupOpenedAt = store.now();
		const writing = archive.transaction(["headlines", "meta"], "readwrite");
		const headlines = writing.objectStore("headlines");
		const meta = writing.objectStore("meta");
		await whole(writing, async () => {
			const ahead = await seenAhead(headlines, popupOpenedAt);
			await Promise.all(ahead.map((headline) => headlines.put({ ...headline, seenAt: popupOpenedAt })));
			if (ahead.length > 0) await countChange(meta, { popupOpenedAt, headlines: true });
			else if (ticker.fresh > 0) await countChange(meta, { popupOpenedAt });
			else await meta.put({ ...(await readMeta(meta)), popupOpenedAt }, "meta");
		});
	});
}

/**
 * Puts a last look that lies ahead, by a clock that was wrong, to now: until then nothing would be new. So it does
 * with what came meanwhile, and is new still where it came after that look; but what was published later than now
 * is left alone, for then it is now that the clock is wrong. The caller holds the lock.
 */
export async function settleLastLook(archive: Archive, now: number): Promise<void> {
	const openedAt = lastOpened(await readMeta(archive.transaction("meta").store));
	if (openedAt <= now) return;
	const writing = archive.transaction(["headlines", "meta"], "readwrite");
	await whole(writing, async () => {
		const ahead = await seenAhead(writing.objectStore("headlines"), now);
		await Promise.all(
			ahead
				.filter(({ publishedAt }) => publishedAt <= now)
				.map((headline) =>
					writing
						.objectStore("headlines")
						.put({ ...headline, seenAt: headline.seenAt > openedAt ? now + 1 : now }),
				),
		);
		await countChange(writing.objectStore("meta"), { popupOpenedAt: now, headlines: true });
	});
}
