/** Namespaces that carry something we read, under the prefix that this project's readers know them by. */
const KNOWN: Record<string, string> = {
	"http://www.w3.org/2005/atom": "atom",
	"http://purl.org/atom/ns": "atom",
	// What Atom was called before it had a name.
	"http://purl.org/echo": "atom",
	"http://purl.org/pie": "atom",
	"http://example.com/necho": "atom",
	"http://example.com/newformat": "atom",
	"uri/of/echo/namespace": "atom",
	"http://www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
	"http://purl.org/dc/elements/1.1": "dc",
	"http://purl.org/dc/elements/1.0": "dc",
	"http://purl.org/dc/terms": "dcterms",
	"http://purl.org/rss/1.0/modules/content": "content",
	"http://purl.org/rss/1.0/modules/syndication": "sy",
	"http://search.yahoo.com/mrss": "media",
	"http://www.rssboard.org/media-rss": "media",
	"http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
	"http://example.com/dtds/podcast-1.0.dtd": "itunes",
	"http://www.w3.org/1999/xhtml": "xhtml",
	"http://www.w3.org/2000/svg": "svg",
	"http://www.w3.org/1998/math/mathml": "math",
	"http://purl.org/rss/1.0": "",
	"http://purl.org/rss/1.0/modules/rss091": "",
	"http://purl.org/net/rss1.1": "",
	"http://my.netscape.com/rdf/simple/0.9": "",
	"http://channel.netscape.com/rdf/simple/0.9": "",
	"http://my.netscape.com/publish/formats/rss-0.91.dtd": "",
	"http://backend.userland.com/rss": "",
	"http://backend.userland.com/rss2": "",
	"http://backend.userland.com/rss091": "",
	"http://backend.userland.com/rss092": "",
	"http://blogs.law.harvard.edu/tech/rss": "",
	"http://www.rssboard.org/rss-specification": "",
	"": "",
};

/** The elements of Atom 1.0 (RFC 4287) and 0.3. */
const ATOM: ReadonlySet<string> = new Set(
	[
		"feed entry title link id published updated summary content author contributor name email uri url",
		"category icon logo rights subtitle generator source",
		"issued modified created tagline copyright info",
	].flatMap((names) => names.split(" ")),
);

/** One declaration, and those around it: inner ones hide outer ones of the same prefix. */
export interface Scope {
	prefix: string;
	/** The prefix that our readers know it by; RSS has none. */
	canonical: string;
	outer: Scope | undefined;
	/** How many declarations there are in all. */
	size: number;
	/** The names that were looked up here: a feed has few, and each of them a thousand times. */
	names: Map<string, string>;
}

/** What is in scope before anything was declared. */
export const newScope = (): Scope => ({
	prefix: "",
	canonical: "",
	outer: undefined,
	size: 0,
	names: new Map(),
});

/** More at a time are not declared but to exhaust the reader. */
const MAX_DECLARATIONS = 256;

/** Feeds write https, a missing slash, other capitals: the address is a name that nobody looks up. */
const known = (address: string): string | undefined => {
	const name = address
		.trim()
		.toLowerCase()
		.replace(/^https:/, "http:")
		.replace(/(?<![/#])[/#]+$/, "");
	if (name.startsWith("http://purl.org/atom/ns")) return "atom";
	return Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
};

/** Puts a declaration into scope: `xmlns`, or `xmlns:` and a prefix. An unknown namespace keeps its prefix. */
export function declare(outer: Scope, attribute: string, address: string): Scope {
	const size = outer.size + 1;
	if (size > MAX_DECLARATIONS) return outer;
	const prefix = attribute === "xmlns" ? "" : attribute.slice("xmlns:".length);
	return { prefix, canonical: known(address) ?? prefix, outer, size, names: new Map() };
}

const lookUp = (name: string, scope: Scope): string => {
	const colon = name.indexOf(":");
	const prefix = colon < 0 ? "" : name.slice(0, colon);
	let declared: Scope | undefined = scope;
	while (declared && declared.prefix !== prefix) declared = declared.outer;
	const canonical = declared?.canonical ?? prefix;
	const local = colon < 0 ? name : name.slice(colon + 1);
	// Some declare Atom for a whole document in RSS, or write RSS's elements into Atom.
	const isStray = canonical === "atom" && !ATOM.has(local);
	return canonical === "" || isStray ? local : `${canonical}:${local}`;
};

/**
 * The one name that our readers know an element by, whatever its prefix in the document: `item`, `atom:entry`,
 * `dc:date`. RSS has no prefix. A prefix that was never declared is taken for what it says.
 */
export function canonicalName(name: string, scope: Scope): string {
	const before = scope.names.get(name);
	if (before !== undefined) return before;
	const canonical = lookUp(name, scope);
	scope.names.set(name, canonical);
	return canonical;
}
