import { Readability } from "@mozilla/readability";
import { readLanguage } from "../../model/language-tag";
import { failed, fine, type Outcome } from "../../model/trouble";
import { type Wanted, whyNoArticle } from "./judge";
import { prepare } from "./prepare";
import { oneLine, readSigns } from "./signs";
import { unclobber } from "./unclobber";

export type { Wanted } from "./judge";

/** An article as it was found in its page. */
export interface PageArticle {
	/** HTML, not yet sanitised; its addresses are absolute, but for those into itself. */
	html: string;
	author?: string;
	/** A BCP 47 tag. */
	language?: string;
}

/** The longest page read, in elements. */
export const MAX_ELEMENTS = 30_000;
/** A byline that is longer, or has a number in it, says more than who wrote. */
const MAX_AUTHOR_LENGTH = 80;
const BY = /^by:?\s+/i;

/**
 * Where Readability begins again with looser rules, it writes the page's body as HTML and parses that anew.
 * The policy of our pages lets no string become HTML, and a copy of the nodes is as good and quicker.
 */
function keepByCopy(body: HTMLElement): void {
	let kept: Node[] = [];
	const copies = (nodes: Iterable<Node>) => [...nodes].map((node) => node.cloneNode(true));
	Object.defineProperty(body, "innerHTML", {
		get: () => {
			kept = copies(body.childNodes);
			return "";
		},
		set: () => body.replaceChildren(...copies(kept)),
	});
}

function compose({ html, byline, lang }: { html: string; byline: string; lang: string }): PageArticle {
	const author = byline.replace(BY, "");
	const language = readLanguage(lang);
	const isName = author !== "" && author.length <= MAX_AUTHOR_LENGTH && !/\p{N}/u.test(author);
	return {
		html,
		...(isName && { author }),
		...(language !== undefined && { language }),
	};
}

/**
 * Takes the article out of a page: a document that was parsed and never shown, and that is used up by this.
 * Where there is none, or another than was wanted, it answers why. docs/full-text.md has the figures.
 */
export function readPage(document: Document, wanted: Wanted): Outcome<PageArticle> {
	unclobber(document);
	if (document.getElementsByTagName("*").length > MAX_ELEMENTS) return failed("page-too-big");
	prepare(document, wanted.url);
	const signs = readSigns(document);
	keepByCopy(document.body);
	const found = new Readability(document).parse();
	const trouble = whyNoArticle(oneLine(found?.textContent), signs, wanted);
	if (trouble) return failed(trouble);
	return fine(
		compose({ html: found?.content ?? "", byline: oneLine(found?.byline), lang: found?.lang ?? "" }),
	);
}
