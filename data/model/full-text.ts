import type { Headline, HeadlineId, Revision, SourceId } from "./headline";
import type { TroubleCode } from "./trouble";
import { isVideoPage } from "./video-page";

/** A whole text that a headline's page had before its publisher changed it. */
export interface FormerText {
	/** HTML as it was found in the page. */
	html: string;
	/**
	 * When it was seen that another had taken its place, in milliseconds since 1970: when the headline's source last
	 * sent an edit of it, or else when its page was fetched anew.
	 */
	seenAt: number;
}

/** The whole text of a headline, as its page gave it: a record apart from what its feed said. */
export interface FullText {
	id: HeadlineId;
	source: SourceId;
	/** When the page was fetched, or is to be, in milliseconds since 1970. */
	at: number;
	/** How it stands: still to be fetched, there, or not to be had, with the reason in `trouble`. */
	state: "wanted" | "there" | "failed";
	/**
	 * HTML as it was found in the page. It must be sanitised before it reaches one of ours. Where a newer text is
	 * wanted it stays until that is there.
	 */
	html?: string;
	/** When what is in `html` was fetched, where `at` says something else. */
	readAt?: number;
	/** What was in `html` before, oldest first; absent where there was nothing else. */
	former?: FormerText[];
	author?: string;
	/** A BCP 47 tag, as the page declares it. */
	language?: string;
	/** Where the page was in the end: relative links are resolved against it. */
	url?: string;
	trouble?: TroubleCode;
	/** How often it was tried in vain. */
	tries?: number;
}

/** Whether a headline leads to a page that may have a text: any but those of players. */
export const leadsToText = ({ title, url }: Pick<Headline, "title" | "url">): boolean =>
	url !== undefined && !isVideoPage({ title, url });

/** Whether a headline was edited after its whole text was fetched. */
export function isOutdated(
	{ html, at, readAt = at }: FullText,
	revisions: readonly Pick<Revision, "seenAt">[],
): boolean {
	return html !== undefined && revisions.some(({ seenAt }) => seenAt > readAt);
}

/** What is known of a page that isn't to be fetched any more: the text that is there, if any. */
export function withoutWant({ at, readAt = at, tries, ...known }: FullText): FullText | undefined {
	return known.html === undefined ? undefined : { ...known, at: readAt, state: "there" };
}
