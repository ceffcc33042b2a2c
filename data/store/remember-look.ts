import type { Look } from "../model/first-paint";
import { rememberFirstPaint } from "./first-paint";
import { recallFirstPaint } from "./recall-first-paint";

/** Keeps how pages look at first, and the headline that is kept with that as it is. It needs a page’s `localStorage`. */
export function rememberLook({ theme, tickerMode: mode }: Look): void {
	rememberFirstPaint({ ...recallFirstPaint(), theme, mode });
}
