import { MINUTE_MS } from "./durations";
import type { HeadlineId } from "./headline";
import type { Which } from "./scope";

/** The longest search that is kept, in characters. */
export const QUERY_LIMIT = 1_000;

/** The place in a list that its user has come to. */
export interface Sight {
	/** The first headline in sight, and how many CSS pixels of its row are hidden above; absent at the top. */
	top?: { id: HeadlineId; above: number };
	/** The headline that the keyboard is on, where that isn't the first. */
	current?: HeadlineId;
}

/** How the popup looks just now, as far as it should look so again when it is opened next. */
export interface PopupPlace extends Sight {
	tab: Which;
	query: string;
}

/** A place with the time that it was left, in milliseconds since 1970. */
export interface PopupLeft extends PopupPlace {
	leftAt: number;
}

/** For how long the popup comes back as it was left. */
const RETURN_MS = 10 * MINUTE_MS;

/** The place that the popup comes back to; undefined where it begins anew. */
export function placeToReturnTo(left: PopupLeft | null, now: number): PopupPlace | undefined {
	if (!left) return undefined;
	const { leftAt, ...place } = left;
	return leftAt <= now && now - leftAt <= RETURN_MS ? place : undefined;
}
