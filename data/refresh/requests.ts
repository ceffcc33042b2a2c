/** What feeds call themselves, before pages, before anything. */
const ACCEPT =
	"application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.8, text/html;q=0.5, */*;q=0.1";

/** What a request needs of the world. */
export interface Network {
	fetch: typeof fetch;
	now: () => number;
	isOnline: () => boolean;
	/** What we call ourselves; Firefox sends it, Chromium sends its own name whatever we say. */
	userAgent?: string;
	/** Whether the browser's cache can be asked for a redirect and what it leads to at once: Chromium's can. */
	followsKeptRedirects?: boolean;
	/** 20 s where absent. */
	timeoutMs?: number;
	/** 10 MB where absent. */
	bodyLimitBytes?: number;
}

/** How every request of ours goes: unseen by caches, without cookies, without a referrer. */
export const requestInit = (
	{ userAgent }: Pick<Network, "userAgent">,
	signal: AbortSignal,
	headers: Record<string, string> = {},
): RequestInit => ({
	headers: { accept: ACCEPT, ...(userAgent !== undefined && { "user-agent": userAgent }), ...headers },
	signal,
	cache: "no-store",
	credentials: "omit",
	referrerPolicy: "no-referrer",
});
