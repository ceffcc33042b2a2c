import { browser } from "wxt/browser";
import { badgeOf } from "../model/badge";
import { readItems } from "./items";
import type { Store } from "./store";

/** Dark enough for white figures in either theme (WCAG 2.2, contrast 7.4). */
const BADGE_COLOUR = "#8c1d18";

async function drawBadge(): Promise<void> {
	const { ticker, settings } = await readItems(["ticker", "settings"]);
	const { text, title } = badgeOf(ticker, settings.badge);
	await Promise.all([
		browser.action.setBadgeText({ text }),
		browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR }),
		browser.action.setTitle({ title }),
	]);
}

/** The stores whose badge isn't what they say: where it couldn't be drawn, it is tried again. */
const behind = new WeakSet<Store>();

/** Whether what was drawn last isn't what a store says. */
export const isBadgeBehind = (store: Store): boolean => behind.has(store);

/**
 * Shows on the toolbar button what the front counts, as the settings want it. Where it can't be drawn, that is no reason
 * to refuse anything: whoever publishes next draws it.
 */
export async function showBadge(store: Store): Promise<void> {
	behind.add(store);
	try {
		await drawBadge();
		behind.delete(store);
	} catch (cause) {
		console.error("The badge couldn’t be drawn.", cause);
	}
}
