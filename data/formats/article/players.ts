/** What can be watched, heard or read where an embedded frame comes from. */
export interface Player {
	/** What to do there, as a link says it: "Watch on Vimeo". */
	words: string;
	/** The page, absolute. */
	url: string;
}

interface Rule {
	/** Host and path of what is embedded; its groups are handed to `page`. */
	embed: RegExp;
	words: string;
	/** The address of the page, without its scheme. */
	page: (part: string, address: URL) => string;
}

const RULES: Rule[] = [
	{
		embed: /^(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/videoseries/,
		words: "Watch on YouTube",
		page: (_, { searchParams }) => `www.youtube.com/playlist?list=${searchParams.get("list") ?? ""}`,
	},
	{
		embed: /^(?:www\.)?youtube(?:-nocookie)?\.com\/(?:embed|v|shorts)\/([\w-]+)/,
		words: "Watch on YouTube",
		page: (id, { searchParams }) =>
			`www.youtube.com/watch?v=${id}${searchParams.has("start") ? `&t=${Number.parseInt(searchParams.get("start") ?? "", 10) || 0}s` : ""}`,
	},
	{
		embed: /^player\.vimeo\.com\/video\/(\d+)/,
		words: "Watch on Vimeo",
		// The hash of one that isn't listed is part of its address.
		page: (id, { searchParams }) => {
			const hash = searchParams.get("h");
			return `vimeo.com/${id}${hash && /^\w+$/.test(hash) ? `/${hash}` : ""}`;
		},
	},
	{
		embed: /^(?:www\.)?dailymotion\.com\/embed\/video\/(\w+)/,
		words: "Watch on Dailymotion",
		page: (id) => `www.dailymotion.com/video/${id}`,
	},
	{
		embed: /^geo\.dailymotion\.com\/player/,
		words: "Watch on Dailymotion",
		page: (_, { searchParams }) => `www.dailymotion.com/video/${searchParams.get("video") ?? ""}`,
	},
	{
		embed: /^embed(?:-ssl)?\.ted\.com\/talks\/([\w/]+)/,
		words: "Watch on TED",
		page: (talk) => `www.ted.com/talks/${talk}`,
	},
	{
		embed: /^(?:player|clips)\.twitch\.tv\//,
		words: "Watch on Twitch",
		page: (_, { searchParams }) => {
			const [video, channel, clip] = ["video", "channel", "clip"].map((name) => searchParams.get(name));
			if (clip) return `clips.twitch.tv/${clip}`;
			return video ? `www.twitch.tv/videos/${video.replace(/^v/, "")}` : `www.twitch.tv/${channel ?? ""}`;
		},
	},
	{
		embed: /^[^/]+\/videos\/embed\/([\w-]+)/,
		words: "Watch the video",
		page: (id, { host }) => `${host}/videos/watch/${id}`,
	},
	{
		embed: /^w\.soundcloud\.com\/player/,
		words: "Listen on SoundCloud",
		page: (_, { searchParams }) => {
			const url = searchParams.get("url") ?? "";
			// The address of its programming interface is no page; the site finds the recording all the same.
			return /^https?:\/\/(?:www\.)?soundcloud\.com\//.test(url)
				? url.replace(/^https?:\/\//, "")
				: `w.soundcloud.com/player/?url=${encodeURIComponent(url)}`;
		},
	},
	{
		embed: /^open\.spotify\.com\/embed(?:-podcast)?\/(\w+\/\w+)/,
		words: "Listen on Spotify",
		page: (part) => `open.spotify.com/${part}`,
	},
	{
		embed: /^(?:www\.)?mixcloud\.com\/widget\/iframe/,
		words: "Listen on Mixcloud",
		page: (_, { searchParams }) =>
			`www.mixcloud.com${/^\/[\w/-]+/.exec(searchParams.get("feed") ?? "")?.[0] ?? ""}`,
	},
	{
		embed: /^embed\.podcasts\.apple\.com\/(.+)/,
		words: "Listen on Apple Podcasts",
		page: (part, { search }) => `podcasts.apple.com/${part}${search}`,
	},
	{
		embed: /^bandcamp\.com\/EmbeddedPlayer/,
		words: "Listen on Bandcamp",
		page: (_, { pathname }) => `bandcamp.com${pathname}`,
	},
	{
		embed: /^platform\.(?:twitter|x)\.com\/embed/,
		words: "Read the post on X",
		page: (_, { searchParams }) => `x.com/i/status/${searchParams.get("id") ?? ""}`,
	},
	{
		embed: /^(?:www\.)?(?:twitter|x)\.com\/(\w+\/status\/\d+)/,
		words: "Read the post on X",
		page: (post) => `x.com/${post}`,
	},
	{
		embed: /^(?:www\.)?instagram\.com\/((?:p|reel)\/[\w-]+)/,
		words: "See the post on Instagram",
		page: (post) => `www.instagram.com/${post}/`,
	},
	{
		embed: /^(?:www\.)?tiktok\.com\/(?:embed|player)(?:\/v\d)?\/(\d+)/,
		words: "Watch on TikTok",
		page: (id) => `www.tiktok.com/embed/v2/${id}`,
	},
	{
		embed: /^embed\.bsky\.app\/embed\/(did:[\w:.]+)\//,
		words: "Read the post on Bluesky",
		page: (did, { pathname }) => `bsky.app/profile/${did}/post/${pathname.split("/").at(-1)}`,
	},
	{
		embed: /^[^/]+\/(@[\w.@-]+\/\d+)\/embed/,
		words: "Read the post on Mastodon",
		page: (post, { host }) => `${host}/${post}`,
	},
];

/** The page that belongs to what a known player shows, by the absolute address of what is embedded. */
export function playerOf(address: string): Player | undefined {
	if (!URL.canParse(address)) return undefined;
	const url = new URL(address);
	const place = url.host + url.pathname;
	for (const { embed, words, page } of RULES) {
		const found = embed.exec(place);
		if (found) return { words, url: `https://${page(found[1] ?? "", url)}` };
	}
	return undefined;
}
