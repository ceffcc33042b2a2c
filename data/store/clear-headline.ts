import type { Headline } from "../model/headline";
import { LAST_TIME } from "../model/last-time";
import { plainText } from "../model/plain-text";
import type { Found } from "../model/set-aside";
import type { Archive, KeptMark } from "./database";
import { beginDeleting, type Deleting, forgetHeadline } from "./delete-headlines";
import { mendedHeadline } from "./mended";
import { countChange, judgedAnew, readMeta } from "./revision";
import { isName } from "./shelf";
import type { Shelves } from "./shelves";
import { openShelvesToWrite } from "./shelves-to-write";
import { whole } from "./whole";

/** A headline of which something is wrong. */
interface BrokenHeadline {
	key: IDBValidKey;
	record: unknown;
}

/** So much of a text stands in for a title that is lost, in characters. */
const TITLE_LENGTH = 100;

const isDate = (at: unknown): at is number => Number.isFinite(at) && Math.abs(Number(at)) <= LAST_TIME;

/** Where a headline's mark lies. Where it doesn't say any more whose it was, it is looked for everywhere. */
async function markOf(shelves: Shelves, { key, record }: BrokenHeadline): Promise<KeptMark | undefined> {
	const { source } = Object(record);
	const marks = isName(source) ? [...(await shelves.ofSource(source)).values()] : await shelves.all();
	return marks.find(({ id }) => id === key);
}

/**
 * What a headline is by all that is kept of it, for what its own record doesn't say: called as it was before it was
 * edited, by how its text begins, or by where it leads. Undefined where nobody knows whose it is, or nothing names it.
 */
async function toldByRest(
	clearing: Deleting,
	{ key, record }: BrokenHeadline,
	mark: KeptMark | undefined,
	now: number,
): Promise<Headline | undefined> {
	const { source, url, age, seenAt } = Object(record);
	const home = [source, mark?.source].find(isName);
	if (!isName(key) || home === undefined) return undefined;
	const [article, fullText, wordings] = await Promise.all([
		clearing.objectStore("articles").get(key),
		clearing.objectStore("fullTexts").get(key),
		clearing.objectStore("revisions").index("headline").getAll(key),
	]);
	const html = [article?.html, fullText?.html].find(isName);
	const [firstLine = ""] = plainText(html ?? "").split("\n");
	const beginning = [...firstLine].slice(0, TITLE_LENGTH).join("");
	const title = [wordings.at(-1)?.title, beginning, url].find(isName);
	if (title === undefined) return undefined;
	const publishedAt = [-age, seenAt].find(isDate) ?? now;
	return { id: key, title, source: home, publishedAt, kind: html === undefined ? "bare" : "article" };
}

/** What takes the place of a headline; undefined where nothing does. */
async function rightOf(clearing: Deleting, broken: BrokenHeadline, mark: KeptMark | undefined, now: number) {
	return mendedHeadline(broken.record, await toldByRest(clearing, broken, mark, now));
}

/** The texts of those damaged headlines that can't be put right, to be set aside: they go with these. */
export async function textsGoing(
	archive: Archive,
	broken: readonly BrokenHeadline[],
	now: number,
): Promise<Found[]> {
	const reading = beginDeleting(archive);
	const shelves = openShelvesToWrite(reading.objectStore("shelves"));
	const found: Found[] = [];
	for (const one of broken) {
		if (await rightOf(reading, one, await markOf(shelves, one), now)) continue;
		for (const where of ["articles", "fullTexts"] as const) {
			// Whatever is a key there is one here.
			const what = await reading.objectStore(where).get(one.key as string);
			if (what) found.push({ at: now, where, place: String(one.key), why: "misshapen", what });
		}
	}
	await reading.done;
	return found;
}

/**
 * Puts a headline right by what else is kept of it, or takes it out with all that belongs to it; what the user did with
 * it stays.
 */
export async function clearHeadline(archive: Archive, broken: BrokenHeadline, now: number): Promise<void> {
	const clearing = beginDeleting(archive);
	await whole(clearing, async () => {
		const shelves = openShelvesToWrite(clearing.objectStore("shelves"));
		const mark = await markOf(shelves, broken);
		const right = await rightOf(clearing, broken, mark, now);
		if (right) await clearing.objectStore("headlines").put(right.headline);
		else {
			// The key came from this very store, whose keys are texts wherever a headline was ever put.
			await forgetHeadline(clearing, broken.key as string);
			if (mark) await shelves.keepWaiting(mark, mark);
			await shelves.write();
		}
		const metaStore = clearing.objectStore("meta");
		const { judged } = await readMeta(metaStore);
		const isAnew = judged !== undefined && right?.isJudged === false;
		await countChange(metaStore, {
			headlines: true,
			...(isAnew && { judged: judgedAnew(Object.keys(judged)) }),
		});
	});
}
