import { browser } from "wxt/browser";
import type { SyncItems } from "../model/sync/parts";

/** What the browser syncs between the devices of one profile. */
export interface ProfileArea {
	get: () => Promise<SyncItems>;
	/** Rejects where the browser's quota or its limit of writes is passed. */
	set: (items: Record<string, unknown>) => Promise<void>;
	remove: (keys: string[]) => Promise<void>;
}

/** What this browser syncs; undefined where it syncs nothing for extensions. */
export function profileArea(): ProfileArea | undefined {
	const area: typeof browser.storage.sync | undefined = browser.storage.sync;
	return (
		area && {
			get: () => area.get(null),
			set: (items) => area.set(items),
			remove: (keys) => area.remove(keys),
		}
	);
}

/**
 * Calls back whenever what the browser syncs has changed. Must be called synchronously at worker start. The area's own
 * event: that of all areas would wake a stopped background, and keep a running one, at each write of any.
 */
export function onProfileChanged(callBack: () => void): void {
	const area: typeof browser.storage.sync | undefined = browser.storage.sync;
	area?.onChanged.addListener(() => callBack());
}
