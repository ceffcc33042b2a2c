/** A delta in seconds, quoted or not, as Cache-Control and Age have them. */
const SECONDS = /^"?(\d+)"?$/;
/** What a number of seconds beyond all bounds is to be taken for (RFC 9111, section 1.2.2). */
const MOST_SECONDS = 2 ** 31;

const secondsIn = (text: string | undefined): number | undefined => {
	const found = SECONDS.exec(text?.trim() ?? "")?.[1];
	return found === undefined ? undefined : Math.min(Number(found), MOST_SECONDS);
};

/** The directives of a Cache-Control header (RFC 9111, section 5.2), names in lower case. */
function directivesOf(header: string): Map<string, string> {
	const directives = new Map<string, string>();
	for (const part of header.split(",")) {
		const [name = "", ...value] = part.split("=");
		directives.set(name.trim().toLowerCase(), value.join("="));
	}
	return directives;
}

/**
 * For how many more milliseconds a server says that its answer holds (RFC 9111, section 4.2): by max-age,
 * else by Expires, less the time that it has lain in caches on the way. Zero where it says nothing, or not
 * to keep it. Never less than zero.
 */
export function freshFor(headers: Headers, now: number): number {
	const directives = directivesOf(headers.get("cache-control") ?? "");
	if (directives.has("no-store") || directives.has("no-cache")) return 0;
	const maxAge = secondsIn(directives.get("max-age"));
	const age = (secondsIn(headers.get("age") ?? undefined) ?? 0) * 1000;
	if (maxAge !== undefined) return Math.max(maxAge * 1000 - age, 0);
	const date = Date.parse(headers.get("date") ?? "");
	const left = Date.parse(headers.get("expires") ?? "") - (Number.isNaN(date) ? now : date) - age;
	return Number.isNaN(left) ? 0 : Math.max(left, 0);
}
