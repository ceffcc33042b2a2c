import { type FullText, isOutdated } from "@/data/model/full-text";
import type { Article, Headline, Revision } from "@/data/model/headline";
import { wholePlainText } from "@/data/model/plain-text";

/** What a headline said at one time: plain text, a line a block. */
export interface Wording {
	title: string;
	text: string;
}

/** One edit that was seen. */
export interface Edit {
	/** When it was seen, in milliseconds since 1970. */
	seenAt: number;
	before: Wording;
	after: Wording;
}

/** What is needed to tell what a headline said before, in its source and in its page. */
export interface Edited {
	headline: Pick<Headline, "title">;
	article?: Pick<Article, "html">;
	/** Oldest first. */
	revisions: readonly Omit<Revision, "headline">[];
	fullText?: FullText;
}

/** The edits of a headline, and which text they are of: its only one, or one of two. */
export interface Compared {
	of: "only" | "source" | "page";
	/** Oldest first. */
	edits: Edit[];
}

/** What was there before an edit; what is absent was as it was after it. */
type Before = { seenAt: number; title?: string; html?: string };

/** Goes back from what there is now through what was before, newest first. What was seen at once is one edit. */
function goBack(now: { title: string; html: string | undefined }, past: readonly Before[]): Edit[] {
	const edits: Edit[] = [];
	let after: Wording = { title: now.title, text: wholePlainText(now.html ?? "") };
	for (const { seenAt, title, html } of past) {
		const before = {
			title: title ?? after.title,
			text: html === undefined ? after.text : wholePlainText(html),
		};
		const last = edits.at(-1);
		if (last?.seenAt === seenAt) last.before = before;
		else if (before.title !== after.title || before.text !== after.text)
			edits.push({ seenAt, before, after });
		after = before;
	}
	return edits.reverse();
}

/** The edits of the whole text, with those of the title. */
function editsOfPage({ headline, revisions, fullText }: Edited): Edit[] {
	const titles = revisions.map(({ seenAt, title }) => ({ seenAt, title }));
	const past = [...titles, ...(fullText?.former ?? [])].toReversed().sort((a, b) => b.seenAt - a.seenAt);
	return goBack({ title: headline.title, html: fullText?.html }, past);
}

/** The edits of what the source gave. A revision without a text had the one that came after it. */
const editsOfSource = ({ headline, article, revisions }: Edited): Edit[] =>
	goBack({ title: headline.title, html: article?.html }, revisions.toReversed());

/**
 * What changed in the text that is shown, the whole one or what the source gave. Of a whole text in which nothing has
 * changed, it is what the source has changed in its own.
 */
export function compared(edited: Edited, isWhole: boolean): Compared {
	const ofPage = isWhole ? editsOfPage(edited) : [];
	if (ofPage.length > 0) return { of: "page", edits: ofPage };
	return { of: edited.fullText?.html === undefined ? "only" : "source", edits: editsOfSource(edited) };
}

/**
 * When the last edit of the text that is shown was seen, in milliseconds since 1970; undefined where there was none. What
 * a source has changed in its own text alone is none of a whole text that was fetched since.
 */
export function lastEditOf({ headline, revisions, fullText }: Edited, isWhole: boolean): number | undefined {
	const last = revisions.at(-1)?.seenAt;
	if (!isWhole || fullText === undefined) return last;
	const isRetitled = (title: string, at: number) => title !== (revisions[at + 1]?.title ?? headline.title);
	const told = isOutdated(fullText, revisions)
		? last
		: revisions.findLast(({ title }, at) => isRetitled(title, at))?.seenAt;
	const own = [fullText.former?.at(-1)?.seenAt, told].filter((seenAt) => seenAt !== undefined);
	return own.length > 0 ? Math.max(...own) : last;
}
