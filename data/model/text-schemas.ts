import * as v from "valibot";
import type { FullText } from "./full-text";
import type { Article } from "./headline";
import { MEDIA_KINDS } from "./media";
import { parse } from "./parse";
import { text, time } from "./schema-parts";
import { TROUBLE_CODES } from "./trouble";

/** A {@link Media} as the archive keeps it. */
export const mediaSchema = v.object({
	url: v.string(),
	kind: v.picklist(MEDIA_KINDS),
	type: v.exactOptional(v.string()),
	length: v.exactOptional(v.number()),
	duration: v.exactOptional(v.number()),
	title: v.exactOptional(v.string()),
});

/** An {@link Article} as the archive keeps it. */
export const articleSchema: v.GenericSchema<unknown, Article> = v.object({
	id: text,
	author: v.exactOptional(v.string()),
	language: v.exactOptional(v.string()),
	html: v.exactOptional(v.string()),
	media: v.exactOptional(v.array(mediaSchema)),
});

/** A {@link FullText} as the archive keeps it. */
export const fullTextSchema: v.GenericSchema<unknown, FullText> = v.object({
	id: text,
	source: text,
	at: time,
	state: v.picklist(["wanted", "there", "failed"]),
	html: v.exactOptional(v.string()),
	readAt: v.exactOptional(time),
	former: v.exactOptional(v.array(v.object({ html: v.string(), seenAt: time }))),
	author: v.exactOptional(v.string()),
	language: v.exactOptional(v.string()),
	url: v.exactOptional(v.string()),
	trouble: v.exactOptional(v.picklist(TROUBLE_CODES)),
	tries: v.exactOptional(v.number()),
});

/** Reads a {@link FullText}: where what it was before is damaged, without that; undefined for what is none. */
export function readFullText(stored: unknown): FullText | undefined {
	const { former: _, ...now } = Object(stored);
	return parse(fullTextSchema, stored) ?? parse(fullTextSchema, now);
}
