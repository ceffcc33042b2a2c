/** Parameters that say how a reader came, and never which page it is. */
const TRACKING =
	/^(?:utm_|at_|mc_(?:c|e)id$|mtm_|pk_|hsa_|ns_(?:mchannel|source|campaign|linkname|fee)$|(?:fb|g|dc|ms|tw|y|wbra|gbra)clid$|igshid$|cmp(?:id)?$|ncid$|ocid$|ito$|smid$|partner$|xtor$|taid$|_hs(?:enc|mi)$)/i;

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

/** An address without its tracking parameters; whatever else is in it stays as it was, to the letter. */
export function withoutTracking(address: string): string {
	const [, page = "", query, fragment = ""] = /^([^?#]*)(?:\?([^#]*))?(#.*)?$/s.exec(address) ?? [];
	if (query === undefined) return address;
	const kept = query.split("&").filter((parameter) => !isTracking(nameOf(parameter)));
	return `${page}${kept.length > 0 ? `?${kept.join("&")}` : ""}${fragment}`;
}
