import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressesToRead, readKnownSite } from "@/data/formats/known-sites/known-sites";

const read = (address: string) => readKnownSite(new URL(address));
const urls = (address: string) => {
	const ruled = read(address);
	return ruled && "feeds" in ruled ? ruled.feeds.map(({ url }) => url) : undefined;
};

const CHANNEL = "UC_x5XG1OV2P6uZZ5FSM9Ttw";
const YOUTUBE = "https://www.youtube.com/feeds/videos.xml";

/** Addresses that people paste, and the feeds that they are sure to have. */
const SURE: [address: string, ...feeds: string[]][] = [
	[`https://www.youtube.com/channel/${CHANNEL}`, `${YOUTUBE}?channel_id=${CHANNEL}`],
	[`https://m.youtube.com/channel/${CHANNEL}/videos?view=0`, `${YOUTUBE}?channel_id=${CHANNEL}`],
	["https://www.youtube.com/playlist?list=PLabc-1_2", `${YOUTUBE}?playlist_id=PLabc-1_2`],
	["https://www.youtube.com/embed/videoseries?list=PLabc", `${YOUTUBE}?playlist_id=PLabc`],

	["https://www.reddit.com/", "https://www.reddit.com/.rss"],
	["https://reddit.com/r/rss", "https://www.reddit.com/r/rss/.rss"],
	["https://old.reddit.com/r/linux+bsd/", "https://www.reddit.com/r/linux+bsd/.rss"],
	[
		"https://www.reddit.com/r/linux/top/?t=week&utm_source=x",
		"https://www.reddit.com/r/linux/top/.rss?t=week",
	],
	["https://www.reddit.com/r/linux/wiki/index", "https://www.reddit.com/r/linux/.rss"],
	[
		"https://www.reddit.com/r/linux/comments/1abc2/a_post/",
		"https://www.reddit.com/r/linux/comments/1abc2/a_post/.rss",
	],
	[
		"https://www.reddit.com/r/linux/search/?q=wayland+hdr&sort=new",
		"https://www.reddit.com/r/linux/search.rss?q=wayland+hdr&restrict_sr=on&sort=new",
	],
	["https://www.reddit.com/search/?q=ferry&type=link", "https://www.reddit.com/search.rss?q=ferry"],
	["https://www.reddit.com/u/spez", "https://www.reddit.com/user/spez/.rss"],
	["https://www.reddit.com/user/spez/submitted/", "https://www.reddit.com/user/spez/submitted/.rss"],
	["https://www.reddit.com/user/spez/m/news/", "https://www.reddit.com/user/spez/m/news/.rss"],
	["https://www.reddit.com/domain/example.org", "https://www.reddit.com/domain/example.org/.rss"],
	["https://redd.it/1abc2", "https://www.reddit.com/comments/1abc2/.rss"],

	["https://bsky.app/profile/jay.bsky.team", "https://bsky.app/profile/jay.bsky.team/rss"],
	["https://bsky.app/profile/did:plc:abc/post/3k", "https://bsky.app/profile/did:plc:abc/rss"],
	["https://someone.bsky.social", "https://bsky.app/profile/someone.bsky.social/rss"],

	[
		"https://github.com/preactjs/preact",
		"https://github.com/preactjs/preact/releases.atom",
		"https://github.com/preactjs/preact/commits.atom",
	],
	[
		"https://github.com/preactjs/preact.git",
		"https://github.com/preactjs/preact/releases.atom",
		"https://github.com/preactjs/preact/commits.atom",
	],
	[
		"https://github.com/preactjs/preact/issues/12",
		"https://github.com/preactjs/preact/releases.atom",
		"https://github.com/preactjs/preact/commits.atom",
	],
	["https://github.com/a/b/releases/tag/v1", "https://github.com/a/b/releases.atom"],
	["https://github.com/a/b/tags", "https://github.com/a/b/tags.atom"],
	["https://github.com/a/b/commits", "https://github.com/a/b/commits.atom"],
	["https://github.com/a/b/commits/main", "https://github.com/a/b/commits/main.atom"],
	["https://github.com/a/b/commits/main/docs/a.md", "https://github.com/a/b/commits/main/docs/a.md.atom"],
	["https://github.com/a/b/tree/next/src", "https://github.com/a/b/commits/next/src.atom"],
	["https://github.com/a/b/blob/main/README.md", "https://github.com/a/b/commits/main/README.md.atom"],
	["https://github.com/a/b/discussions/42", "https://github.com/a/b/discussions.atom"],
	["https://github.com/a/b/wiki", "https://github.com/a/b/wiki.atom"],
	["https://github.com/torvalds", "https://github.com/torvalds.atom"],
	["https://github.com/orgs/community/discussions", "https://github.com/orgs/community/discussions.atom"],
	["https://gitlab.com/g/sub/p/-/tags", "https://gitlab.com/g/sub/p/-/tags?format=atom"],
	["https://gitlab.com/g/p/-/releases", "https://gitlab.com/g/p/-/releases.atom"],
	["https://gitlab.com/g/p/-/tree/main", "https://gitlab.com/g/p/-/commits/main?format=atom"],
	[
		"https://codeberg.org/forgejo/forgejo",
		"https://codeberg.org/forgejo/forgejo/releases.rss",
		"https://codeberg.org/forgejo/forgejo.rss",
	],
	["https://codeberg.org/forgejo", "https://codeberg.org/forgejo.rss"],

	["https://astralcodexten.substack.com/", "https://astralcodexten.substack.com/feed"],
	["https://astralcodexten.substack.com/p/a-post", "https://astralcodexten.substack.com/feed"],
	["https://open.substack.com/pub/letters/p/a-post?r=1", "https://letters.substack.com/feed"],
	["https://medium.com/@someone", "https://medium.com/feed/@someone"],
	["https://medium.com/@someone/a-story-0123abcd", "https://medium.com/feed/@someone"],
	["https://medium.com/better-programming", "https://medium.com/feed/better-programming"],
	["https://medium.com/netflix-techblog/tagged/java", "https://medium.com/feed/netflix-techblog/tagged/java"],
	["https://medium.com/tag/privacy", "https://medium.com/feed/tag/privacy"],
	["https://someone.medium.com/a-story-0123abcd", "https://someone.medium.com/feed"],
	["https://harbour.wordpress.com", "https://harbour.wordpress.com/feed/"],
	["https://harbour.wordpress.com/2024/05/01/a-post/", "https://harbour.wordpress.com/feed/"],
	["https://harbour.wordpress.com/category/ships/", "https://harbour.wordpress.com/category/ships/feed/"],
	["https://harbour.wordpress.com/tag/tar", "https://harbour.wordpress.com/tag/tar/feed/"],
	["https://harbour.wordpress.com/author/ann/", "https://harbour.wordpress.com/author/ann/feed/"],
	["https://staff.tumblr.com/", "https://staff.tumblr.com/rss"],
	["https://staff.tumblr.com/post/1/a", "https://staff.tumblr.com/rss"],
	["https://staff.tumblr.com/tagged/maps", "https://staff.tumblr.com/tagged/maps/rss"],
	["https://www.tumblr.com/staff/123/a-post", "https://staff.tumblr.com/rss"],
	["https://www.tumblr.com/blog/view/staff", "https://staff.tumblr.com/rss"],
	["https://harbour.blogspot.com/2024/05/a.html", "https://harbour.blogspot.com/feeds/posts/default"],
	["https://harbour.blogspot.co.uk/", "https://harbour.blogspot.co.uk/feeds/posts/default"],
	[
		"https://harbour.blogspot.com/search/label/ships",
		"https://harbour.blogspot.com/feeds/posts/default/-/ships",
	],
	["https://someone.bearblog.dev/a-post/", "https://someone.bearblog.dev/feed/"],
	["https://someone.micro.blog", "https://someone.micro.blog/feed.xml"],
	["https://someone.hashnode.dev/a", "https://someone.hashnode.dev/rss.xml"],
	["https://someone.livejournal.com/1.html", "https://someone.livejournal.com/data/rss"],

	["https://stackoverflow.com/questions", "https://stackoverflow.com/feeds"],
	[
		"https://stackoverflow.com/questions/tagged/rss+atom?tab=Newest",
		"https://stackoverflow.com/feeds/tag?tagnames=rss+and+atom&sort=newest",
	],
	["https://unix.stackexchange.com/questions/12/why", "https://unix.stackexchange.com/feeds/question/12"],
	["https://superuser.com/users/7/ann", "https://superuser.com/feeds/user/7"],
	[
		"https://en.m.wikipedia.org/wiki/Web_feed",
		"https://en.wikipedia.org/w/index.php?title=Web_feed&action=history&feed=atom",
	],
	["https://arxiv.org/list/cs.AI/recent", "https://rss.arxiv.org/rss/cs.AI"],
	["https://pypi.org/project/feedparser/", "https://pypi.org/rss/project/feedparser/releases.xml"],
	["https://store.steampowered.com/app/620/Portal_2/", "https://store.steampowered.com/feeds/news/app/620"],
	["https://news.ycombinator.com", "https://news.ycombinator.com/rss"],
	["https://news.ycombinator.com/show", "https://news.ycombinator.com/showrss"],
	["https://lobste.rs/t/rust", "https://lobste.rs/t/rust.rss"],
	["https://lobste.rs/", "https://lobste.rs/rss"],
	["https://dev.to/t/rss", "https://dev.to/feed/tag/rss"],
	["https://dev.to/ann/a-post-1a2b", "https://dev.to/feed/ann"],
	["https://letterboxd.com/ann/films/", "https://letterboxd.com/ann/rss/"],
	["https://vimeo.com/channels/staffpicks", "https://vimeo.com/channels/staffpicks/videos/rss"],
];

