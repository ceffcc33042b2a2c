import { decodePage } from "../formats/page/decode-page";
import { failed, type Trouble } from "../model/trouble";
import { type Fetched, fetchFeed } from "./fetch-feed";
import type { Network } from "./requests";

const ACCEPT = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";
const PAGE_TYPE = /^\s*(?:text\/html|application\/xhtml\+xml)\b/i;
/** Where nothing says what came, a page gives itself away by how it begins. */
const PAGE_START = /^[\s\ufeff]*<(?:!doctype html|html|head|body|!--)/i;

/** What stands at a page's address. */
export type PageAnswer =
	/** `url` is where it came from in the end. */
	{ kind: "page"; html: string; url: string } | Extract<Fetched, { kind: "trouble" }>;

const isPage = (contentType: string | null, html: string): boolean =>
	contentType === null ? PAGE_START.test(html) : PAGE_TYPE.test(contentType);

/** Asks for a page as politely as for a feed. Never rejects; whatever goes wrong is a value. */
export async function fetchPage(url: string, network: Network): Promise<PageAnswer> {
	const asPage: typeof fetch = (address, init) => {
		const headers = new Headers(init?.headers);
		headers.set("accept", ACCEPT);
		return network.fetch(address, { ...init, headers });
	};
	const trouble = (code: Trouble["code"], more: Omit<Trouble, "code"> = {}): PageAnswer => ({
		kind: "trouble",
		trouble: failed(code, { about: new URL(url).host, ...more }).trouble,
	});
	const fetched = await fetchFeed(url, {}, { ...network, fetch: asPage });
	if (fetched.kind === "trouble") return fetched;
	if (fetched.kind === "unchanged") return trouble("odd-answer", { status: 304 });
	const html = decodePage(fetched.bytes, fetched.contentType);
	return isPage(fetched.contentType, html) ? { kind: "page", html, url: fetched.url } : trouble("not-a-page");
}
