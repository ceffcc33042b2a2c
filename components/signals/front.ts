import { effect } from "@preact/signals";
import type { Settings } from "@/data/model/settings";
import type { ItemKey, Items } from "@/data/store/items";
import { type Followed, follow, type Stored } from "./follow";
import type { Send } from "./headline-list";

/** What a page needs to open the front. */
export interface FrontDoor {
	stored: Stored & { hasItem(key: keyof Items): Promise<boolean> };
	send: Send;
	/** Keeps the theme where the next page finds it before its first paint. */
	rememberTheme(theme: Settings["theme"]): void;
}

/**
 * Opens the front for a page: the items it asks for and the settings, followed from then on, with the theme
 * applied. Right after the install it has the background set up first: a page that is there before the first
 * headline must not say that there are none.
 */
export async function openFront<Key extends ItemKey>(
	door: FrontDoor,
	keys: readonly Key[],
	root: HTMLElement,
): Promise<Followed<Key | "settings">> {
	const followAll = () => follow<Key | "settings">(door.stored, [...keys, "settings"]);
	// Both are read at once, since nearly always the run is there; it is published with the headlines.
	const [early, isSetUp] = await Promise.all([followAll(), door.stored.hasItem("ticker")]);
	if (!isSetUp) await door.send("ready", null);
	const front = isSetUp ? early : await followAll();
	effect(() => {
		const { theme } = front.settings.value;
		if (theme === "system") delete root.dataset.theme;
		else root.dataset.theme = theme;
		door.rememberTheme(theme);
	});
	return front;
}
