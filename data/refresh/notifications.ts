import { browser } from "wxt/browser";
import type { Notice } from "../model/notification";

const WANTED: { permissions: ["notifications"] } = { permissions: ["notifications"] };

/** Whether the user lets the extension notify. */
export function mayNotify(): Promise<boolean> {
	return browser.permissions.contains(WANTED);
}

/**
 * Asks the user to be let notify; answers whether they did. Must be called synchronously in a click handler,
 * before any await: the browsers refuse it otherwise, and that rejects.
 */
export function askToNotify(): Promise<boolean> {
	return browser.permissions.request(WANTED);
}

/** Calls back when the user takes the permission back. Must be called synchronously at worker start. */
export function onNotifyRevoked(callBack: () => void): void {
	browser.permissions.onRemoved.addListener(({ permissions = [] }) => {
		if (permissions.includes("notifications")) callBack();
	});
}

/**
 * Calls back with the name of a notification that the user clicks. Must be called synchronously at worker
 * start. Without the permission the browsers have no notifications to listen to, so it listens again when
 * that is granted; the same listener twice is one.
 */
export function onNotificationClicked(callBack: (id: string) => void): void {
	const listen = () => browser.notifications?.onClicked.addListener(callBack);
	listen();
	browser.permissions.onAdded.addListener(listen);
}

/** Shows a notification. */
export async function show({ id, title, message }: Notice): Promise<void> {
	const iconUrl = browser.runtime.getURL("/icon/128.png");
	await browser.notifications.create(id, { type: "basic", iconUrl, title, message });
}

/** Takes away a notification that was clicked; some systems would leave it there. */
export async function takeAway(id: string): Promise<void> {
	await browser.notifications.clear(id);
}

/** The names of the notifications that the browser shows. */
export async function shownNow(): Promise<string[]> {
	return Object.keys(await browser.notifications.getAll());
}
