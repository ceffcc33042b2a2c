import * as v from "valibot";
import { hostIn } from "./host";
import { parse } from "./parse";
import { sourceSchema } from "./schemas";
import type { Source } from "./source";

const neededSchema = v.object({ id: v.string(), kind: v.string(), url: v.exactOptional(v.string()) });

/**
 * A source of which something is wrong, without that: it is the same one, and asked at the same address. Undefined for
 * one that can't be known again, or, as a feed, be asked.
 */
export function mendedSource(entry: unknown): Source | undefined {
	const needed = parse(neededSchema, entry);
	if (!needed || (needed.kind === "feed" && !needed.url)) return undefined;
	const title = hostIn(needed.url) || (needed.url ?? "");
	let mended = parse(sourceSchema, { ...needed, title, addedAt: 0 });
	// An object it is, or the schema would have refused it.
	for (const [key, value] of Object.entries(entry as object))
		mended = mended && (parse(sourceSchema, { ...mended, [key]: value }) ?? mended);
	return mended;
}
