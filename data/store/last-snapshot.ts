import { unsqueeze } from "../model/gzip";
import { readSnapshot } from "../model/read-snapshot";
import type { Snapshot } from "../model/snapshot";
import { readSnapshots, readSqueezed, type Squeezed } from "./safe";

/** Reads a kept snapshot; undefined for one that is damaged. */
export async function readSqueezedSnapshot(squeezed: Squeezed): Promise<Snapshot | undefined> {
	try {
		return readSnapshot(await unsqueeze(squeezed));
	} catch (cause) {
		console.error("A snapshot could not be read.", cause);
		return undefined;
	}
}

/** The last snapshot that can be read; undefined where there is none. */
export async function readLastSnapshot(): Promise<Snapshot | undefined> {
	for (const { id } of await readSnapshots()) {
		const squeezed = await readSqueezed(id);
		const snapshot = squeezed && (await readSqueezedSnapshot(squeezed));
		if (snapshot) return snapshot;
	}
	return undefined;
}
