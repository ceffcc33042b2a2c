import { browser } from "wxt/browser";

/**
 * The permission pattern that covers one address's host. Firefox refuses a port in a pattern, and both
 * browsers take a pattern without one for every port.
 */
export function originPattern(address: string | URL): string {
	const { protocol, hostname } = new URL(address);
	return `${protocol}//${hostname}/*`;
}

/** Whether the user has granted access to an address's host. */
export function hasAccess(address: string | URL): Promise<boolean> {
	return browser.permissions.contains({ origins: [originPattern(address)] });
}

/**
 * Asks the user for the hosts of some addresses in one request; answers whether all were granted. Must be
 * called synchronously in a click handler, before any await: the browsers refuse it otherwise, and that
 * rejects.
 */
export function askAccess(addresses: readonly string[]): Promise<boolean> {
	return browser.permissions.request({ origins: [...new Set(addresses.map(originPattern))] });
}

/** Calls back when the user grants access to more hosts. Must be called synchronously at worker start. */
export function onAccessGranted(callBack: () => void): void {
	browser.permissions.onAdded.addListener(({ origins = [] }) => {
		if (origins.length > 0) callBack();
	});
}
