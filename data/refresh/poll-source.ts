import type { Incoming } from "../model/headline";
import type { Poll, Source } from "../model/source";
import { fetchFeed } from "./fetch-feed";
import { type Body, readAnswer } from "./read-answer";
import type { PollResult } from "./schedule";
import type { World } from "./world";

/** What one poll of a source brought. */
export interface Polled {
	result: PollResult;
	/** All that the feed holds; absent where it hasn't changed or failed. */
	incoming?: Incoming[];
}

/** A hash of a body, to know it again by. */
export async function hashBody({ bytes }: Body): Promise<string> {
	const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	return btoa(String.fromCharCode(...hash));
}

/** What is to be remembered of an answer with a body. */
export function validatorsOf({ etag, lastModified }: Body): Pick<PollResult, "etag" | "lastModified"> {
	return { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) };
}

/** Asks one feed, and reads what it answers where that is new. */
export async function pollSource(source: Source, poll: Poll | undefined, world: World): Promise<Polled> {
	const url = source.url ?? "";
	if (!(await world.hasAccess(url))) return { result: { outcome: "permission-needed" } };
	const fetched = await fetchFeed(url, poll ?? {}, world);
	switch (fetched.kind) {
		case "unchanged":
			return { result: { outcome: "unchanged" } };
		case "trouble": {
			const { trouble, waitUntil } = fetched;
			return { result: { outcome: trouble.code, ...(waitUntil !== undefined && { waitUntil }) } };
		}
		case "body": {
			const bodyHash = await hashBody(fetched);
			const known = { ...validatorsOf(fetched), bodyHash };
			if (bodyHash === poll?.bodyHash) return { result: { outcome: "unchanged", ...known } };
			const reading = await readAnswer(fetched);
			if (reading.kind === "trouble") return { result: { outcome: reading.trouble.code } };
			return { result: { outcome: "fresh", ...known }, incoming: reading.incoming };
		}
	}
}
