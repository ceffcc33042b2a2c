import { browser } from "wxt/browser";
import type { Settings } from "../model/settings";
import { type Archive, ofSource } from "./database";

/** A toolbar icon has room for four characters. */
const BADGE_LIMIT = 999;
/** Dark enough for white figures in either theme (WCAG 2.2, contrast 7.4). */
const BADGE_COLOUR = "#8c1d18";

/**
 * How many headlines of the whole archive are unread, those of removed sources left out. It is counted by
 * indexes, and so never walks the headlines.
 */
async function countUnread(archive: Archive): Promise<number> {
	const reading = archive.transaction(["headlines", "marks", "removed"]);
	const headlines = reading.objectStore("headlines");
	const read = reading.objectStore("marks").index("read");
	const [all, allRead, removed] = await Promise.all([
		headlines.count(),
		read.count(),
		reading.objectStore("removed").getAllKeys(),
	]);
	const hidden = await Promise.all(
		removed.map(async (source) => {
			const all = ofSource(source);
			return (await headlines.index("source").count(all)) - (await read.count(all));
		}),
	);
	return hidden.reduce((count, unread) => count - unread, all - allRead);
}

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

/** Shows on the toolbar button how many are unread, as the settings want it. */
export async function showBadge(archive: Archive, { badge }: Settings): Promise<void> {
	const unread = await countUnread(archive);
	await Promise.all([
		browser.action.setBadgeText({ text: badgeText(unread, badge) }),
		browser.action.setBadgeBackgroundColor({ color: BADGE_COLOUR }),
		browser.action.setTitle({ title: badgeTitle(unread) }),
	]);
}
