import { DAY_MS } from "../model/durations";
import type { SourceId } from "../model/headline";
import { type Archive, type KeptHeadline, type KeptMark, ofSource, sourcesIn } from "./database";
import { readItems } from "./items";
import { bringBackLost } from "./lost-sources";
import { countChange } from "./revision";
import { isWholeShelf, marksOn, saysSomething } from "./shelf";
import { openShelves } from "./shelves";
import { openShelvesToWrite } from "./shelves-to-write";
import type { Store } from "./store";
import { whole } from "./whole";

/** How long marks wait for headlines of a source that nobody follows. */
const WAITING_MS = 365 * DAY_MS;

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

/** The sources that are followed or removed, or that something lies on a shelf of. */
async function readKnown(archive: Archive): Promise<SourceId[]> {
	const [{ sources }, shelved, removed] = await Promise.all([
		readItems(["sources"]),
		archive.getAllKeys("shelves"),
		archive.getAllKeys("removed"),
	]);
	return [...sources.map(({ id }) => id), ...shelved, ...removed];
}

/**
 * Gives headlines that say that they are of a source that nobody knows back to those on whose shelves they are; answers
 * the sources of those that are on none. The caller holds the lock.
 */
async function bringStraysHome(archive: Archive): Promise<SourceId[]> {
	const known = new Set(await readKnown(archive));
	const writing = archive.transaction(["headlines", "shelves", "meta"], "readwrite");
	const headlines = writing.objectStore("headlines");
	return whole(writing, async () => {
		const bySource = headlines.index("source");
		const unknown = (await sourcesIn(bySource)).filter((source) => !known.has(source));
		if (unknown.length === 0) return [];
		const marks = await openShelves(writing.objectStore("shelves")).all();
		const homes = new Map(marks.filter(({ waits }) => !waits).map(({ id, source }) => [id, source]));
		const strays = (await Promise.all(unknown.map((source) => bySource.getAll(ofSource(source))))).flat();
		const isAtHome = ({ id }: KeptHeadline) => homes.has(id);
		await Promise.all(
			strays.filter(isAtHome).map((stray) => {
				const source = homes.get(stray.id) ?? stray.source;
				return headlines.put({ ...stray, source });
			}),
		);
		await countChange(writing.objectStore("meta"), { headlines: true });
		return [...new Set(strays.filter((stray) => !isAtHome(stray)).map(({ source }) => source))];
	});
}

/**
 * Forgets marks that wait for headlines of a source that is neither followed nor removed, a year after the last of them
 * was made: they come with what is brought back, each time some more, and whoever follows that source again has them
 * until then. Answers how many shelves went. The caller holds the lock.
 */
async function sweepWaiting(archive: Archive, now: number): Promise<number> {
	const { sources } = await readItems(["sources"]);
	const followed = new Set(sources.map(({ id }) => id));
	const writing = archive.transaction(["shelves", "removed", "meta"], "readwrite");
	const store = writing.objectStore("shelves");
	return whole(writing, async () => {
		const [shelves, removed] = await Promise.all([
			store.getAll(),
			writing.objectStore("removed").getAllKeys(),
		]);
		const isOld = ({ waits, shown = 0, read = 0, saved = 0 }: KeptMark) =>
			waits === true && Math.max(shown, read, saved) <= now - WAITING_MS;
		const going = shelves.filter(
			(shelf) =>
				!followed.has(shelf.source) &&
				!removed.includes(shelf.source) &&
				isWholeShelf(shelf) &&
				[...marksOn(shelf).values()].every(isOld),
		);
		if (going.length === 0) return 0;
		await Promise.all(going.map(({ source }) => store.delete(source)));
		await countChange(writing.objectStore("meta"));
		return going.length;
	});
}

/**
 * Brings every source's shelf to what is kept of the source, each with the lock for itself, brings back who is lost, and
 * forgets what waits for nobody; answers how many shelves differed.
 */
export async function settleShelves(store: Store): Promise<number> {
	const lost = await store.lock(async () => bringStraysHome(await store.archive()));
	let differed = 0;
	for (const source of new Set([...(await readKnown(await store.archive())), ...lost]))
		if (await store.lock(async () => settleShelf(await store.archive(), source))) differed += 1;
	if (lost.length > 0)
		await store.lock(async () => {
			const { sources } = await readItems(["sources"]);
			await bringBackLost(await store.archive(), sources, store.now());
		});
	return differed + (await store.lock(async () => sweepWaiting(await store.archive(), store.now())));
}
