import { discoverFeeds } from "../../formats/feed/discover";
import { type RuledFeed, readKnownSite } from "../../formats/known-sites/known-sites";
import type { Elsewhere } from "../../model/answers";
import { failed, fine, type Outcome } from "../../model/trouble";
import type { World } from "../world";
import { type Candidate, elsewhere, explain, refusal } from "./candidate";
import { isHostTrouble, lookAt, type Page } from "./look";
import { tryUsualPaths } from "./usual-paths";

/** Of the feeds that a page names, no more than these are of use to anybody. */
const MAX_CANDIDATES = 50;

/** Where the feeds are: at least one, not all of them read. */
export type Located = Outcome<{ kind: "located"; candidates: Candidate[] } | Elsewhere>;

const located = (...candidates: Candidate[]): Located =>
	fine({ kind: "located", candidates: candidates.slice(0, MAX_CANDIDATES) });

const namedIn = ({ url, html, links }: Page): Candidate[] =>
	discoverFeeds(html, url, links).map(({ url, title }) => ({ url, title }));

/** The feeds that a page names, else the one that lies where feeds usually do. */
async function inPage(page: Page, world: World): Promise<Located> {
	const named = namedIn(page);
	if (named.length > 0) return located(...named);
	const usual = await tryUsualPaths(page.url, world);
	return usual.ok ? located(usual.value) : usual;
}

/** The feed that a known site's page gives away, else those that it names. */
function inKnownPage(page: Page, feedIn: (html: string) => string | undefined): Located {
	const feed = feedIn(page.html);
	const candidates = feed ? [{ url: feed, title: "" }] : namedIn(page);
	return candidates.length > 0 ? located(...candidates) : failed("no-feed-found", { about: page.url });
}

/** What is at an address: a feed, or a page that leads to some. */
async function at(
	url: string,
	pasted: URL,
	world: World,
	lead: (page: Page) => Promise<Located>,
): Promise<Located> {
	const refused = await refusal(url, pasted, world);
	if (refused) return refused;
	const look = await lookAt(url, world);
	switch (look.kind) {
		case "feed":
			return located({ url, title: "", feed: look.feed });
		case "page":
			return lead(look.page);
		case "trouble":
			return explain(url, look.trouble, world);
	}
}

/** Tries what a rule guesses; answers undefined where it was wrong, and the address itself has to be asked. */
async function tryGuesses(feeds: RuledFeed[], pasted: URL, world: World): Promise<Located | undefined> {
	const tried = await Promise.all(
		feeds.map(async (feed) => ({
			feed,
			look: (await world.hasAccess(feed.url)) ? await lookAt(feed.url, world) : undefined,
		})),
	);
	const right = tried.flatMap(({ feed, look }) =>
		look?.kind === "feed" ? [{ ...feed, feed: look.feed }] : [],
	);
	if (right.length > 0) return located(...right);
	for (const { feed, look } of tried) {
		if (!look && new URL(feed.url).origin !== pasted.origin) return elsewhere(feed.url);
		if (look?.kind === "trouble" && isHostTrouble(look.trouble)) return { ok: false, trouble: look.trouble };
	}
	return undefined;
}

/**
 * Finds where the feeds of an address are, with as few requests as will do: a rule that is sure needs none; a
 * rule that guesses is tried; then the address itself is asked, which is a feed or a page that names some; a
 * page that names none has its origin's usual paths tried. What isn't found is explained.
 */
export async function locateFeeds(pasted: URL, world: World): Promise<Located> {
	const ruled = readKnownSite(pasted);
	if (ruled?.kind === "sure") return located(...ruled.feeds);
	if (ruled?.kind === "page")
		return at(ruled.url, pasted, world, async (page) => inKnownPage(page, ruled.feedIn));
	const guessed = ruled && (await tryGuesses(ruled.feeds, pasted, world));
	return guessed ?? at(pasted.href, pasted, world, (page) => inPage(page, world));
}
