import { isOfType, readJsonLd } from "./json-ld";

/** What a page tells of itself besides its article. */
export interface Signs {
	/** Whether it says, for search engines to know, that one has to pay for it. */
	isPaid: boolean;
	/** Whether it asks for a password. */
	asksPassword: boolean;
	/** Whether it says that it is there for a video. */
	isVideo: boolean;
	/** Its title and its first headings, one a line. */
	headings: string;
	/** All of its text, on one line. */
	text: string;
	/** The same without what stands around it on every page of its site. */
	ownText: string;
}

const ARTICLE = /(?:Article|BlogPosting|Report)$/;
const VIDEO = /^VideoObject$/;
/** What a site puts around all of its pages: offers in there say nothing of this one. */
const AROUND = [
	":is(header, footer, [role=banner], [role=contentinfo]):not(article *)",
	"nav, [role=navigation], [class*=site-header i], [class*=site-footer i], [class*=masthead i], [class~=sidebar i]",
	":is(aside, [role=complementary]):not([class*=paywall i], [id*=paywall i], [class*=gate i])",
].join();
/** Menus have headings too. */
const MAX_HEADINGS = 6;

const isNo = (value: unknown): boolean => value === false || /^(?:false|no|0)$/i.test(String(value ?? ""));

/** A text on one line. */
export const oneLine = (text: string | null | undefined): string => (text ?? "").replace(/\s+/gu, " ").trim();

const contentOf = (document: Document, selector: string): string | null | undefined =>
	document.querySelector(selector)?.getAttribute("content");

function isPaid(document: Document, article: Record<string, unknown> | undefined): boolean {
	// https://schema.org/isAccessibleForFree: search engines ask publishers with a paywall to say it.
	const declared =
		article?.isAccessibleForFree ?? contentOf(document, "meta[itemprop=isAccessibleForFree]") ?? true;
	return isNo(declared) || contentOf(document, "meta[property='article:content_tier']") === "locked";
}

function ownText(document: Document): string {
	const body = document.importNode(document.body, true);
	for (const element of body.querySelectorAll(AROUND))
		if (!element.querySelector("article, main")) element.remove();
	return oneLine(body.textContent);
}

/** Reads what a prepared page tells of itself; taking the article out of it changes the page. */
export function readSigns(document: Document): Signs {
	const nodes = readJsonLd(document);
	const article = nodes.find((node) => isOfType(node, ARTICLE));
	const isVideo = !article && nodes.some((node) => isOfType(node, VIDEO));
	const headings = [...document.querySelectorAll("title, h1, h2")].slice(0, MAX_HEADINGS);
	return {
		isPaid: isPaid(document, article),
		asksPassword: document.querySelector("input[type=password i]") !== null,
		isVideo: isVideo || /^video/i.test(contentOf(document, "meta[property='og:type']") ?? ""),
		headings: headings.map(({ textContent }) => oneLine(textContent)).join("\n"),
		text: oneLine(document.body.textContent),
		ownText: ownText(document),
	};
}
