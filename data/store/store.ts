import type { Archive } from "./database";
import { type Lock, webLock } from "./lock";
import { openUpdated } from "./update";

/** What every act on the store needs. */
export interface Store {
	/** The open archive; opened again where it was closed. */
	archive: () => Promise<Archive>;
	lock: Lock;
	/** Milliseconds since 1970. */
	now: () => number;
}

/**
 * An archive that is opened, and brought up to date, when it is first needed, and again after it was closed or
 * failed to open.
 */
export function archiveOnDemand(now: () => number): () => Promise<Archive> {
	let open: Promise<Archive> | undefined;
	const forget = () => {
		open = undefined;
	};
	return () => {
		if (!open) {
			open = openUpdated(now(), forget);
			open.catch(forget);
		}
		return open;
	};
}

/** The real store of this browser. */
export function browserStore(): Store {
	return { archive: archiveOnDemand(Date.now), lock: webLock, now: Date.now };
}
