/** Which browser's cache is imitated, as far as docs/moved-feeds.md has measured it. */
export type CacheOf = "chromium" | "firefox";

interface Entry {
	/** Makes the response that is kept. */
	respond: () => Response;
	/** Whether the browser would use it without asking. */
	isFresh: boolean;
}

const PERMANENT = [301, 308];

const isRedirect = ({ status }: Response) => status >= 300 && status < 400 && status !== 304;

const maxAge = ({ headers }: Response) =>
	Number(/max-age=(\d+)/.exec(headers.get("cache-control") ?? "")?.[1] ?? 0);

/** A redirect as a page sees it that doesn't follow it: without status and address. */
const opaque = (): Response => Object.defineProperty(Response.error(), "type", { value: "opaqueredirect" });

/**
 * `fetch` with a cache like a browser's, over another `fetch`: Node's own has none. It knows the modes that
 * are used here, and hides what a redirect says, as the browsers do.
 */
export function cachingFetch(browser: CacheOf, network: typeof fetch): typeof fetch {
	const cache = new Map<string, Entry>();

	const keep = async (url: string, response: Response) => {
		const { status, headers } = response;
		const body = await response.arrayBuffer();
		const respond = () => new Response(body, { status, headers });
		const isPermanent = PERMANENT.includes(status);
		const mayKeep = !headers.get("cache-control")?.includes("no-store");
		if (mayKeep && (!isRedirect(response) || isPermanent || browser === "chromium"))
			cache.set(url, { respond, isFresh: isPermanent || maxAge(response) > 0 });
		else cache.delete(url);
	};

	const once = async (url: string, init: RequestInit): Promise<Response> => {
		const kept = cache.get(url);
		if (init.cache === "only-if-cached") {
			if (!kept) throw new TypeError("Failed to fetch");
			return kept.respond();
		}
		if (init.cache === "default" && kept?.isFresh && browser === "chromium") return kept.respond();
		const response = await network(url, { ...init, redirect: "manual", cache: "no-store" });
		if (init.cache === "reload") await keep(url, response.clone());
		if (init.method === "HEAD" && browser === "chromium") cache.delete(url);
		return response;
	};

	return async (input, init = {}) => {
		let url = String(input);
		let response = await once(url, init);
		if (init.redirect === "manual" && isRedirect(response)) return opaque();
		while (isRedirect(response)) {
			// Firefox goes by no permanent redirect in this mode.
			if (init.cache === "only-if-cached" && browser === "firefox") throw new TypeError("NetworkError");
			url = new URL(response.headers.get("location") ?? "", url).href;
			response = await once(url, init);
		}
		return Object.defineProperty(response, "url", { value: url });
	};
}
