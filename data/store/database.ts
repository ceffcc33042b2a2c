import { openDB } from "idb";
import type { Archive, ArchiveSchema } from "./archive-schema";
import { STEPS } from "./archive-steps";

export type * from "./archive-schema";
export { ofSource, toHeadline, toMark } from "./archive-schema";

const NAME = "headline-ticker";

/**
 * Opens the archive and brings it up to date. It closes by itself when a newer version of the extension
 * waits to upgrade it, and then `onClosed` is called, as it is when the browser closes it.
 */
export function openArchive(onClosed: () => void = () => {}): Promise<Archive> {
	return openDB<ArchiveSchema>(NAME, STEPS.length, {
		upgrade: async (archive, from, _to, upgrade) => {
			for (const step of STEPS.slice(from)) await step(archive, upgrade);
		},
		blocking: (_current, _blocked, event) => {
			// An upgrade is announced to the connection itself, so the event's target is that connection.
			(event.target as IDBDatabase).close();
			onClosed();
		},
		terminated: onClosed,
	});
}
