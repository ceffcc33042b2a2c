import { BODY_LIMIT_BYTES, TIMEOUT_MS } from "./fetch-feed";
import { readBody } from "./read-body";
import { type Network, requestInit } from "./requests";
import { twinAddresses } from "./twin-host";

type Ask = (url: string, more: RequestInit) => Promise<Response>;

/** Has the browser keep an address's redirect, where it is of a kind that may be kept. */
async function store(url: string, ask: Ask): Promise<void> {
	const answer = await ask(url, { cache: "reload", redirect: "manual" });
	await answer.body?.cancel();
}

/**
 * Whether the browser has an address's redirect in its cache and would still go by it. Chromium keeps
 * temporary redirects too, but goes by none that is stale: a HEAD request for such a one reaches the server,
 * and its answer throws out what was kept. Firefox keeps permanent ones alone.
 */
async function isKept(url: string, ask: Ask): Promise<boolean> {
	await ask(url, { method: "HEAD", cache: "default", redirect: "manual" });
	// Fetch allows this cache mode for one's own origin alone, and the browsers for hosts that may be read.
	const kept = await ask(url, { cache: "only-if-cached", mode: "same-origin", redirect: "manual" });
	return kept.type === "opaqueredirect";
}

/** Whether an address leads to another without a third in between, by what the browser has in its cache. */
async function isStraight(url: string, to: string, ask: Ask, limitBytes: number): Promise<boolean> {
	// Only a body that was read to its end is kept.
	await readBody(await ask(to, { cache: "reload" }), limitBytes);
	const kept = await ask(url, { cache: "only-if-cached", mode: "same-origin" });
	await kept.body?.cancel();
	return kept.ok && kept.url === to;
}

/** Where an address leads to first, when it leads on from there: the same one by https, with `www.`, with a slash. */
function likelyStops(url: string): string[] {
	const slashed = new URL(url);
	slashed.pathname = slashed.pathname.endsWith("/") ? slashed.pathname.slice(0, -1) : `${slashed.pathname}/`;
	return [...twinAddresses(url), slashed.href];
}

/** Whether one of the likely stops on the way to an address is a temporary redirect. */
async function hasTemporaryStop(url: string, to: string, ask: Ask): Promise<boolean> {
	for (const stop of likelyStops(url).filter((stop) => stop !== url && stop !== to)) {
		const answer = await ask(stop, { redirect: "manual" }).catch(() => undefined);
		await answer?.body?.cancel();
		if (answer?.type !== "opaqueredirect") continue;
		await store(stop, ask);
		if (!(await isKept(stop, ask).catch(() => false))) return true;
	}
	return false;
}

/**
 * Whether an address's redirect to another is permanent, as far as the browser lets that be seen: `fetch`
 * tells no status of a redirect, but the browser's own cache tells permanent ones apart. `seen` is on how
 * many polls before this one it was found to be. Only the first stores it, so that a temporary redirect that
 * may be reused for a while (RFC 9110, section 15.4.3) is given away when that while is over; the third
 * looks at what the server says now, and at whether it leads there straight. In doubt it isn't permanent.
 * See docs/moved-feeds.md.
 */
export async function isPermanentRedirect(
	url: string,
	to: string,
	seen: number,
	network: Network,
): Promise<boolean> {
	const signal = AbortSignal.timeout(network.timeoutMs ?? TIMEOUT_MS);
	const ask: Ask = (address, more) => network.fetch(address, { ...requestInit(network, signal), ...more });
	try {
		if (seen === 0) await store(url, ask);
		if (!(await isKept(url, ask))) return false;
		if (seen < 2) return true;
		await store(url, ask);
		if (!(await isKept(url, ask))) return false;
		return network.followsKeptRedirects
			? await isStraight(url, to, ask, network.bodyLimitBytes ?? BODY_LIMIT_BYTES)
			: !(await hasTemporaryStop(url, to, ask));
	} catch {
		// What isn't in the cache is a network error, and so is a host that has just gone: no evidence.
		return false;
	}
}
