import type { Found } from "../model/set-aside";
import {
	type ItemKey,
	LASTING_KEYS,
	readItems,
	readRawItems,
	siftItem,
	writeItems,
	writeRawItems,
} from "./items";
import { setAside } from "./safe";

/** What is derived from the archive: where a part of it is lost, the whole is derived anew. */
const DERIVED: readonly ItemKey[] = ["headlines", "marks", "ticker", "muted", "former"];

/** What the readers of the items leave out of what is stored, and what they make of those items. */
function sift(stored: Record<string, unknown>, at: number) {
	const found: Found[] = [];
	const changed: Record<string, unknown> = {};
	for (const key of LASTING_KEYS) {
		const { value, lost } = siftItem(key, stored[key]);
		if (lost.length > 0) changed[key] = value;
		for (const { at: place, what, why } of lost)
			found.push({ at, where: key, ...(place !== undefined && { place }), why, what });
	}
	return { found, changed };
}

/** Sets aside what was found; answers whether that could be done. */
async function trySetAside(found: readonly Found[], now: number): Promise<boolean> {
	try {
		await setAside(found, now);
		return true;
	} catch (cause) {
		console.error("What is damaged could not be set aside, and waits until it can.", cause);
		return false;
	}
}

/** Sets aside what was found; where that can't be done, it waits in an item of its own. The caller holds the lock. */
export async function setAsideOrHold(found: readonly Found[], now: number): Promise<void> {
	if (await trySetAside(found, now)) return;
	const { unkept } = await readItems(["unkept"]);
	await writeItems({ unkept: [...unkept, ...found] });
}

/**
 * Looks through the items in extension storage, once they are up to date: what no reader takes is set aside
 * before anybody writes its item anew. Keys that are nobody's are left alone. Where nothing can be set aside,
 * it waits in an item of its own. The caller holds the lock.
 */
export async function checkItems(now: number): Promise<void> {
	const [stored, { unkept }] = await Promise.all([readRawItems(), readItems(["unkept"])]);
	const { found, changed } = sift(stored, now);
	const waiting = [...unkept, ...found];
	if (waiting.length === 0) return;
	const isKept = await trySetAside(waiting, now);
	if (!isKept && found.length === 0) return;
	const isDamaged = found.some(({ why }) => why === "misshapen");
	const isFrontDamaged = DERIVED.some((key) => key in changed);
	await writeRawItems({
		...changed,
		unkept: isKept ? [] : waiting,
		// Revision 0 is behind every archive, so that the front is published again.
		...(isFrontDamaged && { ticker: { ...Object(siftItem("ticker", stored.ticker).value), revision: 0 } }),
		// What is lost by damage is nothing that the user has undone: the device joins the others anew.
		...(isDamaged && { damage: "set-aside", checkDueAt: 0, syncLog: null }),
	});
}
