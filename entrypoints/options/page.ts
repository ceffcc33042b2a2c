import { openFront } from "@/components/signals/front";
import { createNotes } from "@/components/signals/notes";
import { nowEachMinute } from "@/components/signals/now";
import { createRouter } from "@/components/signals/router";
import { createWork } from "@/components/signals/work";
import { send } from "@/data/send";
import { rememberFirstPaint } from "@/data/store/first-paint";
import { hasItem, readItems, watchItems } from "@/data/store/items";

/** Opens what all rooms of the page share; it is there as soon as the front has been read. */
export async function openPage() {
	const front = await openFront(
		{ stored: { hasItem, readItems, watchItems }, send, rememberFirstPaint },
		[
			"headlines",
			"marks",
			"sources",
			"former",
			"ticker",
			"polls",
			"rules",
			"muted",
			"iconsAt",
			"textsAt",
			"restoring",
			"safeAt",
			"sync",
		],
		document.documentElement,
	);
	const notes = createNotes();
	return {
		front,
		notes,
		now: nowEachMinute(document, Date.now),
		router: createRouter(window),
		work: createWork(notes),
	};
}

/** What all rooms of the page share. */
export type Page = Awaited<ReturnType<typeof openPage>>;
