import { isUnseen } from "./hidden";
import { PART } from "./part";
import { bestOf } from "./source-set";
import { isStandIn, mayBeStandIn } from "./stand-ins";
import { isTracker } from "./trackers";

/** Where pages that load their pictures late keep the addresses meanwhile. */
const LATE_SETS = ["data-srcset", "data-lazy-srcset", "data-original-set"];
const LATE_SOURCES = [
	"data-src",
	"data-lazy-src",
	"data-original",
	"data-lazy",
	"data-hi-res-src",
	"data-full-src",
];
/** Pictures as other vocabularies call them. */
const OTHER_NAMES = "amp-img, amp-anim, image";

/** Resolves an address against the page; what leads nowhere is undefined. */
export type Resolve = (address: string) => string | undefined;

/** The first that is there of some attributes, each read in a way of its own, as an address that leads somewhere. */
function firstOf(
	elements: Iterable<Element>,
	names: string[],
	read: (value: string) => string | undefined,
): string | undefined {
	for (const element of elements)
		for (const name of names) {
			const found = read(element.getAttribute(name) ?? "");
			if (found !== undefined) return found;
		}
	return undefined;
}

/** The one good address of a picture among all that it may name. */
function sourceOf(picture: Element, resolve: Resolve): string | undefined {
	const fromWeb = (address: string | undefined) => {
		const found = address ? resolve(address) : undefined;
		return found !== undefined && /^https?:/.test(found) && !isStandIn(found) ? found : undefined;
	};
	const fromSet = (set: string) => fromWeb(bestOf(set));
	const others = picture.parentElement?.matches("picture")
		? picture.parentElement.querySelectorAll("source:not([type*=jxl])")
		: [];
	const own = picture.getAttribute("src") ?? "";
	return (
		firstOf([picture], [...LATE_SETS, "srcset"], fromSet) ??
		firstOf([picture], [...LATE_SOURCES, "src"], fromWeb) ??
		firstOf(others, [...LATE_SETS, "srcset"], fromSet) ??
		(/^data:image\//i.test(own) && !isStandIn(own) ? own : undefined)
	);
}

/** What a page shows in place of a late picture where scripts don't run is the picture, and its stand-in goes. */
function unwrapNoscript(body: Element, resolve: Resolve): void {
	for (const noscript of body.querySelectorAll("noscript")) {
		const pictures = noscript.querySelectorAll("img");
		if (pictures.length === 0) continue;
		const before = noscript.previousElementSibling;
		const standIn = before?.matches("img") ? before : before?.querySelector("img");
		if (standIn) {
			const source = sourceOf(standIn, resolve);
			const isDouble = [...pictures].some((picture) => sourceOf(picture, resolve) === source);
			if (mayBeStandIn(source) || isDouble) standIn.remove();
		}
		noscript.replaceWith(...noscript.childNodes);
	}
}

/** Keeps those sizes that are numbers of pixels; some pages note them where they keep late addresses. */
function settleSize(picture: Element): void {
	const [, late = ""] = /^\s*(\d+\s*,\s*\d+)\s*$/.exec(picture.getAttribute("data-orig-size") ?? "") ?? [];
	const noted = late.split(",");
	for (const [place, side] of ["width", "height"].entries()) {
		const said = picture.getAttribute(side) ?? "";
		const [, pixels = noted[place]] = /^\s*(\d{1,5})(?:\.\d+)?(?:px)?\s*$/.exec(said) ?? [];
		if (Number(pixels) > 0) picture.setAttribute(side, String(Number(pixels)));
		else picture.removeAttribute(side);
	}
}

/**
 * Gives each picture of an inert text its one address, absolute; those that only count readers go, as do those
 * that lead nowhere. What is left has `src`, `alt` and, where they are known, `width` and `height` in pixels.
 */
export function settlePictures(body: Element, resolve: Resolve): void {
	for (const other of body.querySelectorAll(OTHER_NAMES)) {
		if (other.namespaceURI !== body.namespaceURI) continue;
		const picture = body.ownerDocument.createElement("img");
		for (const { name, value } of other.attributes) picture.setAttribute(name, value);
		other.replaceWith(picture);
	}
	unwrapNoscript(body, resolve);
	for (const picture of body.querySelectorAll(`img:not([${PART}])`)) {
		const source = sourceOf(picture, resolve);
		if (source === undefined || isUnseen(picture) || isTracker(source)) {
			picture.remove();
			continue;
		}
		settleSize(picture);
		picture.setAttribute("src", source);
		picture.removeAttribute("srcset");
		if (!picture.hasAttribute("alt")) picture.setAttribute("alt", "");
	}
}
