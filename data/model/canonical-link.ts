/** Parameters that say how a reader came, and never which page it is. */
const TRACKING =
	/^(?:utm_|at_|mc_(?:c|e)id$|mtm_|pk_|hsa_|ns_(?:mchannel|source|campaign|linkname|fee)$|(?:fb|g|dc|ms|tw|y|wbra|gbra)clid$|igshid$|cmp(?:id)?$|ncid$|ocid$|ito$|smid$|partner$|xtor$|taid$|_hs(?:enc|mi)$)/i;

/**
 * What one page's addresses have in common: the address without its scheme, `www.`, fragment, tracking
 * parameters and last slash. It is for comparing alone and need not lead anywhere. An address that can't be
 * read is its own.
 */
export function canonicalLink(address: string): string {
	if (!URL.canParse(address)) return address;
	const url = new URL(address);
	for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name);
	url.searchParams.sort();
	return url.host.replace(/^www\./, "") + url.pathname.replace(/\/$/, "") + url.search;
}
