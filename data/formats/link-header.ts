/** A header this long links to nothing that anybody wants. */
const MAX_LENGTH = 16_384;
/** An address, and all that follows up to the next comma outside quotation marks. */
const LINK = /<([^<>]*)>((?:"(?:[^"\\]|\\.)*"|[^"<,])*)/g;
const PARAMETER = /;\s*([^\s;=",]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;",]*)))?/g;

/**
 * Reads an HTTP `Link` header (RFC 8288, section 3): for each link its parameters by lower-case name, the
 * address among them as `href`. Of a parameter that comes twice the first counts.
 */
export function readLinkHeader(header: string): Map<string, string>[] {
	return [...header.slice(0, MAX_LENGTH).matchAll(LINK)].map(([, href = "", parameters = ""]) => {
		const link = new Map([["href", href]]);
		for (const [, name = "", quoted, bare] of parameters.matchAll(PARAMETER)) {
			const key = name.toLowerCase();
			if (!link.has(key)) link.set(key, quoted?.replace(/\\(.)/g, "$1") ?? bare ?? "");
		}
		return link;
	});
}
