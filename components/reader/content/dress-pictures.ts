import { fitToWords, putInPlaceOf } from "./missing-picture";
import { beginsOrEndsWords, outermost, standsAlone } from "./picture-place";

/** How pictures are shown. */
export interface PictureRules {
	/** Whether they are asked for; if not, each waits until somebody wants it. */
	load: boolean;
	/** Those that are kept, as addresses of the page's own, by where they came from. */
	kept: ReadonlyMap<string, string>;
}

const isFromWeb = (picture: HTMLImageElement): boolean => /^https?:/.test(picture.getAttribute("src") ?? "");

/** Pictures that are no higher than two lines of words may stand among them. */
const LINE_PIXELS = 48;

/** Says in place of a picture what is on it, with a button that asks for it. */
function makeOffer(picture: HTMLImageElement): Element {
	const offer = document.createElement("span");
	offer.className = "picture-offer";
	offer.dataset.from = picture.getAttribute("src") ?? "";
	const alt = picture.alt.trim();
	const outer = outermost(picture);
	if (alt !== "") {
		const words = document.createElement("span");
		words.textContent = alt;
		words.dir = "auto";
		offer.append(words);
	}
	const button = document.createElement("button");
	button.type = "button";
	button.className = "button";
	button.textContent = "Show this picture";
	if (alt !== "") button.setAttribute("aria-label", `Show this picture: ${alt}`);
	button.addEventListener("click", () => {
		offer.replaceWith(outer);
		picture.tabIndex = -1;
		picture.focus({ preventScroll: true });
	});
	offer.append(button);
	outer.replaceWith(offer);
	return offer;
}

/** Dresses the pictures of one text; it must be ended with the text. */
export interface PictureDresser {
	dress(fragment: DocumentFragment): void;
	end(): void;
}

/**
 * Makes sure that no picture moves what is being read. One whose size is known has its room from the start. One
 * whose size isn't, and that stands alone, waits in a box, and takes its own size only while nobody sees it:
 * what moves then is out of sight, and the browser holds the place. One that doesn't come keeps its room while
 * it is seen, and says what is on it.
 */
export function createPictureDresser({ load, kept }: PictureRules): PictureDresser {
	const unseen = new IntersectionObserver((entries) => {
		for (const { target, isIntersecting } of entries) {
			if (isIntersecting) continue;
			unseen.unobserve(target);
			if (target instanceof HTMLImageElement) {
				target.classList.remove("picture-boxed");
				if (target.naturalHeight <= LINE_PIXELS) target.classList.remove("picture-apart");
			} else if (target instanceof HTMLElement) fitToWords(target);
		}
	});
	const settle = (picture: HTMLImageElement) => {
		const isAlone = standsAlone(picture);
		const [width, height] = [picture.getAttribute("width"), picture.getAttribute("height")].map(Number);
		if (width && height) picture.style.aspectRatio = `${width} / ${height}`;
		else if (isAlone) {
			picture.classList.add("picture-boxed");
			picture.addEventListener("load", () => unseen.observe(picture), { once: true });
		}
		// Set in a line of words, it would leave a hole beside it.
		if (isAlone && beginsOrEndsWords(picture) && !(width && height && height <= LINE_PIXELS))
			picture.classList.add("picture-apart");
		picture.addEventListener("load", () => picture.classList.add("picture-come"), { once: true });
		picture.addEventListener("error", () => unseen.observe(putInPlaceOf(picture, isAlone)), { once: true });
	};
	return {
		dress: (fragment) => {
			for (const picture of fragment.querySelectorAll("img")) {
				settle(picture);
				const own = kept.get(picture.getAttribute("src") ?? "");
				if (own !== undefined) {
					picture.dataset.from = picture.getAttribute("src") ?? "";
					picture.src = own;
				} else if (!load && isFromWeb(picture)) makeOffer(picture);
			}
		},
		end: () => unseen.disconnect(),
	};
}

/** Where the pictures come from that a text shows or offers, each once. */
export function picturesIn(body: Element): string[] {
	const shown = [...body.querySelectorAll<HTMLElement>("img, .picture-offer")].map(
		(picture) => picture.dataset.from ?? picture.getAttribute("src") ?? "",
	);
	return [...new Set(shown)].filter((address) => /^https?:/.test(address));
}
