import { browser } from "wxt/browser";
import { badgeOf } from "../model/badge";
import { readItems } from "./items";

/** Dark enough for white figures in either theme (WCAG 2.2, contrast 7.4). */
const BADGE_COLOUR = "#8c1d18";

/** Shows on the toolbar button what the front counts, as the settings want it. */
export async function showBadge(): Promise<void> {
	const { ticker, settings } = await readItems(["ticker", "settings"]);
	const { text, title } = badgeOf(ticker, settings.badge);
	await Promise.all([
		browser.action.setBadgeText({ text }),
		browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR }),
		browser.action.setTitle({ title }),
	]);
}
