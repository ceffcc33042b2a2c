import type { IDBPDatabase } from "idb";
import * as v from "valibot";
import type { Found } from "../model/set-aside";
import { readFullText } from "../model/text-schemas";
import { setAsideOrHold } from "./check-items";
import { clearHeadline, textsGoing } from "./clear-headline";
import type { Archive } from "./database";
import { readItems, writeItems } from "./items";
import { type CheckedStore, KEPT_SCHEMAS } from "./kept-schemas";
import { mendedRemoved, mendedShelf } from "./mended";
import { countChange } from "./revision";
import { setAside } from "./safe";
import { BESIDE, isName } from "./shelf";
import type { Store } from "./store";
import { untyped } from "./take-snapshot";

/** So many records are read at a time, and whoever wants the lock waits for one such step at most. */
const BATCH = 250;

/** What set-up goes by, and never much of it. */
const SMALL: readonly CheckedStore[] = ["meta", "joining", "removed", "news", "notifications"];

const ALL = Object.keys(KEPT_SCHEMAS).filter((name): name is CheckedStore => name in KEPT_SCHEMAS);

/** A record of which something is wrong. */
interface Broken {
	key: IDBValidKey;
	record: unknown;
}

async function readBatch(archive: IDBPDatabase, name: CheckedStore, after: IDBValidKey | undefined) {
	const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
	const { store } = archive.transaction(name);
	const [keys, records] = await Promise.all([store.getAllKeys(range, BATCH), store.getAll(range, BATCH)]);
	const broken = keys.flatMap((key, place): Broken[] => {
		const record: unknown = records[place];
		return v.is(KEPT_SCHEMAS[name], record) ? [] : [{ key, record }];
	});
	return { broken, last: keys.length === BATCH ? keys.at(-1) : undefined };
}

/** What takes the place of a record, as far as it can be read; undefined where nothing does. */
async function mended(name: CheckedStore, { key, record }: Broken): Promise<unknown> {
	if (name === "shelves") return mendedShelf(record);
	if (name === "fullTexts") return readFullText(record);
	if (name !== "removed") return undefined;
	const { sources } = await readItems(["sources"]);
	// Nobody's source goes by a damage.
	return sources.some(({ id }) => id === key) ? undefined : mendedRemoved(key, record);
}

async function clear(archive: Archive, name: CheckedStore, broken: Broken, now: number): Promise<void> {
	if (name === "headlines") return clearHeadline(archive, broken, now);
	const right = await mended(name, broken);
	const writing = untyped(archive).transaction([name, "meta"], "readwrite");
	if (right === undefined) await writing.objectStore(name).delete(broken.key);
	else await writing.objectStore(name).put(right);
	await writing.done;
	// What is wrong with the meta record is put right by counting from the beginning.
	if (name === "shelves" || name === "removed") {
		const counting = archive.transaction("meta", "readwrite");
		await countChange(counting.store, { headlines: true });
		await counting.done;
	}
}

/** Sets aside what is broken in a batch, then takes it out. The caller holds the lock. */
async function clearAll(
	archive: Archive,
	name: CheckedStore,
	broken: Broken[],
	now: number,
	keep = setAside,
): Promise<void> {
	const found = broken.map(({ key, record }): Found => {
		const place = typeof key === "number" ? key : String(key);
		return { at: now, where: name, place, why: "misshapen", what: record };
	});
	if (name === "headlines") found.push(...(await textsGoing(archive, broken, now)));
	await keep(found, now);
	// Before anything is gone: what is lost by damage is no undoing that others are to be told of, whenever this is stopped.
	await writeItems({ damage: "set-aside", syncLog: null });
	for (const one of broken) await clear(archive, name, one, now);
}

/**
 * Looks at the records that set-up goes by, and has all be looked at soon where there is a damaged shelf. A safe that
 * doesn't open holds up no start: what is found waits for it. The caller holds the lock.
 */
export async function checkSmallStores(archive: Archive, now: number): Promise<void> {
	for (const name of SMALL) {
		const { broken } = await readBatch(untyped(archive), name, undefined);
		if (broken.length > 0) await clearAll(archive, name, broken, now, setAsideOrHold);
	}
	const shelved = await archive.getAllKeys("shelves");
	// A damaged shelf's name may be anything that a key can be.
	const isShelf = (source: unknown) => isName(source) && !source.startsWith(BESIDE);
	if (!shelved.every(isShelf)) await writeItems({ checkDueAt: 0 });
}

/**
 * Looks at every record of the archive, a batch at a time, so that nobody waits for long; what has the wrong
 * shape is set aside. Answers how much that was. Stopped, it begins again when it is called again.
 */
export async function checkArchive(store: Store): Promise<number> {
	let count = 0;
	for (const name of ALL) {
		let after: IDBValidKey | undefined;
		do {
			after = await store.lock(async () => {
				const archive = await store.archive();
				const { broken, last } = await readBatch(untyped(archive), name, after);
				if (broken.length > 0) await clearAll(archive, name, broken, store.now());
				count += broken.length;
				return last;
			});
		} while (after !== undefined);
	}
	return count;
}
