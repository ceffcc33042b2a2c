import { browser } from "wxt/browser";

/** Whether the browser lets an extension's new tab give way to its own; Firefox has no address for that. */
export const CAN_GIVE_WAY = !import.meta.env.FIREFOX;

/**
 * Sends this tab to the browser's own new tab if that is the view that storage has; answers whether it did.
 */
export async function giveWay(): Promise<boolean> {
	const [{ settings }, tab] = await Promise.all([
		browser.storage.local.get("settings"),
		browser.tabs.getCurrent(),
	]);
	// It may be anything.
	const isWanted = Object(settings).tickerMode === "browser";
	if (!isWanted || tab?.id === undefined) return false;
	await browser.tabs.update(tab.id, { url: "chrome://new-tab-page/" });
	return true;
}
