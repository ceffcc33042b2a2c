type Node = Record<string, unknown>;

/** More than this in one page is no description of it. */
const MAX_LENGTH = 500_000;

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;

const nodesIn = (value: unknown): Node[] => {
	if (Array.isArray(value)) return value.flatMap(nodesIn);
	if (!isNode(value)) return [];
	return [value, ...nodesIn(value["@graph"]), ...nodesIn(value.mainEntity)];
};

const parsed = (json: string): unknown => {
	try {
		return JSON.parse(json.replace(/^\s*(?:\/\*)?<!\[CDATA\[(?:\*\/)?|(?:\/\*)?\]\]>(?:\*\/)?\s*$/g, ""));
	} catch {
		// Whoever can't write it has said nothing.
		return undefined;
	}
};

/** What a page says of itself in JSON-LD: its top nodes, those of its graphs, and what they are mainly about. */
export function readJsonLd(document: Document): Node[] {
	return [...document.querySelectorAll("script[type='application/ld+json' i]")]
		.map(({ textContent }) => textContent)
		.filter((json) => json.length <= MAX_LENGTH)
		.flatMap((json) => nodesIn(parsed(json)));
}

/** Whether a node is of a type that a pattern matches; a node may have several. */
export const isOfType = ({ "@type": type }: Node, pattern: RegExp): boolean =>
	[type].flat().some((name) => typeof name === "string" && pattern.test(name));
