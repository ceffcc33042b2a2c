import { openFront } from "@/components/signals/front";
import { createNotes } from "@/components/signals/notes";
import { nowEachMinute } from "@/components/signals/now";
import { createRefresh } from "@/components/signals/refresh";
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
			"progress",
		],
		document.documentElement,
	);
	const notes = createNotes();
	const now = nowEachMinute(document, Date.now);
	const router = createRouter(window);
	const readPolls = async () => (await readItems(["polls"])).polls;
	const isOnSources = () => router.route.peek().room === "sources";
	return {
		front,
		notes,
		now,
		router,
		work: createWork(notes),
		refresh: createRefresh({ front, send, notes, now, readPolls, isOnSources }),
		readPolls,
	};
}

/** What all rooms of the page share. */
export type Page = Awaited<ReturnType<typeof openPage>>;
