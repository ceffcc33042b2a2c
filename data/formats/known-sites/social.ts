import { type Rule, readable, sure } from "./rule";

const HANDLE = /^@([\w.-]+)(?:@([a-z\d-]+(?:\.[a-z\d-]+)+(?::\d+)?))?$/i;
/** Sites that write people with an `@` and have no feed there. */
const NO_FEDIVERSE =
	/(?:^|\.)(?:youtube\.com|medium\.com|substack\.com|tiktok\.com|threads\.(?:net|com)|npmjs\.com|instagram\.com)$/;

/** Bluesky: a person's posts, also from one of their posts or from a `bsky.social` name of their own. */
export const bluesky: Rule = ({ host, path: [first, who, part] }) => {
	const own = /^([a-z\d-]+\.bsky\.social)$/.exec(host)?.[1];
	if (own) return sure(`https://bsky.app/profile/${own}/rss`, `@${own}`);
	if (host !== "bsky.app" || first !== "profile" || who === undefined) return undefined;
	// Feeds and lists are nobody's posts, and have no feed of this kind.
	if (part !== undefined && part !== "post") return undefined;
	return sure(`https://bsky.app/profile/${who}/rss`, who.startsWith("did:") ? "Posts" : `@${readable(who)}`);
};

/**
 * Mastodon and what shares its addresses (Misskey, Firefish, Akkoma in part), on any host: people, also those
 * of another host, and hashtags. Other sites have such addresses too, so this only guesses.
 */
export const fediverse: Rule = ({ url, host, path }) => {
	if (NO_FEDIVERSE.test(host)) return undefined;
	const [first, second] = path[0] === "web" ? path.slice(1) : path;
	const [, who, elsewhere] = HANDLE.exec(first ?? "") ?? [];
	if (who) {
		const origin = elsewhere === undefined ? url.origin : `https://${elsewhere}`;
		const part = second === "with_replies" || second === "media" ? `/${second}` : "";
		return { kind: "guess", feeds: [{ url: `${origin}/@${who}${part}.rss`, title: `@${who}` }] };
	}
	if ((first === "tags" || first === "users") && second && path.length <= 3) {
		const title = first === "tags" ? `#${readable(second)}` : `@${readable(second)}`;
		return { kind: "guess", feeds: [{ url: `${url.origin}/${first}/${second}.rss`, title }] };
	}
	return undefined;
};
