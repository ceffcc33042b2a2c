import type { SourceId } from "../model/headline";
import { type Archive, ofSource } from "./database";
import { readItems } from "./items";
import { countChange } from "./revision";
import { saysSomething } from "./shelf";
import { openShelvesToWrite } from "./shelves-to-write";
import type { Store } from "./store";
import { whole } from "./whole";

/**
 * Brings a source's shelf to what is kept of the source, whatever befell either: what isn't on it would be in every
 * list, and in no count. Answers whether anything differed. The caller holds the lock.
 */
async function settleShelf(archive: Archive, source: SourceId): Promise<boolean> {
	const writing = archive.transaction(["headlines", "shelves", "meta"], "readwrite");
	const shelves = openShelvesToWrite(writing.objectStore("shelves"));
	return whole(writing, async () => {
		const [headlines, marks] = await Promise.all([
			writing.objectStore("headlines").index("source").getAll(ofSource(source)),
			shelves.ofSource(source),
		]);
		const kept = new Set(headlines.map(({ id }) => id));
		const unknown = headlines.filter(({ id, mutedBy }) => {
			const mark = marks.get(id);
			return !mark || mark.waits || (mark.muted === true) !== (mutedBy !== undefined);
		});
		const gone = [...marks.values()].filter(
			(mark) => !kept.has(mark.id) && !(mark.waits && saysSomething(mark)),
		);
		await Promise.all([
			...unknown.map((headline) =>
				shelves.keep(headline, marks.get(headline.id) ?? {}, headline.mutedBy !== undefined),
			),
			...gone.map((mark) => shelves.keepWaiting(mark, mark)),
		]);
		await shelves.write();
		if (unknown.length + gone.length === 0) return false;
		await countChange(writing.objectStore("meta"), { headlines: true });
		return true;
	});
}

/** Brings every source's shelf to what is kept of the source, each with the lock for itself; answers how many differed. */
export async function settleShelves(store: Store): Promise<number> {
	const [{ sources }, archive] = await Promise.all([readItems(["sources"]), store.archive()]);
	const [shelved, removed] = await Promise.all([
		archive.getAllKeys("shelves"),
		archive.getAllKeys("removed"),
	]);
	let differed = 0;
	for (const source of new Set([...sources.map(({ id }) => id), ...shelved, ...removed]))
		if (await store.lock(async () => settleShelf(await store.archive(), source))) differed += 1;
	return differed;
}
