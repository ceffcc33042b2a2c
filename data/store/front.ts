import { composeRun } from "../model/compose-run";
import type { Headline, Marks } from "../model/headline";
import { storiesOf } from "../model/run-stories";
import type { NamedSource, Source } from "../model/source";
import { countHidden, countMatched } from "./count-matched";
import { type Archive, isWhole, type KeptHeadline, toHeadlines, toMark } from "./database";
import { FRONT_SIZE, hasItem, readItems, writeItems } from "./items";
import type { Marked } from "./marks";
import { readMeta } from "./revision";
import { saysSomething } from "./shelf";
import { openShelves } from "./shelves";
import { countsAt } from "./tally";
import { tell } from "./told";

/** What the front said in a revision. */
interface Published {
	revision: number;
	headlines: Headline[];
	marks: Marks;
	stories: Stories;
}

/** Headlines grouped into stories, which depends on how their sources are called. */
interface Stories {
	groups: Headline[][];
	titles: string;
}

/**
 * What was published last through an archive's connection. Nobody else writes it, and to read it back from extension
 * storage, with the rest of an act, takes longer than the act.
 */
const published = new WeakMap<Archive, Published>();

/** The stories of some headlines; those that are known, where they are still right: to find them takes as long as all else. */
function storiesNow(headlines: readonly Headline[], sources: readonly Source[], known?: Stories): Stories {
	const titles = JSON.stringify(sources.map(({ id, title }) => [id, title]));
	return known?.titles === titles ? known : { groups: storiesOf(headlines, sources), titles };
}

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

/** How the sources are called that were removed, so that what is saved of them can say whose it is. */
async function formerIn(archive: Archive): Promise<NamedSource[]> {
	const removed = await archive.getAll("removed");
	// What is damaged is put right when the archive is looked through.
	return removed.flatMap(({ id, source }) =>
		typeof source?.title === "string" ? [{ id, title: source.title }] : [],
	);
}

async function marksOf(archive: Archive, headlines: readonly Headline[]): Promise<Marks> {
	const shelves = openShelves(archive.transaction("shelves").store);
	const marks = await Promise.all(headlines.map(shelves.of));
	return Object.fromEntries(
		marks.flatMap((mark) => (mark && saysSomething(mark) ? [[mark.id, toMark(mark)]] : [])),
	);
}

/** Marks as they were, but those of some headlines as they are now, if those are on the front. */
function marksAnew(headlines: readonly Headline[], before: Marks, marked: Marked["marks"]): Marks {
	const marks = { ...before };
	for (const { id } of headlines) {
		const mark = marked.get(id);
		if (!mark) continue;
		const said = toMark(mark);
		if (Object.keys(said).length > 0) marks[id] = said;
		else delete marks[id];
	}
	return marks;
}

/** Reads what a front is made of beside the archive and the front before it. */
export const readFrontItems = () => readItems(["ticker", "sources", "rules", "former"]);

/** The last change to an archive, where it is known to have marked some headlines and done nothing else. */
export interface KnownChange extends Marked {
	items: ReturnType<typeof readFrontItems>;
}

/**
 * Publishes the front that the archive and the list of sources give: the newest headlines where any came,
 * went or changed since the front was last published, their marks, the run, and how removed sources are called.
 * The caller holds the lock, and has written what it had to say to the archive before. A front that says all that
 * already is left alone; answers whether it was published. Where the last change is known, nothing is looked up: the
 * marks of all 500 take longer than all the rest.
 */
export async function publishFront(archive: Archive, now: number, change?: KnownChange): Promise<boolean> {
	const [{ ticker, sources, rules, former: named }, meta] = await Promise.all([
		change?.items ?? readFrontItems(),
		change?.meta ?? readMeta(archive.transaction("meta").store),
	]);
	const last = published.get(archive);
	const known = last?.revision === ticker.revision ? last : undefined;
	const hasHeadlines = known !== undefined || (await hasItem("headlines"));
	if (hasHeadlines && ticker.revision === meta.revision) return false;

	// A front that is ahead was derived from an archive that the browser has thrown away since.
	const isAstray = !hasHeadlines || ticker.revision > meta.revision;
	const haveHeadlinesChanged = isAstray || meta.headlinesChangedIn > ticker.revision;
	// A mark changes none, and where much is muted the newest others lie far apart.
	const front = haveHeadlinesChanged ? undefined : (known ?? (await readItems(["headlines", "marks"])));
	const headlines = front?.headlines ?? (await newestOf(archive, sources));
	const isMarkedAlone = change?.meta && meta.revision === ticker.revision + 1;
	const beginCounting = () => archive.transaction(["headlines", "removed"]);
	const muting = rules.filter(({ act }) => act === "mute");
	const [marks, counts, muted, former] = await Promise.all([
		front && isMarkedAlone ? marksAnew(headlines, front.marks, change.marks) : marksOf(archive, headlines),
		countsAt(archive, meta.revision),
		haveHeadlinesChanged ? countMatched(beginCounting(), muting) : undefined,
		haveHeadlinesChanged ? formerIn(archive) : undefined,
	]);
	const stories = storiesNow(headlines, sources, haveHeadlinesChanged ? undefined : known?.stories);
	const run = composeRun({
		headlines,
		stories: stories.groups,
		marks,
		sources,
		previous: ticker,
		restartedAt: meta.restartedAt,
		revision: meta.revision,
		counts,
		hidden: muted ? await countHidden(beginCounting(), muted) : (ticker.hidden ?? 0),
		now,
	});
	if (!haveHeadlinesChanged) tell({ marks, ticker: run });
	// Whoever follows it makes the index of a search anew.
	const isNew = former && JSON.stringify(former) !== JSON.stringify(named);
	await writeItems({ ...(muted && { headlines, muted }), ...(isNew && { former }), marks, ticker: run });
	published.set(archive, { revision: meta.revision, headlines, marks, stories });
	return true;
}