describe("a known site's address has its feeds by rule alone", () => {
	it.each(SURE)("%s", (address, ...feeds) => {
		expect(read(address)?.kind).toBe("sure");
		expect(urls(address)).toEqual(feeds);
	});

	it.each(SURE)("and with `http` and a fragment as well: %s", (address, ...feeds) => {
		const other = `${address.replace("https:", "http:")}#top`;
		expect(urls(other)?.map((url) => url.replace("http:", "https:"))).toEqual(feeds);
	});

	it("a feed that a rule names is left as it is, or named again as the same", () => {
		for (const [, ...feeds] of SURE) for (const feed of feeds) expect(urls(feed) ?? [feed]).toEqual([feed]);
	});

	it("every feed has a title for people", () => {
		for (const [address] of SURE) {
			const ruled = read(address);
			for (const { title } of ruled && "feeds" in ruled ? ruled.feeds : []) expect(title).toMatch(/\S/);
		}
	});
});

describe("what only looks like a known address is a guess, to be tried", () => {
	it.each([
		["https://mastodon.example/@ann", "https://mastodon.example/@ann.rss"],
		["https://mastodon.example/@ann/112233", "https://mastodon.example/@ann.rss"],
		["https://mastodon.example/@ann/with_replies", "https://mastodon.example/@ann/with_replies.rss"],
		["https://mastodon.example/web/@ann", "https://mastodon.example/@ann.rss"],
		["https://mastodon.example/@ann@other.example", "https://other.example/@ann.rss"],
		["https://mastodon.example/tags/ferries", "https://mastodon.example/tags/ferries.rss"],
		["https://akkoma.example/users/ann", "https://akkoma.example/users/ann.rss"],
		["https://substack.com/@ann", "https://ann.substack.com/feed"],
		["https://vimeo.com/ann", "https://vimeo.com/ann/videos/rss"],
		["https://gitlab.gnome.org/g/p/-/tags", "https://gitlab.gnome.org/g/p/-/tags?format=atom"],
		["https://gitlab.com/g", "https://gitlab.com/g.atom"],
		["https://gitlab.com/g/p", "https://gitlab.com/g/p/-/releases.atom", "https://gitlab.com/g/p.atom"],
	])("%s", (address, ...feeds) => {
		expect(read(address)?.kind).toBe("guess");
		expect(urls(address)).toEqual(feeds);
	});
});

