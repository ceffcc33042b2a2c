import DOMPurify from "dompurify";

/** A link that a reader may follow: the web and mail, nothing that runs. */
const SAFE_LINK = /^(?:https?|mailto):/i;

const purifier = DOMPurify(window);

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
 * returns can go into the page as it is. DOMPurify does the work; docs/sanitising-and-policy.md says why.
 */
export function sanitise(html: string): DocumentFragment {
	return purifier.sanitize(html, {
		USE_PROFILES: { html: true },
		FORBID_TAGS: ["style", "form", "input", "button", "select", "textarea", "audio", "video", "source"],
		FORBID_ATTR: ["style", "class", "id", "name", "srcset", "ping", "background"],
		ALLOW_DATA_ATTR: false,
		ALLOWED_URI_REGEXP: SAFE_LINK,
		RETURN_DOM_FRAGMENT: true,
	});
}

/** Resolves the relative links and pictures of a fragment against the page that they came from. */
export function absolutise(fragment: DocumentFragment, base: string | undefined): void {
	for (const [selector, name] of [
		["a[href]", "href"],
		["img[src]", "src"],
	] as const)
		for (const element of fragment.querySelectorAll(selector)) {
			const address = element.getAttribute(name) ?? "";
			if (base && URL.canParse(address, base)) element.setAttribute(name, new URL(address, base).href);
			else if (!SAFE_LINK.test(address)) element.removeAttribute(name);
		}
}
