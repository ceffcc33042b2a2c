/** The elements that hold one headline, under the names that `names.ts` gives them. */
const ITEMS: ReadonlySet<string> = new Set(["item", "entry", "atom:entry"]);

/** Tells the elements that hold one headline. */
export const isItem = (name: string): boolean => ITEMS.has(name);

const CONTAINERS: ReadonlySet<string> = new Set(["rss", "rdf", "channel", "feed", "items"]);

/** What may hold items, whatever its prefix: only its closing tag may close an item that was left open. */
export const holdsItems = (tag: string): boolean => CONTAINERS.has(tag.slice(tag.indexOf(":") + 1));

const EMPTY: ReadonlySet<string> = new Set(["br", "hr", "img", "input", "wbr", "embed"]);

/** HTML's elements that hold nothing, and are left open where HTML stands naked in a feed. */
export const isEmpty = (name: string): boolean => EMPTY.has(name);

/** Elements that hold text and no elements of a feed. */
const LEAVES: ReadonlySet<string> = new Set(
	"title link guid id pubdate category comments published updated atom:title atom:link atom:id atom:published atom:updated".split(
		" ",
	),
);
const FIELDS: ReadonlySet<string> = new Set(
	"title link guid pubdate category comments description summary content enclosure author content:encoded content:items".split(
		" ",
	),
);
const FIELD_PREFIX = /^(?:dc|dcterms|media|itunes|atom|content|sy):/;
/** Of the fields, those that can't be naked HTML in a description. */
const NEVER_HTML = /^(?:guid|pubdate|enclosure|content:encoded|dc:.*|media:.*|itunes:.*)$/;

const FORMATTING: ReadonlySet<string> = new Set("b big center em font i small span strong tt u".split(" "));

const isField = (name: string): boolean => FIELDS.has(name) || FIELD_PREFIX.test(name) || isItem(name);

/** Tells the elements that a feed itself is made of, by their name in the document. */
export const isOfFeeds = (tag: string): boolean =>
	holdsItems(tag) || isField(tag) || isField(tag.slice(tag.indexOf(":") + 1)) || LEAVES.has(tag);

/**
 * Whether an element that was left open must end where another begins: a title where a link does. `around` is
 * the element that it stands in: stray formatting between an item's fields holds none of them.
 */
export function endsBefore(open: string, next: string, around: string | undefined): boolean {
	if (open === "description") return NEVER_HTML.test(next) || isItem(next);
	const isStray = around !== undefined && isItem(around) && FORMATTING.has(open.slice(open.indexOf(":") + 1));
	return (LEAVES.has(open) || isStray) && isField(next);
}
