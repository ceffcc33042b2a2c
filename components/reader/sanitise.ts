import DOMPurify from "dompurify";
import { INNER, PART, PARTS } from "@/data/formats/article/part";

/** What text is made of; whatever else a source sends loses its tag and keeps its words. */
const TAGS =
	"a abbr address b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr".split(
		" ",
	);

/** What formulas are made of (MathML Core, section 2.1), but for what links, embeds or holds HTML. */
const FORMULA_TAGS =
	"math merror mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover semantics".split(
		" ",
	);

/** What says something of the text, and nothing of how it looks, what it is called or where the focus goes. */
const ATTRIBUTES =
	"href src alt title width height colspan rowspan headers scope start reversed value datetime lang dir".split(
		" ",
	);

const FORMULA_ATTRIBUTES =
	"accent accentunder columnspan depth display displaystyle fence form largeop linethickness lspace mathvariant maxsize minsize movablelimits rspace scriptlevel separator stretchy symmetric voffset".split(
		" ",
	);

/** What has words in it that aren't the text's: the source of a formula, choices, what was typed. */
const NO_TEXT = ["annotation", "select", "datalist", "textarea"];

/** A link that a reader may follow: the web, mail and the text itself; nothing that runs. */
const SAFE_LINK = new RegExp(`^(?:(?:https?|mailto):|#${INNER}\\d+$)`, "i");
const SAFE_PICTURE = /^(?:https?:|data:image\/)/i;
/** The same or no scheme at all: every value that is no address. */
const SAFE_VALUE = /^(?:(?:https?|mailto):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i;
const INNER_ID = new RegExp(`^${INNER}\\d+$`);

const purifier = DOMPurify(window);

/** Whether an attribute of ours, or one that means something on one element alone, is what it should be. */
function isInPlace(node: Element, name: string, value: string): boolean {
	switch (name) {
		case "href":
			return node instanceof HTMLAnchorElement && SAFE_LINK.test(value);
		case "src":
			return node instanceof HTMLImageElement && SAFE_PICTURE.test(value);
		case "id":
			return INNER_ID.test(value);
		case PART:
			return PARTS.some((part) => part === value);
		default:
			return true;
	}
}

purifier.addHook("uponSanitizeAttribute", (node, attribute) => {
	if (!isInPlace(node, attribute.attrName, attribute.attrValue)) attribute.keepAttr = false;
});

purifier.addHook("afterSanitizeAttributes", (node) => {
	if (node instanceof HTMLAnchorElement && !node.getAttribute("href")?.startsWith("#")) {
		node.target = "_blank";
		node.rel = "noopener noreferrer";
	}
	if (node instanceof HTMLImageElement) {
		node.loading = "lazy";
		node.decoding = "async";
		node.referrerPolicy = "no-referrer";
	}
});

/**
 * Makes a part of an inert text harmless and plain: text, links and pictures, in the reader's own style. The
 * part stays as it is; what is returned can go into the page. DOMPurify does the work;
 * docs/sanitising-and-policy.md says why.
 */
export function sanitise(part: Node): DocumentFragment {
	const fragment = purifier.sanitize(part, {
		ALLOWED_TAGS: [...TAGS, ...FORMULA_TAGS],
		ALLOWED_ATTR: [...ATTRIBUTES, ...FORMULA_ATTRIBUTES, "id", PART],
		ADD_FORBID_CONTENTS: NO_TEXT,
		ALLOW_ARIA_ATTR: false,
		ALLOW_DATA_ATTR: false,
		ALLOWED_URI_REGEXP: SAFE_VALUE,
		RETURN_DOM_FRAGMENT: true,
	});
	for (const picture of fragment.querySelectorAll("img:not([src])")) picture.remove();
	return fragment;
}

/** Whether an element of an inert text can be sanitised without what is in it, and that apart. */
export const isPlain = ({ localName, namespaceURI }: Element): boolean =>
	namespaceURI === "http://www.w3.org/1999/xhtml" &&
	(TAGS.includes(localName) || WRAPPERS.includes(localName));

/** These lose their tag, and what is in them stays. */
const WRAPPERS = ["article", "main", "header", "footer", "aside", "nav", "center", "font", "body", "picture"];
