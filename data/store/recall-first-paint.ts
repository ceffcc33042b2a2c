import type { FirstPaint } from "../model/first-paint";
import { KEY } from "./first-paint";

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
