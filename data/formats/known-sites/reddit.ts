import { type Rule, readable, sure } from "./rule";

/** Reddit's own and its languages' hosts; feeds answer at `www` alone without a detour. */
const HOST = /^(?:(?:www|old|new|np|m|i|amp|sh|[a-z]{2})\.)?reddit\.com$/;
const ORDER = /^(?:best|hot|new|rising|top|controversial)$/;
const USER_PART = /^(?:overview|submitted|comments)$/;

/** A feed's address, with what it is sorted by and how far back it goes. */
const sorted = (url: URL, asked: URLSearchParams): string => {
	for (const name of ["sort", "t"]) {
		const value = asked.get(name);
		if (value) url.searchParams.set(name, value);
	}
	return url.href;
};

const feedAt = (path: string[], asked = new URLSearchParams()): string =>
	sorted(new URL(`https://www.reddit.com/${path.map((part) => `${part}/`).join("")}.rss`), asked);

/** What is searched for; within one community where the search began in one. */
const searchFeed = (within: string[], asked: URLSearchParams) => {
	const query = asked.get("q");
	if (!query) return undefined;
	const url = new URL(`https://www.reddit.com/${[...within, "search.rss"].join("/")}`);
	url.searchParams.set("q", query);
	if (within.length > 0) url.searchParams.set("restrict_sr", "on");
	return sure(sorted(url, asked), `Reddit: ${query}`);
};

/** Reddit: communities and several at once, posts, people, their collections, domains and searches. */
export const reddit: Rule = ({ url, host, path }) => {
	const asked = url.searchParams;
	const [first, second, third, fourth] = path;
	if (host === "redd.it" && first) return sure(feedAt(["comments", first]), "Comments on the post");
	if (!HOST.test(host)) return undefined;
	if (first === undefined) return sure(feedAt([]), "Reddit");
	if (first === "search") return searchFeed([], asked);
	if (first === "comments" && second) return sure(feedAt(["comments", second]), "Comments on the post");
	if (ORDER.test(first)) return sure(feedAt([first], asked), `Reddit: ${first}`);
	if (second === undefined) return undefined;
	const name = readable(second);
	if (first === "domain") return sure(feedAt(["domain", second]), `Reddit: ${name}`);
	if (first === "u" || first === "user") {
		if (third === "m" && fourth)
			return sure(feedAt(["user", second, "m", fourth]), `Reddit: ${readable(fourth)}`);
		const part = third && USER_PART.test(third) ? [third] : [];
		return sure(feedAt(["user", second, ...part], asked), `u/${name}`);
	}
	if (first !== "r") return undefined;
	if (third === "search") return searchFeed(["r", second], asked) ?? sure(feedAt(["r", second]), `r/${name}`);
	if (third === "comments" && fourth) return sure(feedAt(path), "Comments on the post");
	if (third && ORDER.test(third)) return sure(feedAt(["r", second, third], asked), `r/${name}: ${third}`);
	return sure(feedAt(["r", second]), `r/${name}`);
};
