import type { HeadlineId, SourceId } from "./headline";
import type { SourceKind } from "./source";

/** 120 bits: among a million headlines two share an id with a chance of about one in 10 ^ 24. */
const ID_BYTES = 15;

/** The longest id taken in, in characters: any that was ever ours is far shorter. */
export const ID_LIMIT = 200;

/** The base64url (RFC 4648, section 5) of the first 120 bits of a text's SHA-256. */
export async function shortHash(text: string): Promise<string> {
	const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
	const base64 = btoa(String.fromCharCode(...new Uint8Array(hash, 0, ID_BYTES)));
	return base64.replaceAll("+", "-").replaceAll("/", "_");
}

/**
 * The id of a source, from its kind and what names it: a feed's address, a digest's file name. The same
 * source gets the same id whenever and however often it is added.
 */
export function sourceId(kind: SourceKind, name: string): Promise<SourceId> {
	return shortHash(`${kind}\n${name}`);
}

/** The id of a headline, from its source and its identity within that source ({@link Incoming.key}). */
export function headlineId(source: SourceId, key: string): Promise<HeadlineId> {
	return shortHash(`${source}\n${key}`);
}
