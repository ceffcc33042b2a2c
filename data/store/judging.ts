import { looksAtText } from "../model/match";
import type { Rule, RuleId } from "../model/rule";
import type { Archive, Judged, KeptHeadline } from "./database";
import { countChange, readMeta } from "./revision";
import { rememberJudge } from "./rules-in-force";
import { openShelvesToWrite, type ShelvesToWrite } from "./shelves-to-write";
import { both, verdictOf, withoutRule, withVerdict } from "./verdict";
import { whole } from "./whole";

/** So many headlines are judged in one transaction, and whoever wants the lock waits for one at most. */
const BATCH = 500;

const STORES = ["headlines", "articles", "shelves", "meta"] as const;

const judgeOf = rememberJudge();

const beginJudging = (archive: Archive) => archive.transaction(STORES, "readwrite");
type Judging = ReturnType<typeof beginJudging>;

/** Keeps a headline whose verdict has changed, and what its mark says of it. */
async function rekeep(judging: Judging, shelves: ShelvesToWrite, headline: KeptHeadline): Promise<void> {
	const mark = (await shelves.of(headline)) ?? {};
	await Promise.all([
		judging.objectStore("headlines").put(headline),
		shelves.keep(headline, mark, headline.mutedBy !== undefined),
	]);
}

/** Notes how far a rule's judging has come; undefined forgets the rule. */
async function noteJudged(
	judging: Judging,
	rule: RuleId,
	state: Judged | undefined,
	changed: boolean,
): Promise<void> {
	const meta = judging.objectStore("meta");
	const before = await readMeta(meta);
	const { [rule]: _, ...others } = before.judged ?? {};
	const judged = state ? { ...others, [rule]: state } : others;
	if (changed) await countChange(meta, { judged, headlines: true });
	else await meta.put({ ...before, judged }, "meta");
}

/** Notes that the archive may hold verdicts by a rule from now on. The caller holds the lock. */
export async function noteRule(archive: Archive, rule: RuleId): Promise<void> {
	const judging = beginJudging(archive);
	await whole(judging, () => noteJudged(judging, rule, { after: null }, false));
}

/** Judges the next batch of the kept headlines by one rule, the newest first. The caller holds the lock. */
export async function judgeSome(archive: Archive, rule: Rule, after: [number, string] | null): Promise<void> {
	const judge = judgeOf([rule]);
	const judging = beginJudging(archive);
	const shelves = openShelvesToWrite(judging.objectStore("shelves"));
	const range = after && IDBKeyRange.lowerBound(after, true);
	const judgeOne = async (kept: KeptHeadline): Promise<boolean> => {
		const article = looksAtText([rule]) ? await judging.objectStore("articles").get(kept.id) : undefined;
		const verdict = judge({ ...kept, html: article?.html });
		const isMet = verdict.mutedBy.length + verdict.watchedBy.length > 0;
		const before = verdictOf(kept);
		if ([...before.mutedBy, ...before.watchedBy].includes(rule.id) === isMet) return false;
		await rekeep(judging, shelves, withVerdict(kept, both(withoutRule(before, rule.id), verdict)));
		return true;
	};
	await whole(judging, async () => {
		const batch = await judging.objectStore("headlines").index("newest").getAll(range, BATCH);
		const changed = await Promise.all(batch.map(judgeOne));
		await shelves.write();
		const last = batch.at(-1);
		const state: Judged = last && batch.length === BATCH ? { after: [last.age, last.id] } : "all";
		await noteJudged(judging, rule.id, state, changed.includes(true));
	});
}

/** Takes a rule that is gone out of the next batch of verdicts that it is in. The caller holds the lock. */
export async function freeSome(archive: Archive, rule: RuleId): Promise<void> {
	const judging = beginJudging(archive);
	const headlines = judging.objectStore("headlines");
	const shelves = openShelvesToWrite(judging.objectStore("shelves"));
	const free = (kept: KeptHeadline) =>
		rekeep(judging, shelves, withVerdict(kept, withoutRule(verdictOf(kept), rule)));
	await whole(judging, async () => {
		const [muted, watched] = await Promise.all([
			headlines.index("mutedBy").getAll(rule, BATCH),
			headlines.index("watchedBy").getAll(rule, BATCH),
		]);
		const batch = [...muted, ...watched];
		await Promise.all(batch.map(free));
		await shelves.write();
		const isFree = muted.length < BATCH && watched.length < BATCH;
		await noteJudged(judging, rule, isFree ? undefined : { after: null }, batch.length > 0);
	});
}

/**
 * Brings the verdicts in the archive one batch nearer to what the rules say; answers whether there was
 * anything to do. What is left to do is read from the archive itself, so that it can be stopped anywhere. The
 * caller holds the lock.
 */
export async function settleSome(archive: Archive, rules: readonly Rule[]): Promise<boolean> {
	const { judged = {} } = await readMeta(archive.transaction("meta").store);
	const gone = Object.keys(judged).find((id) => !rules.some((rule) => rule.id === id));
	if (gone !== undefined) {
		await freeSome(archive, gone);
		return true;
	}
	for (const rule of rules) {
		const state = judged[rule.id] ?? { after: null };
		if (state === "all") continue;
		await judgeSome(archive, rule, state.after);
		return true;
	}
	return false;
}
