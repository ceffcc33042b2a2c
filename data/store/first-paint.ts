import type { FirstPaint } from "../model/first-paint";

/**
 * Keeps what the next page paints first where assets/public/first-paint.js can read it at once. It is a copy,
 * and storage has the last word; all pages of the extension share it. Where there is no room for it, the
 * next page paints when it has read storage.
 */
export function rememberFirstPaint(paint: FirstPaint): void {
	try {
		localStorage.setItem("first-paint", JSON.stringify(paint));
	} catch (cause) {
		console.warn("The first paint could not be kept.", cause);
		localStorage.removeItem("first-paint");
	}
}
