import DOMPurify from "dompurify";

/** What text is made of; whatever else a source sends loses its tag and keeps its words. */
const TAGS =
	"a abbr address b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p picture pre q rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr".split(
		" ",
	);

/** What says something of the text, and nothing of how it looks, what it is called or where the focus goes. */
const ATTRIBUTES =
	"href src alt title width height colspan rowspan scope start reversed value datetime lang dir".split(" ");

/** A link that a reader may follow: the web and mail, nothing that runs. */
const SAFE_LINK = /^(?:https?|mailto):/i;
const SAFE_PICTURE = /^(?:https?:|data:image\/)/i;
/** The same or no scheme at all: a relative address, and every value that is no address. */
const SAFE_VALUE = /^(?:(?:https?|mailto):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i;

/** A size in a style that leaves nothing to be seen. */
const UNSEEN_STYLE = /(?:^|[;\s])(?:(?:width|height)\s*:\s*[01](?:px)?|display\s*:\s*none)\s*(?:!|;|$)/i;

/** Whether a picture isn't there to be looked at: those report that something was opened. */
const isPixel = (picture: Element): boolean =>
	["width", "height"].some((side) => /^\s*[01](?:px)?\s*$/.test(picture.getAttribute(side) ?? "")) ||
	UNSEEN_STYLE.test(picture.getAttribute("style") ?? "");

const purifier = DOMPurify(window);

purifier.addHook("afterSanitizeElements", (node) => {
	if (node instanceof HTMLImageElement && isPixel(node)) node.remove();
});

purifier.addHook("afterSanitizeAttributes", (node) => {
	if (node instanceof HTMLAnchorElement) {
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
 * Makes a source's HTML harmless and plain: text, links and pictures, in the reader's own style. What it
 * returns can go into the page once its addresses are absolute. DOMPurify does the work;
 * docs/sanitising-and-policy.md says why.
 */
export function sanitise(html: string): DocumentFragment {
	return purifier.sanitize(html, {
		ALLOWED_TAGS: TAGS,
		ALLOWED_ATTR: ATTRIBUTES,
		ALLOW_ARIA_ATTR: false,
		ALLOW_DATA_ATTR: false,
		ALLOWED_URI_REGEXP: SAFE_VALUE,
		RETURN_DOM_FRAGMENT: true,
	});
}

/**
 * Resolves the relative links and pictures of a fragment against the page that they came from. Where they
 * lead nowhere, a link loses its address, and a picture goes.
 */
export function absolutise(fragment: DocumentFragment, base: string | undefined): void {
	const resolve = (address: string) =>
		base && URL.canParse(address, base) ? new URL(address, base).href : address;
	for (const link of fragment.querySelectorAll("a[href]")) {
		const address = resolve(link.getAttribute("href") ?? "");
		if (SAFE_LINK.test(address)) link.setAttribute("href", address);
		else link.removeAttribute("href");
	}
	for (const picture of fragment.querySelectorAll("img")) {
		const address = resolve(picture.getAttribute("src") ?? "");
		if (SAFE_PICTURE.test(address)) picture.setAttribute("src", address);
		else picture.remove();
	}
}
