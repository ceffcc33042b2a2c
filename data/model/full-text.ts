import type { Headline, HeadlineId, SourceId } from "./headline";
import { plainText } from "./plain-text";
import type { TroubleCode } from "./trouble";

/** The whole text of a headline, as its page gave it: a record apart from what its feed said. */
export interface FullText {
	id: HeadlineId;
	source: SourceId;
	/** When the page was fetched, or is to be, in milliseconds since 1970. */
	at: number;
	/** How it stands: still to be fetched, there, or not to be had, with the reason in `trouble`. */
	state: "wanted" | "there" | "failed";
	/** HTML as it was found in the page. It must be sanitised before it reaches one of ours. */
	html?: string;
	author?: string;
	/** A BCP 47 tag, as the page declares it. */
	language?: string;
	/** Where the page was in the end: relative links are resolved against it. */
	url?: string;
	trouble?: TroubleCode;
	/** How often it was tried in vain. */
	tries?: number;
}

/** A text that is shorter may be a summary, in characters; of most feeds that give summaries it is. */
const SUMMARY_LENGTH = 1500;

/** Whether a headline's page may well have more text than its source gave. */
export function mayBeLonger(
	{ kind, url }: Pick<Headline, "kind" | "url">,
	html: string | undefined,
): boolean {
	if (url === undefined || kind === "video") return false;
	return kind !== "article" || plainText(html ?? "").length < SUMMARY_LENGTH;
}
