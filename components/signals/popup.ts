import { effect, type ReadonlySignal, untracked } from "@preact/signals";
import type { HeadlineId } from "@/data/model/headline";
import { type PopupLeft, placeToReturnTo, QUERY_LIMIT, type Sight } from "@/data/model/popup-place";
import type { Row } from "../headlines/rows";
import type { HeadlineList, Send } from "./headline-list";
import type { Notes } from "./notes";
import { createOpenOriginal } from "./open-original";

/** The popup beside its list: how it comes back, and what its keys do to a headline. */
export interface Popup {
	/** What it comes back to; empty where it begins anew. */
	readonly returnTo: Sight;
	/** Keeps what is in sight, once it rests, because it may change with every pixel. */
	look(sight: Sight): void;
	/** Keeps the place with the time of this moment, in which the popup closes. */
	leave(): void;
	/** Opens a headline where it was published, and marks it read. */
	openOriginal(row: Row): Promise<void>;
	/** Mutes all that a headline's source brings, and offers to undo it. */
	muteSource(row: Row): Promise<void>;
}

interface PopupParts {
	list: HeadlineList;
	/** How it was left the last time. */
	left: PopupLeft | null;
	send: Send;
	notes: Notes;
	/** Opens an address in a tab. */
	openTab: (url: string) => void;
	/** Milliseconds since 1970. */
	clock: () => number;
	/** What the front lists: whoever has the popup before them has seen what comes to it. */
	headlines: ReadonlySignal<unknown>;
	isVisible: () => boolean;
	/** Calls back when the next frame has been made. */
	afterPaint: (act: () => void) => void;
}

/** How long a place must rest before it is kept. */
const REST_MS = 150;
/** For so long after its opening the popup may still come back to its place. */
const LISTING_MS = 10_000;

/** So many times more is listed to come back to a place; whoever was further down begins higher up. */
const MORE_AT_MOST = 25;

/** Lists on, as far as there is more, until what was at the top of what was in sight is listed. */
function listAsFarAs(id: HeadlineId, list: HeadlineList): void {
	let times = 0;
	const stop = effect(() => {
		if (list.rows.value.some(({ headline }) => headline.id === id)) times = MORE_AT_MOST;
		// What a search has still to read, and what is saved, comes by itself.
		if (times >= MORE_AT_MOST || !list.hasMore.value) return;
		times++;
		untracked(() => void list.listMore());
	});
	// Headlines that come or go later must not have it list on.
	setTimeout(stop, LISTING_MS);
}

/**
 * Makes the popup's model, and puts its list back as it was left. A popup is gone at once when it loses the
 * focus, so its place is kept as it changes.
 */
export function createPopup(parts: PopupParts): Popup {
	const { list, left, send, notes, openTab, clock, headlines, isVisible, afterPaint } = parts;
	const place = placeToReturnTo(left, clock());
	if (place) {
		list.tab.value = place.tab;
		list.query.value = place.query;
		if (place.top) listAsFarAs(place.top.id, list);
	}
	let sight: Sight = {
		...(place?.top && { top: place.top }),
		...(place?.current && { current: place.current }),
	};
	const returnTo = sight;
	let timer: ReturnType<typeof setTimeout> | undefined;

	const keep = () => {
		clearTimeout(timer);
		const query = list.query.value.slice(0, QUERY_LIMIT);
		void send("leavePopup", { tab: list.tab.value, query, ...sight });
	};
	/** A message, and what the background stores by it, take time that no key should have to wait for. */
	const keepSoon = () => {
		clearTimeout(timer);
		timer = setTimeout(keep, REST_MS);
	};
	let isFirst = true;
	effect(() => {
		list.tab.value;
		list.query.value;
		// Another list is seen from its top. What was just put back is kept again, with the time of this opening.
		if (!isFirst) sight = {};
		isFirst = false;
		keepSoon();
	});

	effect(() => {
		headlines.value;
		afterPaint(() => {
			if (isVisible()) void send("popupOpened", null);
		});
	});

	const openOriginal = createOpenOriginal(list.mark, notes, openTab);
	return {
		returnTo,
		look(seen) {
			sight = seen;
			keepSoon();
		},
		leave: keep,
		openOriginal: ({ headline }) => openOriginal(headline),
		async muteSource({ headline, sourceTitle }) {
			const { muteSource } = await import("./mute-source");
			await muteSource(headline.source, sourceTitle, send, notes);
		},
	};
}
