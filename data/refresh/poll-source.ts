import type { Incoming } from "../model/headline";
import { endedWell, type Poll, type SeenRedirect, type Source } from "../model/source";
import { isWeb } from "../model/web-address";
import { type Fetched, fetchFeed } from "./fetch-feed";
import { isWorthProbing, noteRedirect, sightingsOf } from "./moved";
import { type Body, type Reading, readAnswer } from "./read-answer";
import { isPermanentRedirect } from "./redirect-probe";
import { rhythmOf } from "./rhythm";
import type { PollResult } from "./schedule";
import type { World } from "./world";

/** What one poll of a source brought. */
export interface Polled {
	result: PollResult;
	/** All that the feed holds; absent where it hasn't changed or failed. */
	incoming?: Incoming[];
	/** Where the feed says that its icon is. */
	icon?: string;
	/** What the feed calls itself. */
	title?: string;
	/** The site that the feed says it belongs to. */
	home?: string;
}

/** A hash of a body, to know it again by. */
async function hashBody({ bytes }: Pick<Body, "bytes">): Promise<string> {
	const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
	return btoa(String.fromCharCode(...hash));
}

/** What is to be remembered of an answer with a body. */
function validatorsOf({ etag, lastModified }: Body): Pick<PollResult, "etag" | "lastModified"> {
	return { ...(etag !== undefined && { etag }), ...(lastModified !== undefined && { lastModified }) };
}

/** What is learnt from a feed that was read, for its next poll. */
export async function learnt(
	body: Body,
	{ incoming, hints }: Extract<Reading, { kind: "feed" }>,
	now: number,
	before?: Poll,
): Promise<PollResult> {
	return {
		outcome: "fresh",
		...validatorsOf(body),
		bodyHash: await hashBody(body),
		...(body.freshUntil !== undefined && { freshUntil: body.freshUntil }),
		...(hints !== undefined && { hints }),
		...rhythmOf(incoming, now, before),
	};
}

/** What is known of the redirect that an address answered with, if it did. */
async function redirectOf(
	url: string,
	to: string,
	before: SeenRedirect | undefined,
	world: World,
): Promise<{ redirect?: SeenRedirect }> {
	if (to === url) return {};
	if (before && !isWorthProbing(before, world.now())) return { redirect: before };
	const isPermanent = await isPermanentRedirect(url, to, sightingsOf(before, to), world);
	return { redirect: noteRedirect(before, to, isPermanent, world.now()) };
}

async function readBody(body: Body, poll: Poll | undefined, now: number): Promise<Polled> {
	const bodyHash = await hashBody(body);
	if (bodyHash === poll?.bodyHash) {
		const { freshUntil } = body;
		const known = { ...validatorsOf(body), bodyHash, ...(freshUntil !== undefined && { freshUntil }) };
		return { result: { outcome: "unchanged", ...known } };
	}
	const reading = await readAnswer(body);
	if (reading.kind === "trouble") {
		return { result: { outcome: reading.isPage ? "page-instead" : reading.trouble.code } };
	}
	return {
		result: await learnt(body, reading, now, poll),
		incoming: reading.incoming,
		title: reading.title,
		...(reading.home !== undefined && { home: reading.home }),
		...(reading.icon !== undefined && { icon: reading.icon }),
	};
}

function toPolled(fetched: Fetched, poll: Poll | undefined, now: number): Polled | Promise<Polled> {
	switch (fetched.kind) {
		case "unchanged": {
			const { freshUntil } = fetched;
			return { result: { outcome: "unchanged", ...(freshUntil !== undefined && { freshUntil }) } };
		}
		case "trouble": {
			const { trouble, waitUntil } = fetched;
			const { code, status } = trouble;
			return {
				result: {
					outcome: code,
					...(status !== undefined && { status }),
					...(waitUntil !== undefined && { waitUntil }),
				},
			};
		}
		case "body":
			return readBody(fetched, poll, now);
	}
}

/** Asks one feed, and reads what it answers where that is new. One without an address that can be asked has failed. */
export async function pollSource(source: Source, poll: Poll | undefined, world: World): Promise<Polled> {
	const url = source.url ?? "";
	if (!isWeb(url)) return { result: { outcome: "not-an-address" } };
	if (!(await world.hasAccess(url))) return { result: { outcome: "permission-needed" } };
	const fetched = await fetchFeed(url, poll ?? {}, world);
	const polled = await toPolled(fetched, poll, world.now());
	const isWell = endedWell(polled.result.outcome);
	if (fetched.kind === "trouble" || !isWell) return polled;
	const redirect = await redirectOf(url, fetched.url, poll?.redirect, world);
	return { ...polled, result: { ...polled.result, ...redirect } };
}
