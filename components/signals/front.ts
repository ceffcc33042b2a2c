import { effect } from "@preact/signals";
import type { FirstPaint } from "@/data/model/first-paint";
import type { ItemKey } from "@/data/store/items";
import { firstPaintOf } from "./first-paint";
import { type Followed, follow, type Stored } from "./follow";
import type { Send } from "./headline-list";

/** What a page needs to open the front. */
export interface FrontDoor<Known extends ItemKey> {
	stored: Stored<Known> & { hasItem(key: "ticker"): Promise<boolean> };
	send: Send;
	/** Keeps what the next page paints first where it finds it before it has read storage. */
	rememberFirstPaint(paint: FirstPaint): void;
}

/** What every page asks for: what it shows, how, and what is the matter with the store. */
const FRONT_KEYS = ["ticker", "settings", "health", "damage"] as const;
type FrontKey = (typeof FRONT_KEYS)[number];

/**
 * Opens the front for a page: the items it asks for, the run and the settings, followed from then on, with
 * the theme applied, and the next page's first paint kept. Right after the install it has the background set
 * up first: a page that is there before the first headline must not say that there are none.
 */
export async function openFront<Key extends ItemKey>(
	door: FrontDoor<Key | "ticker" | "settings">,
	keys: readonly Key[],
	root: HTMLElement,
): Promise<Followed<Key | FrontKey>> {
	const followAll = () => follow<Key | FrontKey>(door.stored, [...keys, ...FRONT_KEYS]);
	// Both are read at once, since nearly always the run is there; it is published with the headlines.
	const [early, isSetUp] = await Promise.all([followAll(), door.stored.hasItem("ticker")]);
	if (!isSetUp) await door.send("ready", null);
	const front = isSetUp ? early : await followAll();
	effect(() => {
		const { theme } = front.settings.value;
		if (theme === "system") delete root.dataset.theme;
		else root.dataset.theme = theme;
	});
	effect(() => door.rememberFirstPaint(firstPaintOf(front.ticker.value, front.settings.value, Date.now())));
	return front;
}
