import { type Rule, readable, sure } from "./rule";

/** Hacker News: the front page, and what people show. */
export const hackerNews: Rule = ({ host, path: [first] }) => {
	if (host !== "news.ycombinator.com") return undefined;
	if (first === undefined || first === "news") return sure("https://news.ycombinator.com/rss", "Hacker News");
	return first === "show" || first === "shownew"
		? sure("https://news.ycombinator.com/showrss", "Show HN")
		: undefined;
};

/** Lobsters: the front page, the newest, and tags. */
export const lobsters: Rule = ({ host, path: [first, tag] }) => {
	if (host !== "lobste.rs") return undefined;
	if (first === undefined || first === "hottest" || first === "active")
		return sure("https://lobste.rs/rss", "Lobsters");
	if (first === "newest" && tag === undefined)
		return sure("https://lobste.rs/newest.rss", "Lobsters: newest");
	return first === "t" && tag
		? sure(`https://lobste.rs/t/${tag}.rss`, `Lobsters: ${readable(tag)}`)
		: undefined;
};

const NO_WRITER =
	/^(?:about|api|challenges|code-of-conduct|contact|enter|feed|latest|listings|new|notifications|pod|podcasts|privacy|readinglist|search|settings|tags|terms|top|videos)$/;

/** DEV: everything, one tag, one writer. */
export const dev: Rule = ({ host, path: [first, second] }) => {
	if (host !== "dev.to") return undefined;
	if (first === undefined || first === "latest") return sure("https://dev.to/feed", "DEV");
	if (first === "t" && second) return sure(`https://dev.to/feed/tag/${second}`, `DEV: ${readable(second)}`);
	return NO_WRITER.test(first) || first === "t"
		? undefined
		: sure(`https://dev.to/feed/${first}`, readable(first));
};

const NO_MEMBER =
	/^(?:about|activity|actor|api|apps|contact|create-account|director|film|films|journal|legal|list|lists|members|pro|reviews|search|settings|sign-in|welcome|year-in-review)$/;

/** Letterboxd: what a member watches and writes. */
export const letterboxd: Rule = ({ host, path: [member, part] }) =>
	/^(?:www\.)?letterboxd\.com$/.test(host) && member && part !== "rss" && !NO_MEMBER.test(member)
		? sure(`https://letterboxd.com/${member}/rss/`, readable(member))
		: undefined;

const NO_FILMMAKER =
	/^(?:\d+|about|api|blog|categories|channels|create|enterprise|event|features|for-hire|groups|help|home|jobs|join|log_in|manage|ondemand|page|partners|privacy|search|settings|showcase|site_map|solutions|stock|terms|upgrade|upload|user|watch)$/;

/** Vimeo: channels and groups; a person must be tried, for Vimeo's own pages look the same. */
export const vimeo: Rule = ({ host, path }) => {
	const [first, second] = path;
	if (!/^(?:www\.)?vimeo\.com$/.test(host) || first === undefined || path.includes("rss")) return undefined;
	if ((first === "channels" || first === "groups") && second)
		return sure(`https://vimeo.com/${first}/${second}/videos/rss`, readable(second));
	if (NO_FILMMAKER.test(first) || (second !== undefined && second !== "videos")) return undefined;
	return { kind: "guess", feeds: [{ url: `https://vimeo.com/${first}/videos/rss`, title: readable(first) }] };
};

const NO_ARTIST =
	/^(?:charts|discover|feed|imprint|jobs|library|logout|pages|search|settings|signin|stream|upload|you)$/;

/** SoundCloud: an artist, by way of their page, for the feed goes by a number. */
export const soundcloud: Rule = ({ host, path: [artist] }) =>
	/^(?:(?:www|m)\.)?soundcloud\.com$/.test(host) && artist && !NO_ARTIST.test(artist)
		? {
				kind: "page",
				url: `https://soundcloud.com/${artist}`,
				feedIn: (html) => {
					const id = /soundcloud:\/\/users:(\d+)/.exec(html)?.[1];
					return id && `https://feeds.soundcloud.com/users/soundcloud:users:${id}/sounds.rss`;
				},
			}
		: undefined;
