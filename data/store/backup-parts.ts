import type { BackupPart, RestoreWay } from "../model/backup";
import { addedText } from "../model/former-texts";
import type { Headline, HeadlineId, SourceId } from "../model/headline";
import { joinWordings } from "../model/join-wordings";
import type { Judge } from "../model/match";
import { mergeMarks, mergePlaces } from "../model/merge-choices";
import { once } from "../model/once";
import type { SnapshotMark } from "../model/snapshot";
import { type Archive, type KeptHeadline, toKept } from "./database";
import { putAll } from "./put-all";
import { headlinesHere, namedHere, type Twins } from "./twins";
import { withVerdict } from "./verdict";

const STORES = [
	"headlines",
	"articles",
	"fullTexts",
	"revisions",
	"places",
	"shelves",
	"removed",
	"joining",
	"meta",
] as const;

/** Begins the one transaction in which a backup is applied. */
export const beginApplying = (archive: Archive) =>
	archive.transaction(STORES, "readwrite", { durability: "relaxed" });
/** That transaction. */
export type Applying = ReturnType<typeof beginApplying>;

/** What is known of the archive while a backup is applied. */
export interface Known {
	way: RestoreWay;
	judge: Judge;
	/** Milliseconds since 1970. */
	now: number;
	/** Those that the backup and what becomes of the list of sources speak of. */
	sources: ReadonlySet<string>;
	headlines: Set<HeadlineId>;
	twins: Twins;
	/** Those that a rule mutes. */
	muted: Set<HeadlineId>;
	/** Those that weren't kept before, and whose they are. */
	added: Map<HeadlineId, SourceId>;
	/** What the backup has of marks. */
	wanted: Map<HeadlineId, SnapshotMark>;
}

/** A headline as the archive keeps it. Rules that look at its text judge it when all is there. */
function toJudged(headline: Headline, { judge, now }: Known): KeptHeadline {
	const kept = { ...toKept(headline), broughtAt: now };
	return withVerdict(kept, judge(kept));
}

async function addHeadlines(applying: Applying, came: readonly Headline[], known: Known): Promise<void> {
	const byLink = applying.objectStore("headlines").index("link");
	const headlines = await headlinesHere(came, known.twins, byLink);
	const wanted = headlines.filter(({ id, source }) => !known.headlines.has(id) && known.sources.has(source));
	const fresh = once(wanted);
	const kept = fresh.map((headline) => toJudged(headline, known));
	for (const { id, source, mutedBy } of kept) {
		known.headlines.add(id);
		known.added.set(id, source);
		if (mutedBy) known.muted.add(id);
	}
	await putAll(applying.objectStore("headlines"), kept);
}

type Wording = Extract<BackupPart, { kind: "revisions" }>["records"][number];

/** Joins what a backup knows a headline was called with what is known here, where that says more. */
async function joinRevisions(
	applying: Applying,
	headline: HeadlineId,
	came: readonly Wording[],
): Promise<void> {
	const revisions = applying.objectStore("revisions");
	const [keys, there] = await Promise.all([
		revisions.index("headline").getAllKeys(headline),
		revisions.index("headline").getAll(headline),
	]);
	const joined = joinWordings(there, came);
	if (JSON.stringify(joined) === JSON.stringify(there)) return;
	await Promise.all([
		...keys.map((key) => revisions.delete(key)),
		...joined.map((wording) => revisions.add(wording)),
	]);
}

async function addRevisions(applying: Applying, wordings: readonly Wording[], known: Known): Promise<void> {
	const byHeadline = new Map<HeadlineId, Wording[]>();
	for (const wording of wordings) {
		const headline = known.twins.headlines.get(wording.headline) ?? wording.headline;
		const came = byHeadline.get(headline);
		if (came) came.push({ ...wording, headline });
		else if (known.headlines.has(headline)) byHeadline.set(headline, [{ ...wording, headline }]);
	}
	await Promise.all([...byHeadline].map(([headline, came]) => joinRevisions(applying, headline, came)));
}

/** Adds what the archive hasn't got; what it has stays as it is. */
export async function addPart(applying: Applying, part: BackupPart, known: Known): Promise<void> {
	const isKept = ({ id }: { id: HeadlineId }) => known.headlines.has(id);
	const keptOf = <T extends { id: HeadlineId; source?: SourceId }>(records: readonly T[]): T[] =>
		records.map((record) => namedHere(record, known.twins)).filter(isKept);
	switch (part.kind) {
		case "headlines":
			return addHeadlines(applying, part.records, known);
		case "articles": {
			const store = applying.objectStore("articles");
			const fresh = keptOf(part.records);
			const keys = await keysOf(fresh, known, (id) => store.getKey(id));
			return putAll(
				store,
				fresh.filter(({ id }) => !keys.has(id)),
			);
		}
		case "fullTexts": {
			const store = applying.objectStore("fullTexts");
			const put = async (text: (typeof part.records)[number]) => {
				const before = known.added.has(text.id) ? undefined : await store.get(text.id);
				const added = addedText(before, text);
				if (added) await store.put(added);
			};
			await Promise.all(keptOf(part.records).map(put));
			return;
		}
		case "revisions":
			return addRevisions(applying, part.records, known);
		case "places": {
			const store = applying.objectStore("places");
			const put = async (place: (typeof part.records)[number]) => {
				const before = known.way === "merge" ? await store.get(place.id) : undefined;
				await store.put(before ? mergePlaces(before, place) : place);
			};
			await Promise.all(keptOf(part.records).map(put));
			return;
		}
		case "marks":
			for (const came of part.records) {
				const mark = namedHere(came, known.twins);
				// Two of the file's marks may be one headline's here.
				const before = known.twins.headlines.size > 0 && known.wanted.get(mark.id);
				if (known.sources.has(mark.source))
					known.wanted.set(mark.id, before ? { ...mark, ...mergeMarks(before, mark) } : mark);
			}
	}
}

/** Which of some records are there already; those of headlines that come anew aren't. */
async function keysOf(
	records: readonly { id: HeadlineId }[],
	{ added }: Known,
	look: (id: HeadlineId) => Promise<HeadlineId | undefined>,
): Promise<Set<HeadlineId | undefined>> {
	const asked = records.filter(({ id }) => !added.has(id));
	return new Set(await Promise.all(asked.map(({ id }) => look(id))));
}
