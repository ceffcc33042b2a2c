import { composeRun } from "../model/compose-run";
import type { Headline, Marks } from "../model/headline";
import type { Source } from "../model/source";
import { countHidden, countMatched } from "./count-matched";
import { countRun } from "./counts";
import { type Archive, isWhole, type KeptHeadline, toHeadlines, toMark } from "./database";
import { FRONT_SIZE, hasItem, readItems, writeItems } from "./items";
import { readMeta } from "./revision";

/** The newest headlines of the given sources: in pages, because removed sources’ and muted ones lie in between. */
async function newestOf(archive: Archive, sources: readonly Source[]): Promise<Headline[]> {
	const ids = new Set(sources.map(({ id }) => id));
	const newest: Headline[] = [];
	let after: IDBKeyRange | null = null;
	for (;;) {
		const page: KeptHeadline[] = await archive.getAllFromIndex("headlines", "newest", after, FRONT_SIZE);
		// What is damaged is left out here, and set aside when the archive is looked through.
		if (!page.every(isWhole)) await writeItems({ checkDueAt: 0 });
		newest.push(...toHeadlines(page.filter(({ source, mutedBy }) => ids.has(source) && !mutedBy)));
		const last = page.at(-1);
		if (!last || page.length < FRONT_SIZE || newest.length >= FRONT_SIZE) return newest.slice(0, FRONT_SIZE);
		after = IDBKeyRange.lowerBound([last.age, last.id], true);
	}
}

async function marksOf(archive: Archive, headlines: readonly Headline[]): Promise<Marks> {
	const reading = archive.transaction("marks");
	const marks = await Promise.all(headlines.map(({ id }) => reading.store.get(id)));
	return Object.fromEntries(marks.flatMap((mark) => (mark ? [[mark.id, toMark(mark)]] : [])));
}

/**
 * Publishes the front that the archive and the list of sources give: the newest headlines where any came,
 * went or changed since the front was last published, their marks, and the run. The caller holds the lock,
 * and has written what it had to say to the archive before. A front that says all that already is left
 * alone; answers whether it was published.
 */
export async function publishFront(archive: Archive, now: number): Promise<boolean> {
	const [{ ticker, sources, rules }, meta, hasHeadlines] = await Promise.all([
		readItems(["ticker", "sources", "rules"]),
		readMeta(archive.transaction("meta").store),
		hasItem("headlines"),
	]);
	if (hasHeadlines && ticker.revision === meta.revision) return false;

	// A front that is ahead was derived from an archive that the browser has thrown away since.
	const isAstray = !hasHeadlines || ticker.revision > meta.revision;
	const haveHeadlinesChanged = isAstray || meta.headlinesChangedIn > ticker.revision;
	// A mark changes none, and where much is muted the newest others lie far apart.
	const headlines = haveHeadlinesChanged
		? await newestOf(archive, sources)
		: (await readItems(["headlines"])).headlines;
	const beginCounting = () => archive.transaction(["headlines", "removed"]);
	const [marks, counts, muted] = await Promise.all([
		marksOf(archive, headlines),
		countRun(archive),
		countMatched(
			beginCounting(),
			rules.filter(({ act }) => act === "mute"),
		),
	]);
	const run = composeRun({
		headlines,
		marks,
		sources,
		previous: ticker,
		restartedAt: meta.restartedAt,
		revision: meta.revision,
		counts,
		hidden: haveHeadlinesChanged ? await countHidden(beginCounting(), muted) : (ticker.hidden ?? 0),
		now,
	});
	await writeItems({ ...(haveHeadlinesChanged && { headlines, muted }), marks, ticker: run });
	return true;
}
