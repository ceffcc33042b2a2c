import { canonicalLink } from "../../model/canonical-link";
import { isCutOff } from "../../model/cut-off";
import { comparedText } from "../../model/edit";
import type { HeadlineKind, Incoming } from "../../model/headline";
import { shortHash } from "../../model/identity";
import { plainText } from "../../model/plain-text";
import { isVideoPage } from "../../model/video-page";
import type { Feed, FeedItem } from "./feed";

const EMBEDDED = /<(?:img|picture|video|audio|iframe|object|svg)\b/i;
const ONLY_A_LINK = /^\s*(?:<p>\s*)?<a\s[^<>]*>[^<>]{0,40}<\/a>\s*(?:<\/p>\s*)?$/i;
/** An article that has a film beside it is longer than what is written under a film. */
const MAX_CAPTION_LENGTH = 1000;

const words = (text: string): string =>
	text
		.replace(/[^\p{L}\p{N}]+/gu, " ")
		.trim()
		.toLowerCase();

/** So many files of an item are kept; real ones have a picture in a handful of sizes. */
const MEDIA_LIMIT = 40;

/** Code and logs end without a full stop, and are whole all the same. */
const CODE_AT_END = /<\/(?:pre|code|samp)>\s*(?:<\/\w+>\s*)*$/i;
/** What closes around code is no longer, and to search more would take the square of its length. */
const CODE_END_LENGTH = 1500;

const kindOf = ({ title, url, media = [] }: FeedItem, html: string | undefined): HeadlineKind => {
	const text = plainText(html ?? "");
	if (isVideoPage({ title, ...(url !== undefined && { url }) })) return "video";
	if (text.length < MAX_CAPTION_LENGTH && media.some(({ kind }) => kind === "video")) return "video";
	if (html === undefined || ONLY_A_LINK.test(html)) return "bare";
	if (["", words(title)].includes(words(text))) return EMBEDDED.test(html) ? "article" : "bare";
	if (CODE_AT_END.test(html.slice(-CODE_END_LENGTH))) return "article";
	return isCutOff(html) ? "cut-off" : "article";
};

const occurrences = (values: (string | undefined)[]): Map<string | undefined, number> => {
	const counts = new Map<string | undefined, number>();
	for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
	return counts;
};

/** Whether there is anything in an item to make a headline of, and all of it has come. */
const isUsable = ({ untitled, url, guid, summary, content, unfinished }: FeedItem): boolean =>
	!unfinished &&
	(!untitled || url !== undefined || guid !== undefined || `${summary ?? ""}${content ?? ""}` !== "");

const isSame = (a: FeedItem, b: FeedItem): boolean =>
	a.guid === b.guid && a.title === b.title && a.url === b.url && a.publishedAt === b.publishedAt;

/** Some feeds hold an item twice, word for word. */
const withoutDoubles = (items: FeedItem[]): FeedItem[] => {
	const seen = new Map<string, FeedItem>();
	return items.filter((item) => {
		const name = JSON.stringify([item.guid, item.url, item.title]);
		const before = seen.get(name);
		seen.set(name, item);
		return before === undefined || !isSame(before, item);
	});
};

/**
 * What an address names: a page, and the place in it (RFC 3986, section 3.5), which is all that tells the entries of
 * some changelogs apart. A site's first page names nothing: any item may lead there.
 */
function namedBy(address: string): string | undefined {
	if (!URL.canParse(address)) return address;
	const { host, hash } = new URL(address);
	const page = canonicalLink(address);
	return hash === "" && page === canonicalLink(`https://${host}`) ? undefined : page + hash;
}

/** What names an item whose guid and link name several: markup and addresses in its text may change all the time. */
const said = ({ guid, url, title }: FeedItem, html: string | undefined): Promise<string> =>
	shortHash(guid === undefined ? `${title}\n${comparedText(html ?? "")}` : [guid, url, title].join("\n"));

/**
 * Makes a feed's items into headlines, in their order, each with a key of its own: its guid, else what its link names,
 * else a hash of what it says. A guid or link that several items of the feed share names none of them. An item that
 * the document ended in, or that says nothing at all, is left out.
 *
 * A publisher's new guid for an old story is a new key: the store then goes by the link.
 */
export async function toIncoming(feed: Feed): Promise<Incoming[]> {
	const items = withoutDoubles(feed.items.filter(isUsable));
	const names = items.map(({ url }) => url && namedBy(url));
	const guidCounts = occurrences(items.map(({ guid }) => guid));
	const nameCounts = occurrences(names);
	const incoming = await Promise.all(
		items.map(async (item, position): Promise<Incoming> => {
			const { guid, title, url, publishedAt, author, language, media } = item;
			const html = item.content ?? item.summary;
			const name = names[position];
			const key =
				(guidCounts.get(guid) === 1 && guid) ||
				(nameCounts.get(name) === 1 && name) ||
				(await said(item, html));
			return {
				key,
				title,
				kind: kindOf(item, html),
				...(publishedAt !== undefined && { publishedAt }),
				...(url !== undefined && { url }),
				...(author !== undefined && { author }),
				...(language !== undefined && { language }),
				...(html !== undefined && { html }),
				...(media && media.length > 0 && { media: media.slice(0, MEDIA_LIMIT) }),
			};
		}),
	);
	return [...new Map(incoming.toReversed().map((one) => [one.key, one])).values()].toReversed();
}
