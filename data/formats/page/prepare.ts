import { isUnseen } from "../article/hidden";
import { settleMath } from "../article/math";
import { absolutise } from "./addresses";

/** What runs or only looks; what a page says of itself in JSON-LD stays. */
const USELESS =
	"script:not([type='application/ld+json' i]), style, template, object, embed, link[rel~=stylesheet]";
/** What lies over a page or hangs below it, and is never its article. */
const OVERLAYS =
	"dialog, [role=dialog], [role=alertdialog], [aria-modal=true], [id*=cookie-banner i], [class*=cookie-banner i], [id*=cookie-consent i], [class*=cookie-consent i], [id^=onetrust], [id^=sp_message_container], [id*=CybotCookiebot]";

const isOnePicture = (element: Element | null): boolean =>
	element !== null &&
	element.textContent.trim() === "" &&
	(element.matches("img") ? 1 : element.querySelectorAll("img").length) === 1;

/** Puts the picture that a page has for browsers without scripts in the place of the empty one before it. */
function unwrapNoscript(document: Document): void {
	for (const noscript of document.querySelectorAll("noscript")) {
		const picture = noscript.querySelector("img");
		const before = noscript.previousElementSibling;
		if (picture && isOnePicture(noscript)) {
			if (isOnePicture(before)) before?.remove();
			noscript.before(picture);
		}
		noscript.remove();
	}
}

/**
 * Makes a page that was parsed, but never shown, ready to be looked through: nothing in it could run any more,
 * its addresses are absolute, and what lies over its text is gone.
 */
export function prepare(document: Document, url: string): void {
	// Before what tells its forms apart is gone.
	settleMath(document.body);
	for (const element of document.querySelectorAll(USELESS)) element.remove();
	for (const element of document.querySelectorAll(OVERLAYS))
		if (element !== document.body && !element.querySelector("article, main")) element.remove();
	for (const element of document.querySelectorAll("*"))
		for (const { name } of [...element.attributes])
			if (/^on|^srcdoc$/i.test(name)) element.removeAttribute(name);
	unwrapNoscript(document);
	// Taking the article out takes the styles away that tell.
	for (const picture of document.querySelectorAll("img")) if (isUnseen(picture)) picture.remove();
	// What is left of scripts says what the page is, and is no part of its text.
	document.head.append(...document.body.querySelectorAll("script"));
	absolutise(document, url);
}
