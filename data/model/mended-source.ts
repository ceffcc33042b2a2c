import * as v from "valibot";
import { sourceSchema } from "./schemas";
import type { Source } from "./source";

const neededSchema = v.object({ id: v.string(), kind: v.string(), url: v.exactOptional(v.string()) });

const parse = (entry: unknown): Source | undefined => {
	const parsed = v.safeParse(sourceSchema, entry);
	return parsed.success ? parsed.output : undefined;
};

/** What a source is called that has lost its name. */
const nameless = (url = "") => (URL.canParse(url) ? new URL(url).host : url);

/**
 * A source of which something is wrong, without that: it is the same one, and asked at the same address. Undefined for
 * one that can't be known again, or, as a feed, be asked.
 */
export function mendedSource(entry: unknown): Source | undefined {
	const needed = v.safeParse(neededSchema, entry);
	if (!needed.success) return undefined;
	const { id, kind, url } = needed.output;
	if (kind === "feed" && !url) return undefined;
	let mended = parse({ id, kind, title: nameless(url), addedAt: 0, ...(url !== undefined && { url }) });
	// An object it is, or the schema would have refused it.
	for (const [key, value] of Object.entries(entry as object))
		mended = mended && (parse({ ...mended, [key]: value }) ?? mended);
	return mended;
}
