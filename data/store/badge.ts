import { browser } from "wxt/browser";
import type { Settings } from "../model/settings";
import { readItems } from "./items";

/** A toolbar icon has room for four characters. */
const BADGE_LIMIT = 999;
/** Dark enough for white figures in either theme (WCAG 2.2, contrast 7.4). */
const BADGE_COLOUR = "#8c1d18";

/** The badge's text for a count. */
function badgeText(unread: number, badge: Settings["badge"]): string {
	if (badge === "none" || unread === 0) return "";
	return unread > BADGE_LIMIT ? `${BADGE_LIMIT}+` : String(unread);
}

/** The toolbar button's title for a count. */
function badgeTitle(unread: number): string {
	if (unread === 0) return "Headline Ticker: nothing unread";
	return `Headline Ticker: ${unread} unread ${unread === 1 ? "headline" : "headlines"}`;
}

/** Shows on the toolbar button how many are unread, by the front, as the settings want it. */
export async function showBadge(): Promise<void> {
	const { ticker, settings } = await readItems(["ticker", "settings"]);
	await Promise.all([
		browser.action.setBadgeText({ text: badgeText(ticker.unread, settings.badge) }),
		browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR }),
		browser.action.setTitle({ title: badgeTitle(ticker.unread) }),
	]);
}