describe("a feed that goes by something only the page knows is looked for there", () => {
	const feed = `${YOUTUBE}?channel_id=${CHANNEL}`;
	const page = (address: string) => {
		const ruled = read(address);
		if (ruled?.kind !== "page") throw new Error(`${address} isn’t looked for in its page.`);
		return ruled;
	};

	it.each([
		["https://www.youtube.com/@GoogleDevelopers/videos", "https://www.youtube.com/@GoogleDevelopers"],
		["https://youtube.com/user/GoogleDevelopers", "https://www.youtube.com/user/GoogleDevelopers"],
		["https://www.youtube.com/c/GoogleDevelopers", "https://www.youtube.com/c/GoogleDevelopers"],
		["https://www.youtube.com/GoogleDevelopers", "https://www.youtube.com/GoogleDevelopers"],
		["https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
		["https://youtu.be/dQw4w9WgXcQ?si=x", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
		["https://www.youtube.com/shorts/dQw4w9WgXcQ", "https://www.youtube.com/watch?v=dQw4w9WgXcQ"],
		["https://soundcloud.com/ann/a-song", "https://soundcloud.com/ann"],
	])("%s", (address, url) => {
		expect(page(address).url).toBe(url);
	});

	it.each([
		`<link rel="canonical" href="https://www.youtube.com/channel/${CHANNEL}">`,
		`{"externalId":"${CHANNEL}"}`,
		`{"externalChannelId":"${CHANNEL}"}`,
		`<meta itemprop="identifier" content="${CHANNEL}">`,
		`{"videoDetails":{"channelId":"${CHANNEL}"}}`,
		`{"channelId":"UC0000000000000000000000"} "externalId":"${CHANNEL}"`,
	])("YouTube's page says whose it is: %s", (html) => {
		expect(page("https://www.youtube.com/@a").feedIn(`<html>${html}</html>`)).toBe(feed);
	});

	it("SoundCloud's page says the artist's number", () => {
		expect(page("https://soundcloud.com/ann").feedIn('<meta content="soundcloud://users:42">')).toBe(
			"https://feeds.soundcloud.com/users/soundcloud:users:42/sounds.rss",
		);
	});

	it("a page that doesn't say it has none", () => {
		expect(page("https://www.youtube.com/@a").feedIn("<p>Before you continue</p>")).toBeUndefined();
	});
});

describe("no rule is made up", () => {
	it.each([
		"https://example.org/",
		"https://example.org/category/news",
		"https://www.youtube.com/",
		"https://www.youtube.com/feed/subscriptions",
		"https://www.youtube.com/playlist?list=WL",
		`${YOUTUBE}?channel_id=${CHANNEL}`,
		"https://www.reddit.com/login",
		"https://www.reddit.com/r/linux/.rss",
		"https://bsky.app/",
		"https://bsky.app/profile/a.example/feed/b",
		"https://github.com/",
		"https://github.com/topics/rss",
		"https://github.com/a/b/releases.atom",
		"https://docs.github.com/en",
		"https://medium.com/",
		"https://medium.com/p/0123abcd",
		"https://medium.com/feed/@someone",
		"https://wordpress.com/support",
		"https://harbour.wordpress.com/feed/",
		"https://www.tumblr.com/dashboard",
		"https://harbour.blogspot.com/atom.xml",
		"https://tiktok.com/@ann",
		"https://en.wikipedia.org/",
		"https://evil-youtube.com/channel/UC_x5XG1OV2P6uZZ5FSM9Ttw",
		"https://github.com.example.org/a/b",
	])("%s", (address) => {
		expect(read(address)).toBeUndefined();
	});

	it("any address is read without harm, and leads to addresses of the web", () => {
		const hosts = SURE.map(([address]) => new URL(address).host);
		const path = fc.array(
			fc.oneof(fc.string(), fc.constantFrom("r", "user", "@a", "-", "wiki", "%E0%A4%A", "tag")),
		);
		fc.assert(
			fc.property(fc.constantFrom(...hosts, "example.org"), path, fc.string(), (host, parts, query) => {
				const address = `https://${host}/${parts.join("/")}?${query}`;
				if (!URL.canParse(address)) return;
				for (const url of [...(urls(address) ?? []), ...addressesToRead(new URL(address))])
					expect(new URL(url).protocol).toMatch(/^https?:$/);
			}),
			{ numRuns: 2000 },
		);
	});
});

it("access is asked for where the feed is, not where the page was", () => {
	const asked = (address: string) => addressesToRead(new URL(address));
	expect(asked("https://arxiv.org/list/cs.AI/recent")).toEqual(["https://rss.arxiv.org/rss/cs.AI"]);
	expect(asked("https://youtu.be/dQw4w9WgXcQ")).toEqual(["https://www.youtube.com/watch?v=dQw4w9WgXcQ"]);
	expect(asked("https://example.org/")).toEqual(["https://example.org/"]);
	expect(asked("https://m.example/@ann")).toEqual(["https://m.example/@ann", "https://m.example/@ann.rss"]);
});
