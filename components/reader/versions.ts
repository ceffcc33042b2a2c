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

/** What is needed to tell what a headline said before. */
export interface Edited {
	headline: Pick<Headline, "title">;
	article?: Pick<Article, "html">;
	/** Oldest first. */
	revisions: readonly Revision[];
}

/** The edits of a headline, oldest first. A revision without a text had the one that came after it. */
export function editsOf({ headline, article, revisions }: Edited): Edit[] {
	const edits: Edit[] = [];
	let after: Wording = { title: headline.title, text: wholePlainText(article?.html ?? "") };
	for (const { seenAt, title, html } of revisions.toReversed()) {
		const before = { title, text: html === undefined ? after.text : wholePlainText(html) };
		edits.push({ seenAt, before, after });
		after = before;
	}
	return edits.reverse();
}
