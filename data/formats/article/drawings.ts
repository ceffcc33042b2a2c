import { PART } from "./part";

/** Smaller ones are icons, which say nothing without their page. */
const ICON_PIXELS = 48;
/** Longer ones take more than they show. */
const LENGTH_LIMIT = 500_000;

/** What moves, runs or holds HTML. */
const NEEDLESS = "script, foreignObject, animate, animateMotion, animateTransform, set, audio, video, iframe";

function sizeOf(drawing: Element): { width: number; height: number } {
	const box = (drawing.getAttribute("viewBox") ?? "")
		.trim()
		.split(/[\s,]+/)
		.map(Number);
	const side = (name: string, place: number) => {
		const [, said] = /^\s*(\d+(?:\.\d+)?)(?:px)?\s*$/.exec(drawing.getAttribute(name) ?? "") ?? [];
		return Math.round(Number(said ?? box[place] ?? 0)) || 0;
	};
	return { width: side("width", 2), height: side("height", 3) };
}

function toPicture(drawing: Element, alt: string): Element | undefined {
	const { width, height } = sizeOf(drawing);
	// What is drawn elsewhere in its page isn't here.
	const isEmpty = !drawing.querySelector("path, rect, circle, ellipse, line, polyline, polygon, text, image");
	if (Math.min(width, height) < ICON_PIXELS || isEmpty) return undefined;
	for (const needless of drawing.querySelectorAll(NEEDLESS)) needless.remove();
	drawing.setAttribute("width", String(width));
	drawing.setAttribute("height", String(height));
	const text = new XMLSerializer().serializeToString(drawing);
	if (text.length > LENGTH_LIMIT) return undefined;
	const picture = drawing.ownerDocument.createElement("img");
	picture.setAttribute(PART, "drawing");
	picture.setAttribute("src", `data:image/svg+xml,${encodeURIComponent(text)}`);
	picture.setAttribute("alt", alt);
	picture.setAttribute("width", String(width));
	picture.setAttribute("height", String(height));
	return picture;
}

/**
 * Makes pictures of what an inert text draws in SVG: as a picture the browser runs nothing in it and loads
 * nothing for it. Of an icon only its title stays.
 */
export function drawingsToPictures(body: Element): void {
	for (const drawing of body.querySelectorAll("svg")) {
		if (drawing.parentElement?.closest("svg")) continue;
		const title = (
			drawing.querySelector("title")?.textContent ??
			drawing.getAttribute("aria-label") ??
			""
		).trim();
		drawing.replaceWith(toPicture(drawing, title) ?? title);
	}
}
