import type { FirstPaint } from "../model/first-paint";

/** What it is kept under. */
export const KEY = "first-paint";

/**
 * Keeps what the next page paints first where ./recall-first-paint.ts finds it at once. It is a copy, and storage has
 * the last word; all pages of the extension share it. Where there is no room for it, the next page paints when it has
 * read storage.
 */
export function rememberFirstPaint(paint: FirstPaint): void {
	try {
		// An old one must not stay where a new one finds no room.
		localStorage.removeItem(KEY);
		localStorage.setItem(KEY, JSON.stringify(paint));
	} catch (cause) {
		console.warn("The first paint could not be kept.", cause);
	}
}
