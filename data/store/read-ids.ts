import type { IDBPTransaction } from "idb";
import type { HeadlineId } from "../model/headline";
import type { Scope, Which } from "../model/scope";
import { type ArchiveSchema, type KeptMark, ofSource, withArchive } from "./database";
import { newestIn, ofSourceIn } from "./in-order";
import { isUnread } from "./shelf";
import { openShelves } from "./shelves";

type Reading = IDBPTransaction<ArchiveSchema, ("headlines" | "shelves" | "removed")[], "readonly">;

/** Every headline of a scope, by the keys of an index alone. */
async function idsIn(reading: Reading, scope: Scope): Promise<HeadlineId[]> {
	const headlines = reading.objectStore("headlines");
	if (!scope.sources) return headlines.index("newest").getAllKeys(newestIn(scope));
	const lists = scope.sources.map((source) =>
		headlines.index("source").getAllKeys(ofSourceIn(source, scope)),
	);
	return (await Promise.all(lists)).flat();
}

/** Those that are meant alone; undefined where nothing is told from another. */
async function chosen(reading: Reading, which: Which): Promise<((id: HeadlineId) => boolean) | undefined> {
	if (which === "all") return undefined;
	if (which === "watched") {
		const watched = new Set(await reading.objectStore("headlines").index("watchedBy").getAllKeys());
		return (id) => watched.has(id);
	}
	const marks = await openShelves(reading.objectStore("shelves")).marked();
	const isMeant = ({ saved }: KeptMark) => saved !== undefined;
	const isSettled = (mark: KeptMark) => !isUnread(mark);
	const ids = new Set(marks.filter(which === "saved" ? isMeant : isSettled).map(({ id }) => id));
	return (id) => ids.has(id) === (which === "saved");
}

/**
 * Reads which headlines a list of a scope would hold if it were listed to its end, for a page: keys alone, never
 * the headlines. Muted ones and those of removed sources are left out, but for saved ones.
 */
export function readIds(scope: Scope, which: Which): Promise<HeadlineId[]> {
	return withArchive(async (archive) => {
		const reading: Reading = archive.transaction(["headlines", "shelves", "removed"]);
		const headlines = reading.objectStore("headlines");
		const removed = which === "saved" ? [] : await reading.objectStore("removed").getAllKeys();
		const [ids, isChosen, muted, ...gone] = await Promise.all([
			idsIn(reading, scope),
			chosen(reading, which),
			which === "saved" ? [] : headlines.index("mutedBy").getAllKeys(),
			...removed.map((source) => headlines.index("source").getAllKeys(ofSource(source))),
		]);
		const hidden = new Set([...muted, ...gone.flat()]);
		return ids.filter((id) => !hidden.has(id) && (isChosen?.(id) ?? true));
	});
}
