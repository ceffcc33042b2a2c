import { readFile, writeFile } from "node:fs/promises";
import { unzipSync, zipSync } from "fflate";

/** ZIP has no earlier time (PKWARE's APPNOTE, 4.4.6); it is written without a time zone. */
const MTIME = new Date(1980, 0, 1);

/**
 * Packs a zip anew so that only names and contents decide its bytes: whoever builds the same sources gets the
 * same file, and can see that a store's copy is ours. Throws where it isn't a zip.
 */
export function steadyZip(zip: Uint8Array): Uint8Array {
	const files = Object.entries(unzipSync(zip))
		.filter(([name]) => !name.endsWith("/"))
		.sort(([one], [other]) => (one < other ? -1 : 1));
	return zipSync(Object.fromEntries(files), { level: 9, mtime: MTIME });
}

/** Does so to a file. */
export async function steadyZipFile(path: string): Promise<void> {
	await writeFile(path, steadyZip(await readFile(path)));
}
