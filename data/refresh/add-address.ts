import { decode } from "../formats/feed/decode";
import { discoverFeeds } from "../formats/feed/discover";
import type { Added } from "../model/answers";
import { sourceId } from "../model/identity";
import type { Source } from "../model/source";
import { failed, fine, type Outcome, type Trouble } from "../model/trouble";
import { addSource } from "../store/acts";
import { readItems } from "../store/items";
import { readAddress } from "./address";
import { fetchFeed } from "./fetch-feed";
import { keepAnswers } from "./keep";
import { hashBody, validatorsOf } from "./poll-source";
import { type Body, type Reading, readAnswer } from "./read-answer";
import { twinAddress } from "./twin-host";
import type { World } from "./world";

type AddOutcome = Outcome<Added>;

const elsewhere = (url: string): AddOutcome => fine({ kind: "elsewhere", url, origin: new URL(url).origin });

/** The source at a feed's address, where there is one already. */
async function findKnown(url: string): Promise<Source | undefined> {
	const id = await sourceId("feed", url);
	return (await readItems(["sources"])).sources.find((source) => source.id === id);
}

/** Adds a feed that has been read, with what polling has learnt of it. */
async function addFeed(
	url: string,
	body: Body,
	reading: Extract<Reading, { kind: "feed" }>,
	world: World,
): Promise<AddOutcome> {
	const source: Source = {
		id: await sourceId("feed", url),
		kind: "feed",
		title: reading.title || new URL(url).hostname,
		url,
		...(reading.home !== undefined && { home: reading.home }),
		addedAt: world.now(),
	};
	const { fresh } = await addSource(world, source, reading.incoming);
	const result = { outcome: "fresh", ...validatorsOf(body), bodyHash: await hashBody(body) } as const;
	await keepAnswers([{ source, polled: { result } }], world);
	return fine({ kind: "added", source, headlines: fresh });
}

/** What can be done where an address answers with redirects that can't be followed. */
async function explainAstray(url: string, trouble: Trouble, world: World): Promise<AddOutcome> {
	const twin = twinAddress(url);
	const isWorthAsking = twin !== undefined && !(await world.hasAccess(twin));
	return isWorthAsking ? elsewhere(twin) : { ok: false, trouble };
}

/** Adds the feed at an address; where a page is there, it may lead on to the feeds that it names. */
async function addFrom(url: string, world: World, mayLeadOn: boolean): Promise<AddOutcome> {
	const known = await findKnown(url);
	if (known) return failed("known-already", { about: known.title });
	if (!(await world.hasAccess(url))) {
		return mayLeadOn ? failed("permission-needed", { about: new URL(url).host }) : elsewhere(url);
	}
	const fetched = await fetchFeed(url, {}, world);
	if (fetched.kind === "unchanged") return failed("odd-answer", { about: url, status: 304 });
	if (fetched.kind === "trouble") {
		const { trouble } = fetched;
		return trouble.code === "redirects-astray" ? explainAstray(url, trouble, world) : { ok: false, trouble };
	}
	const reading = await readAnswer(fetched);
	if (reading.kind === "feed") return addFeed(url, fetched, reading, world);
	if (!mayLeadOn || !reading.isPage) return { ok: false, trouble: reading.trouble };

	const page = decode(fetched.bytes, fetched.contentType);
	const feeds = discoverFeeds(page, fetched.url).map(({ url, title }) => ({ url, title }));
	const [only] = feeds;
	if (!only) return failed("no-feed-found", { about: url });
	return feeds.length === 1 ? addFrom(only.url, world, false) : fine({ kind: "choose", feeds });
}

/**
 * Adds what a person pasted: the address of a feed, or of a site that names its feeds. The user has been
 * asked for access to its host before, because that has to be done in a click.
 */
export async function addAddress(text: string, world: World): Promise<AddOutcome> {
	const url = readAddress(text);
	return url ? addFrom(url.href, world, true) : failed("not-an-address", { about: text.trim() });
}
