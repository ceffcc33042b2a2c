import { layOf } from "./blocks";
import { comeThrough, type Laid, lineAt, placeAt } from "./place-in-text";

interface Following {
	/** What scrolls; the text is its ".article-body", which may come later and change. */
	pane: HTMLElement;
	/** The place to begin at; from the end of a text it begins anew. */
	from: number | undefined;
	/** Called with how far the reader has come, from 0 to 1. */
	onCome: (come: number) => void;
	/** Called with the place that the reader has scrolled to. */
	onPlace: (read: number) => void;
	/** Called a moment after the text has come or changed. */
	onText: (text: string) => void;
}

/** Nearer than that, in pixels, a place is where it should be. */
const NEAR = 2;
/** Less than that, of a whole text, is no other place. */
const SAME = 1e-3;
/** How long a text must rest to be looked at, in milliseconds: it may still be coming, and is painted first. */
const REST_MS = 100;
/** What shows that somebody goes their own way, and isn't to be brought back to where they were. */
const ACTS = ["wheel", "pointerdown", "touchstart", "keydown"] as const;

interface Text {
	body: Element;
	laid: Laid;
}

function textIn(pane: HTMLElement): Text | undefined {
	const body = pane.querySelector(".article-body");
	return body ? { body, laid: layOf(body) } : undefined;
}

/** Which lines of the window a text is read between: what sticks to the top of the pane covers the text there. */
function linesOf(pane: HTMLElement): { top: number; bottom: number } {
	const { top, bottom } = pane.getBoundingClientRect();
	return { top: top + (Number.parseFloat(getComputedStyle(pane).scrollPaddingTop) || 0), bottom };
}

/** How much of a text is above the window, and how much above its end. */
function sightOf(pane: HTMLElement, { laid }: Text): { above: number; aboveEnd: number } {
	const { top, bottom } = linesOf(pane);
	return { above: placeAt(laid, top), aboveEnd: placeAt(laid, bottom) };
}

/**
 * Brings a reader back to their place in a text and follows them from there, until the function that it returns
 * is called. The place stays where it is when the text gets another width or is set otherwise, and until the
 * text has come to rest also while there is more and more of it.
 */
export function followPlace({ pane, from = 0, onCome, onPlace, onText }: Following): () => void {
	let text = textIn(pane);
	let held = from < 1 ? from : 0;
	let told = held;
	let isSettled = false;
	let resting: ReturnType<typeof setTimeout> | undefined;

	const hold = () => {
		if (!text) return;
		const away = held === 0 ? 0 : lineAt(text.laid, held) - linesOf(pane).top;
		if (Math.abs(away) > NEAR) pane.scrollBy(0, away);
		const { above, aboveEnd } = sightOf(pane, text);
		onCome(comeThrough(above, aboveEnd));
	};
	const scrolled = () => {
		if (!text || !isSettled) return;
		const { above, aboveEnd } = sightOf(pane, text);
		held = above;
		onCome(comeThrough(above, aboveEnd));
		const read = aboveEnd === 1 ? 1 : above;
		if (Math.abs(read - told) < SAME) return;
		told = read;
		onPlace(read);
	};
	const settle = () => {
		isSettled = true;
	};
	const rest = () => {
		clearTimeout(resting);
		resting = setTimeout(() => {
			settle();
			if (text) onText(text.body.textContent);
		}, REST_MS);
	};

	const resized = new ResizeObserver(hold);
	const changed = new MutationObserver(() => {
		const before = text?.body;
		text = textIn(pane);
		if (text && text.body !== before) {
			resized.disconnect();
			resized.observe(text.body);
		}
		if (text && isSettled) held = sightOf(pane, text).above;
		hold();
		rest();
	});

	if (held === 0) pane.scrollTo(0, 0);
	hold();
	rest();
	if (text) resized.observe(text.body);
	changed.observe(pane, { childList: true, subtree: true });
	pane.addEventListener("scroll", scrolled, { passive: true });
	for (const name of ACTS) addEventListener(name, settle, { passive: true });
	return () => {
		clearTimeout(resting);
		resized.disconnect();
		changed.disconnect();
		pane.removeEventListener("scroll", scrolled);
		for (const name of ACTS) removeEventListener(name, settle);
	};
}
