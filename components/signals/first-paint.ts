import type { FirstPaint } from "@/data/model/first-paint";
import type { Run } from "@/data/model/run";
import type { Settings } from "@/data/model/settings";
import { sayDay } from "../headlines/age";
import { sayPlace, wordsOf } from "../ticker/headline-words";
import { standAt } from "../ticker/rotation";
import { hrefOfHeadline } from "./route";

/** What the next page paints first, as long as neither the run nor the settings change. */
export function firstPaintOf(run: Run, settings: Settings, now: number): FirstPaint {
	const { headline, place, total, previous } = standAt(run, null, new Set());
	const { theme, tickerMode: mode } = settings;
	if (!headline) return { theme, mode };
	const { id, title, sourceTitle, publishedAt, url, saved = false } = headline;
	return {
		theme,
		mode,
		headline: {
			id,
			href: hrefOfHeadline(id),
			title,
			sourceTitle,
			publishedAt,
			day: sayDay(publishedAt, now),
			words: wordsOf(headline),
			...(url !== undefined && { url }),
			saved,
			place: sayPlace(place, total),
			isFirst: previous === undefined,
		},
	};
}
