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
 * applied. Right after the install it asks the background to set up, and paints what comes as it comes.
 */
export async function openFront<Key extends ItemKey>(
	door: FrontDoor,
	keys: readonly Key[],
	root: HTMLElement,
): Promise<Followed<Key | "settings">> {
	const front = await follow<Key | "settings">(door.stored, [...keys, "settings"]);
	effect(() => {
		const { theme } = front.settings.value;
		if (theme === "system") delete root.dataset.theme;
		else root.dataset.theme = theme;
		door.rememberTheme(theme);
	});
	void door.stored.hasItem("headlines").then((there) => (there ? undefined : door.send("ready", null)));
	return front;
}
