import { type Archive, openArchive } from "./database";
import { type Lock, webLock } from "./lock";

/** What every act on the store needs. */
export interface Store {
	/** The open archive; opened again where it was closed. */
	archive: () => Promise<Archive>;
	lock: Lock;
	/** Milliseconds since 1970. */
	now: () => number;
}

/** An archive that is opened when it is first needed, and again after it was closed or failed to open. */
export function archiveOnDemand(): () => Promise<Archive> {
	let open: Promise<Archive> | undefined;
	const forget = () => {
		open = undefined;
	};
	return () => {
		if (!open) {
			open = openArchive(forget);
			open.catch(forget);
		}
		return open;
	};
}

/** The real store of this browser. */
export function browserStore(): Store {
	return { archive: archiveOnDemand(), lock: webLock, now: () => Date.now() };
}
