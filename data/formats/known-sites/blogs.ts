import { type Rule, readable, sure } from "./rule";

const LABEL = /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/i;

/** The name before a service's own domain, where it is a blog's and not one of the service's hosts. */
const blogAt = (host: string, domain: string, services: RegExp): string | undefined => {
	if (!host.endsWith(`.${domain}`)) return undefined;
	const name = host.slice(0, -domain.length - 1);
	return LABEL.test(name) && !services.test(name) ? name : undefined;
};

/**
 * Substack: a publication at its own name there, or as its app links to it; a person must be tried, for most
 * but not all publish under their own name.
 */
export const substack: Rule = ({ host, path: [first, second] }) => {
	const person = /^(?:www\.)?substack\.com$/.test(host) && /^@([a-z\d-]+)$/i.exec(first ?? "")?.[1];
	if (person)
		return { kind: "guess", feeds: [{ url: `https://${person}.substack.com/feed`, title: person }] };
	const isLink = host === "open.substack.com" && first === "pub";
	const name = isLink ? second : blogAt(host, "substack.com", /^(?:www|open|api|cdn|on|support|support-.*)$/);
	if (!name || !LABEL.test(name)) return undefined;
	return sure(`https://${name}.substack.com/feed`, name);
};

const NO_PUBLICATION =
	/^(?:_|about|creators|explore-topics|feed|jobs-at-medium|m|me|membership|new-story|p|plans|policy|search|topic|topics|verified-authors)$/;

/** Medium: people, publications (also one tag of them) and tags. */
export const medium: Rule = ({ host, path: [first, second, third] }) => {
	const name = blogAt(host, "medium.com", /^(?:www|api|cdn-.*|help|link|miro|policy|status)$/);
	if (name) {
		const tag = first === "tagged" && second ? `/tagged/${second}` : "";
		return first === "feed" ? undefined : sure(`https://${host}/feed${tag}`, name);
	}
	if (!/^(?:www\.)?medium\.com$/.test(host) || first === undefined) return undefined;
	if (first === "tag" || (first === "topic" && second))
		return second ? sure(`https://medium.com/feed/tag/${second}`, `Medium: ${readable(second)}`) : undefined;
	if (NO_PUBLICATION.test(first)) return undefined;
	const tag = second === "tagged" && third ? `/tagged/${third}` : "";
	return sure(`https://medium.com/feed/${first}${tag}`, readable(first));
};

/** WordPress.com: a blog, or one category, tag or author of it. */
export const wordpress: Rule = ({ host, path }) => {
	const name = blogAt(
		host,
		"wordpress.com",
		/^(?:www|api|dashboard|developer|learn|public-api|support|vip)$/,
	);
	if (!name || path.includes("feed")) return undefined;
	const isPart = path.length > 1 && /^(?:category|tag|author)$/.test(path[0] ?? "");
	return sure(`https://${[host, ...(isPart ? path : [])].join("/")}/feed/`, name);
};

const NO_TUMBLELOG =
	/^(?:about|apps|blog|changes|communities|dashboard|docs|explore|following|help|inbox|likes|live|login|new|policy|privacy|register|search|settings|tagged|tips|tv)$/;

/** Tumblr: a blog at its own name or inside tumblr.com, or one tag of it. */
export const tumblr: Rule = ({ host, path }) => {
	const own = blogAt(host, "tumblr.com", /^(?:www|api|assets|help|media|static|\d+\.media)$/);
	const inside = path[0] === "blog" ? path.slice(path[1] === "view" ? 2 : 1) : path;
	const [name, ...rest] = own ? [own, ...path] : /^(?:www\.)?tumblr\.com$/.test(host) ? inside : [];
	if (!name || !LABEL.test(name) || (!own && NO_TUMBLELOG.test(name)) || rest.includes("rss"))
		return undefined;
	const tag = rest[0] === "tagged" && rest[1] ? `/tagged/${rest[1]}` : "";
	return sure(`https://${name}.tumblr.com${tag}/rss`, tag ? `${name}: ${readable(rest[1] ?? "")}` : name);
};

/** Blogger, under any country's ending: a blog, or one label of it. */
export const blogger: Rule = ({ url, host, path: [first, second, third] }) => {
	const name = /^([a-z\d-]+)\.blogspot\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/.exec(host)?.[1];
	if (!name || first === "feeds") return undefined;
	const label = first === "search" && second === "label" && third ? `/-/${third}` : "";
	return sure(
		`${url.origin}/feeds/posts/default${label}`,
		label ? `${name}: ${readable(third ?? "")}` : name,
	);
};

/** Services whose blogs have their feed at one path. */
const FEED_PATHS = {
	"bearblog.dev": "/feed/",
	"ghost.io": "/rss/",
	"hashnode.dev": "/rss.xml",
	"livejournal.com": "/data/rss",
	"micro.blog": "/feed.xml",
	"write.as": "/feed/",
};

/** Blogs at a name of their own under a service that keeps all feeds at the same path. */
export const hostedBlogs: Rule = ({ host, path: [first] }) => {
	if (/^(?:feed|rss|data)$/.test(first ?? "")) return undefined;
	for (const [domain, feedPath] of Object.entries(FEED_PATHS)) {
		const name = blogAt(host, domain, /^(?:www|api|docs|help|support|users|community)$/);
		if (name) return sure(`https://${host}${feedPath}`, name);
	}
	return undefined;
};
