import { browser } from "wxt/browser";

/**
 * The permission pattern that covers one address's host; undefined for a host with a star in it, which the URL Standard
 * allows and a pattern takes for any host. Firefox refuses a port in a pattern, and both browsers take a pattern
 * without one for every port.
 */
export function originPattern(address: string | URL): string | undefined {
	const { protocol, hostname } = new URL(address);
	return hostname.includes("*") ? undefined : `${protocol}//${hostname}/*`;
}

/** Whether the user has granted access to an address's host. */
export async function hasAccess(address: string | URL): Promise<boolean> {
	const origin = originPattern(address);
	return origin !== undefined && browser.permissions.contains({ origins: [origin] });
}

/**
 * Asks the user for the hosts of some addresses in one request; answers whether all were granted. Must be
 * called synchronously in a click handler, before any await: the browsers refuse it otherwise, and that
 * rejects.
 */
export async function askAccess(addresses: readonly string[]): Promise<boolean> {
	const wanted = new Set(addresses.map(originPattern));
	const origins = [...wanted].filter((origin) => origin !== undefined);
	const isGranted = origins.length === 0 || (await browser.permissions.request({ origins }));
	return isGranted && origins.length === wanted.size;
}

/** Calls back when the user grants access to more hosts. Must be called synchronously at worker start. */
export function onAccessGranted(callBack: () => void): void {
	browser.permissions.onAdded.addListener(({ origins = [] }) => {
		if (origins.length > 0) callBack();
	});
}

/** Calls back when the user takes access to hosts back. Must be called synchronously at worker start. */
export function onAccessRevoked(callBack: () => void): void {
	browser.permissions.onRemoved.addListener(({ origins = [] }) => {
		if (origins.length > 0) callBack();
	});
}
