import { act } from "./act";
import type { Archive, KeptHeadline } from "./database";
import { readItems } from "./items";
import { countChange, lastOpened, readMeta } from "./revision";
import type { Store } from "./store";
import { whole } from "./whole";

/** What was first seen later than now, by a clock that was wrong, in the index of when that was. */
const aheadOf = (now: number): IDBKeyRange => IDBKeyRange.lowerBound(now, true);

/**
 * Notes a look at the popup, and when what lies ahead of now by a wrong clock was first seen instead; undefined leaves a
 * headline as it is.
 */
async function lookWithAhead(
	archive: Archive,
	now: number,
	seenInstead: (headline: KeptHeadline) => number | undefined,
): Promise<void> {
	const writing = archive.transaction(["headlines", "meta"], "readwrite");
	const headlines = writing.objectStore("headlines");
	await whole(writing, async () => {
		const ahead = await headlines.index("seen").getAll(aheadOf(now));
		await Promise.all(
			ahead.map((headline) => {
				const seenAt = seenInstead(headline);
				return seenAt !== undefined && headlines.put({ ...headline, seenAt });
			}),
		);
		await countChange(writing.objectStore("meta"), { popupOpenedAt: now, headlines: true });
	});
}

/**
 * Notes that the popup has been opened: what is seen first from now on is new, and what was first seen later than now,
 * by a clock that was ahead, is so no more. Where nothing was new before, what is published stays as it is.
 */
export function notePopupOpened(store: Store): Promise<void> {
	return act(store, async (archive) => {
		const { ticker } = await readItems(["ticker"]);
		const popupOpenedAt = store.now();
		// To write headlines would keep the popup, which is opening, from reading them.
		const isAnyAhead =
			(await archive.getKeyFromIndex("headlines", "seen", aheadOf(popupOpenedAt))) !== undefined;
		if (isAnyAhead) return lookWithAhead(archive, popupOpenedAt, () => popupOpenedAt);
		const writing = archive.transaction("meta", "readwrite");
		if (ticker.fresh > 0) await countChange(writing.store, { popupOpenedAt });
		else await writing.store.put({ ...(await readMeta(writing.store)), popupOpenedAt }, "meta");
		await writing.done;
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
	await lookWithAhead(archive, now, ({ publishedAt, seenAt }) => {
		if (publishedAt > now) return undefined;
		return seenAt > openedAt ? now + 1 : now;
	});
}
