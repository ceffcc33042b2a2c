import { endsEarly } from "../../model/cut-off";
import { readTitle } from "../../model/title-words";
import type { TroubleCode } from "../../model/trouble";
import { CONSENT, LOGIN_PATH, NOT_FOUND, PAYWALL } from "./phrases";
import type { Signs } from "./signs";

/** What is known of a page before it is read. */
export interface Wanted {
	/** Where the headline led. */
	asked: string;
	/** Where the page came from in the end. */
	url: string;
	/** The headline. */
	title: string;
	/** What the feed gave of the text, as plain text. */
	summary: string;
}

/** An article is longer than this, in characters; what is shorter may be what a page says in place of one. */
const ARTICLE_LENGTH = 1500;
/** What is shorter than this is no text, in characters. */
const LEAST_LENGTH = 140;
/** A login form has this much text around it at most, in characters. */
const LOGIN_LENGTH = 800;
/** A question for consent goes on for this long at most, in characters. */
const CONSENT_LENGTH = 6000;
/** So many of its words are about consent: one in so many. */
const WORDS_PER_CONSENT = 20;
/** A text that is so much of what the feed gave has lost something. */
const LEAST_OF_SUMMARY = 0.6;
/** So much of a headline's words is found in its article. */
const LIKE_TITLE = 0.5;

const NONE: ReadonlySet<string> = new Set();

/** Whether a text has most of the words of the headline. */
function isAbout(text: string, title: string): boolean {
	const wanted = [...readTitle(title, NONE).words];
	const there = readTitle(text, NONE).words;
	return wanted.length > 0 && wanted.filter((word) => there.has(word)).length >= wanted.length * LIKE_TITLE;
}

const isConsent = (text: string): boolean => {
	const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
	return (text.match(CONSENT)?.length ?? 0) * WORDS_PER_CONSENT >= words && words > 0;
};

/** Whether a page's address is the front page of its site, though another one was asked for. */
const isSentHome = ({ asked, url }: Wanted): boolean =>
	new URL(url).pathname === "/" && new URL(url).search === "" && new URL(asked).pathname !== "/";

const isLogin = ({ url }: Wanted, signs: Signs, text: string): boolean =>
	text.length < LOGIN_LENGTH &&
	(LOGIN_PATH.test(new URL(url).pathname) || (signs.asksPassword && signs.text.length < ARTICLE_LENGTH));

/**
 * Tells why what was taken out of a page isn't the article that was wanted, as far as that can be seen;
 * undefined where it may well be. In doubt it is one. `text` is on one line.
 */
export function whyNoArticle(text: string, signs: Signs, wanted: Wanted): TroubleCode | undefined {
	const isOurs = isAbout(text, wanted.title);
	const isShort = text.length < ARTICLE_LENGTH;
	if (signs.isPaid) return "paywalled";
	if (isShort && PAYWALL.test(signs.ownText)) return "paywalled";
	if (endsEarly(text) && PAYWALL.test(signs.ownText)) return "paywalled";
	if (!isOurs && text.length < CONSENT_LENGTH && isConsent(text || signs.text)) return "consent-wall";
	if (isLogin(wanted, signs, text)) return "login-page";
	if (isShort && !NOT_FOUND.test(wanted.title) && NOT_FOUND.test(signs.headings)) return "page-missing";
	if (!isOurs && isSentHome(wanted)) return "page-missing";
	if (isShort && signs.isVideo) return "video-page";
	const least = Math.max(LEAST_LENGTH, wanted.summary.length * LEAST_OF_SUMMARY);
	return text.length < least ? "no-article" : undefined;
}
