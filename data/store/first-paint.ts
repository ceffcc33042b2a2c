import type { FirstPaint } from "../model/first-paint";

const KEY = "first-paint";

/**
 * Keeps what the next page paints first where {@link recallFirstPaint} finds it at once. It is a copy, and
 * storage has the last word; all pages of the extension share it. Where there is no room for it, the next page
 * paints when it has read storage.
 */
export function rememberFirstPaint(paint: FirstPaint): void {
	try {
		localStorage.setItem(KEY, JSON.stringify(paint));
	} catch (cause) {
		console.warn("The first paint could not be kept.", cause);
		localStorage.removeItem(KEY);
	}
}

/** What was kept last for the first paint, or null. */
export function recallFirstPaint(): FirstPaint | null {
	try {
		// Only rememberFirstPaint writes under this key. Checking each field would cost the first paint more than
		// the worst that a wrong one can do: be put right when storage has been read.
		return JSON.parse(localStorage.getItem(KEY) ?? "null") as FirstPaint | null;
	} catch {
		return null;
	}
}
