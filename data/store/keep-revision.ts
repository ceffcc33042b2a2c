import type { HeadlineId, Revision } from "../model/headline";
import { MAX_REVISIONS, withText } from "../model/join-wordings";

/** The archive's store `revisions`, in any transaction that writes it. */
interface WritableRevisions {
	add: (revision: Revision) => Promise<unknown>;
	put: (revision: Revision, key: number) => Promise<unknown>;
	delete: (key: number) => Promise<unknown>;
	get: (key: number) => Promise<Revision | undefined>;
	index: (name: "headline") => { getAllKeys: (headline: HeadlineId) => Promise<number[]> };
}

/**
 * Keeps a wording that a headline had, inside a transaction. Where there are too many, the oldest but the very
 * first goes; a text that both had stays with the first.
 */
export async function keepRevision(revisions: WritableRevisions, revision: Revision): Promise<void> {
	const [first, second, ...others] = await revisions.index("headline").getAllKeys(revision.headline);
	await revisions.add(revision);
	if (first === undefined || second === undefined || others.length + 2 < MAX_REVISIONS) return;
	const [kept, going] = await Promise.all([revisions.get(first), revisions.get(second)]);
	const whole = kept && going && withText(kept, going);
	if (whole && whole !== kept) await revisions.put(whole, first);
	await revisions.delete(second);
}
