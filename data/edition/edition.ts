import type { Incoming } from "../model/headline";
import { paragraphsAsHtml } from "../model/paragraphs";
import type { Source } from "../model/source";
import { type Story, stories } from "./stories";

const EDITION_DAY = "2025-07-24";

const incomingOf = ({ key, time, kind, title, paragraphs }: Story): Incoming => ({
	key,
	title,
	kind,
	publishedAt: Date.parse(`${EDITION_DAY}T${time}:00Z`),
	...(paragraphs && { html: paragraphsAsHtml(paragraphs) }),
});

/**
 * The headlines that the extension has before it has been told of any feed: a source like any other, and the
 * stories of one day, newest first.
 */
export const edition: { source: Omit<Source, "addedAt">; stories: readonly Incoming[] } = {
	// There is one edition, so its id needs no hash.
	source: { id: "edition", kind: "edition", title: "First edition" },
	stories: stories.map(incomingOf),
};
