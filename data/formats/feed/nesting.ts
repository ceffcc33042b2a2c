/** The elements that hold one headline, under the names that `names.ts` gives them. */
const ITEMS: ReadonlySet<string> = new Set(["item", "entry", "atom:entry", "atom:item"]);

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
	"title link guid pubdate category comments description enclosure author content:encoded content:items".split(
		" ",
	),
);
const FIELD_PREFIX = /^(?:dc|dcterms|media|itunes|atom|content|sy):/;
/** Of the fields, those that can't be naked HTML in a description. */
const NEVER_HTML = /^(?:guid|pubdate|enclosure|content:encoded|dc:.*|media:.*|itunes:.*)$/;

/** Whether an element that was left open must end where another begins: a title where a link does. */
export function endsBefore(open: string, next: string): boolean {
	if (open === "description") return NEVER_HTML.test(next) || isItem(next);
	return LEAVES.has(open) && (FIELDS.has(next) || FIELD_PREFIX.test(next) || isItem(next));
}
