/** Parameters that say how a reader came, and never which page it is. */
const TRACKING =
	/^(?:utm_|at_|mc_(?:c|e)id$|mtm_|pk_|hsa_|ns_(?:mchannel|source|campaign|linkname|fee)$|(?:fb|g|dc|ms|tw|y|wbra|gbra)clid$|igshid$|cmp(?:id)?$|ncid$|ocid$|ito$|smid$|partner$|xtor$|taid$|_hs(?:enc|mi)$)/i;

/** Such that have come later. A link that is shown loses them too; that a headline is known by stays as it was. */
const ONLY_IN_LINKS = /^(?:_gl|_ga(?:_\w+)?|mkt_tok|igsh|srsltid)$/i;

/** Whether a parameter of an address says how a reader came, and not which page it is. */
export const isTracking = (parameter: string): boolean => TRACKING.test(parameter);

/** The name of one parameter as it stands in an address; one that can't be decoded is its own. */
function nameOf(parameter: string): string {
	const name = parameter.replace(/=.*$/s, "");
	try {
		return decodeURIComponent(name.replaceAll("+", " "));
	} catch {
		return name;
	}
}

/** A part of an address without what in it only tracks, and nothing where that is all of it. */
function withKept(sign: string, part: string | undefined): string {
	if (part === undefined) return "";
	const all = part.split("&");
	const kept = all.filter((parameter) => {
		const name = nameOf(parameter);
		return !isTracking(name) && !ONLY_IN_LINKS.test(name);
	});
	return kept.length > 0 ? sign + kept.join("&") : "";
}

/** An address without its tracking parameters; whatever else is in it stays as it was, to the letter. */
export function withoutTracking(address: string): string {
	const [, page = "", query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(address) ?? [];
	return `${page}${withKept("?", query)}${withKept("#", fragment)}`;
}
