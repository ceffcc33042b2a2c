import { blogger, hostedBlogs, medium, substack, tumblr, wordpress } from "./blogs";
import { dev, hackerNews, letterboxd, lobsters, soundcloud, vimeo } from "./communities";
import { codeberg, gitlab } from "./forges";
import { github } from "./github";
import { arxiv, pypi, stackExchange, steam, wikipedia } from "./libraries";
import { reddit } from "./reddit";
import type { Rule, Ruled } from "./rule";
import { bluesky, fediverse } from "./social";
import { youtube } from "./youtube";

export type { Ruled, RuledFeed } from "./rule";

/** The first that knows an address wins; those that guess on any host come last. */
const RULES: Rule[] = [
	youtube,
	reddit,
	bluesky,
	github,
	substack,
	medium,
	wordpress,
	tumblr,
	blogger,
	hostedBlogs,
	stackExchange,
	wikipedia,
	arxiv,
	pypi,
	steam,
	hackerNews,
	lobsters,
	dev,
	letterboxd,
	vimeo,
	soundcloud,
	codeberg,
	gitlab,
	fediverse,
];

/** The address says itself that it is a feed. */
const IS_FEED = /\.(?:rss|atom|rdf|xml)$|\/feed\.json$/i;

/**
 * What is known of an address from its form alone, without a request. Undefined where no rule knows it, a
 * feed's own address included. Pure; any address will do.
 */
export function readKnownSite(url: URL): Ruled | undefined {
	if (IS_FEED.test(url.pathname)) return undefined;
	const place = { url, host: url.hostname, path: url.pathname.split("/").filter(Boolean) };
	for (const rule of RULES) {
		const ruled = rule(place);
		if (ruled) return ruled;
	}
	return undefined;
}

/**
 * The addresses that must be read to follow what somebody pasted: the feeds' own where a rule knows them, so
 * that access is asked for the right host in the first place.
 */
export function addressesToRead(pasted: URL): string[] {
	const ruled = readKnownSite(pasted);
	switch (ruled?.kind) {
		case "sure":
			return ruled.feeds.map(({ url }) => url);
		case "page":
			return [ruled.url];
		case "guess":
			return [pasted.href, ...ruled.feeds.map(({ url }) => url)];
		default:
			return [pasted.href];
	}
}
