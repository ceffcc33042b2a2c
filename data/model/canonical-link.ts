import { isTracking } from "./tracking";

/**
 * What one page's addresses have in common: the address without its scheme, `www.`, fragment, tracking
 * parameters and last slash. It is for comparing alone and need not lead anywhere. An address that can't be
 * read is its own.
 */
export function canonicalLink(address: string): string {
	if (!URL.canParse(address)) return address;
	const url = new URL(address);
	for (const name of [...url.searchParams.keys()]) if (isTracking(name)) url.searchParams.delete(name);
	url.searchParams.sort();
	return url.host.replace(/^www\./, "") + url.pathname.replace(/\/$/, "") + url.search;
}
