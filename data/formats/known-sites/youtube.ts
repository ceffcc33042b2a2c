import type { Rule, Ruled } from "./rule";
import { sure } from "./rule";

const HOST = /^(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com$/;
const CHANNEL = /^UC[\w-]+$/;
/** What is watched later, what is liked and mixes are made for one viewer, and have no feed. */
const PLAYLIST = /^(?!(?:WL|LL|LM|RD))[\w-]+$/;
const VIDEO = /^[\w-]+$/;
const NO_CHANNEL =
	/^(?:about|account|ads|creators|embed|feed|feeds|gaming|hashtag|howyoutubeworks|jobs|kids|live|playlist|post|premium|redirect|results|s|shorts|signin|t|trends|tv|v|watch)$/;

/** Where a page says whose it is, the surest first: a video's page names other channels too. */
const CHANNEL_IN_PAGE = [
	/rel="canonical" href="https:\/\/www\.youtube\.com\/channel\/(UC[\w-]{22})"/,
	/"(?:externalId|externalChannelId)":"(UC[\w-]{22})"/,
	/itemprop="(?:channelId|identifier)" content="(UC[\w-]{22})"/,
	/"channelId":"(UC[\w-]{22})"/,
];

const feedOf = (by: "channel_id" | "playlist_id", id: string) =>
	`https://www.youtube.com/feeds/videos.xml?${by}=${id}`;

const inPage = (path: string): Ruled => ({
	kind: "page",
	url: `https://www.youtube.com/${path}`,
	feedIn: (html) => {
		const id = CHANNEL_IN_PAGE.map((pattern) => pattern.exec(html)?.[1]).find(Boolean);
		return id && feedOf("channel_id", id);
	},
});

const ofVideo = (id: string | null | undefined) =>
	id && VIDEO.test(id) ? inPage(`watch?v=${id}`) : undefined;

/**
 * YouTube: a channel by its id and a playlist at once; a handle, a user, a custom name and a video by way of
 * their page, for the feed goes by the channel's id.
 */
export const youtube: Rule = ({ url, host, path: [first, second] }) => {
	if (host === "youtu.be") return ofVideo(first);
	if (!HOST.test(host) || first === undefined) return undefined;
	const list = url.searchParams.get("list");
	if (first === "channel" && second !== undefined && CHANNEL.test(second))
		return sure(feedOf("channel_id", second), "Videos of the channel");
	if ((first === "playlist" || second === "videoseries") && list && PLAYLIST.test(list))
		return sure(feedOf("playlist_id", list), "Videos of the playlist");
	if (first === "watch") return ofVideo(url.searchParams.get("v"));
	if (/^(?:shorts|live|embed|v)$/.test(first)) return ofVideo(second);
	if (/^(?:user|c)$/.test(first)) return second === undefined ? undefined : inPage(`${first}/${second}`);
	return NO_CHANNEL.test(first) ? undefined : inPage(first);
};
